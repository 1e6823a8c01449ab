/** The first page of a child's file: age against the limit, birth, mother. Each opening is audited. */
import { Button } from '@mantine/core'
import { IconDoorExit, IconEdit } from '@tabler/icons-react'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { CurpNotes } from '../../ui/CurpNotes'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { AgeBar } from './AgeBar'
import { ChildFrame } from './ChildFrame'
import { LimitStatus } from './LimitStatus'
import classes from './children.module.css'

export function ChildPage() {
  const t = useWords()
  return (
    <ChildFrame primary={(child) => <ChildActs child={child} />}>
      {(child) => (
        <Section title={t('children.section.facts')}>
          <FactsOf child={child} />
        </Section>
      )}
    </ChildFrame>
  )
}

function FactsOf({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const { facts, mother } = child
  return (
    <Facts>
      <Fact label={t('children.age')}>
        <AgeBar age={child.age} limit={child.ageLimitMonths} />
      </Fact>
      <Fact label={t('children.limitOf', { count: child.ageLimitMonths })}>
        <LimitStatus age={child.age} />
      </Fact>
      <Fact label={t('children.birthDate')}>
        {facts.birthDate && formatDay(facts.birthDate, t.language)}
        {facts.birthPrecision === 'approximate' && ` (${t('children.birth.approximate').toLowerCase()})`}
      </Fact>
      <Fact label={t('children.sex')}>{facts.sex && t(`children.sex.${facts.sex}`)}</Fact>
      <Fact label={t('children.mother')}>
        <RecordLink to="/people" id={mother.id}>
          {listName(mother)}
        </RecordLink>
        <div className={classes.quiet}>
          {[mother.fileNumber, mother.here ? mother.dormitory : t('children.motherLeft')].filter(Boolean).join(' · ')}
        </div>
      </Fact>
      <Fact label={t('children.livesHereFrom')}>
        {facts.livesHereFrom && formatDay(facts.livesHereFrom, t.language)}
      </Fact>
      <Fact label={t('children.curp')}>
        {facts.curp && (
          <>
            {facts.curp}
            <CurpNotes warnings={child.curpWarnings} />
          </>
        )}
      </Fact>
    </Facts>
  )
}

function ChildActs({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const go = useGo()
  const [leaving, setLeaving] = useState(false)
  return (
    <>
      {!child.livesHereUntil && (
        <Button variant="default" leftSection={<IconDoorExit size={18} aria-hidden />} onClick={() => setLeaving(true)}>
          {t('children.leave.title')}
        </Button>
      )}
      <Button leftSection={<IconEdit size={18} aria-hidden />} onClick={() => go(`/children/${child.id}/correct`)}>
        {t('children.correct.verb')}
      </Button>
      <Leave child={child} opened={leaving} onClose={() => setLeaving(false)} />
    </>
  )
}

function Leave({
  child,
  opened,
  onClose,
}: {
  readonly child: ChildRecord
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const t = useWords()
  const act = useAct('children.leave')
  const [leftOn, setLeftOn] = useState<string | null>(child.today)
  const planned = child.outings.filter((outing) => !outing.cancelledOn && !outing.out && outing.leavesOn >= child.today)
  const leave = async (reason: string) => {
    if (!leftOn) return false
    const outcome = await act.run({ id: child.id, version: child.version, leftOn, reason })
    if (outcome.ok) notifications.show({ message: t('children.leave.done') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={t('children.leave.title')}
      consequences={[
        t('children.leave.keepsRecord'),
        ...planned.map((outing) => (
          <>
            {t('children.leave.outing')}{' '}
            <RecordLink to="/outings" id={outing.id}>
              {outing.folio}
            </RecordLink>
          </>
        )),
      ]}
      verb={t('children.leave.verb', { name: child.facts.givenNames })}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={leave}
    >
      <DayField
        w="100%"
        required
        label={t('children.leave.day')}
        value={leftOn}
        maxDate={child.today}
        onChange={setLeftOn}
      />
    </ConfirmAct>
  )
}
