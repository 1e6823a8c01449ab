/** A child's record: age against the limit, who may and who may not collect, outings, history. Each opening is audited. */
import { Button } from '@mantine/core'
import { IconDoorExit, IconEdit } from '@tabler/icons-react'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { formatDay } from '../../../shared/i18n/format'
import { atCenter } from '../../../shared/kernel/civil-date'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { hasWords, useWords } from '../../platform/words'
import { CurpNotes } from '../../ui/CurpNotes'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Fact, Facts } from '../../ui/Facts'
import { Page, Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { Adults } from './Adults'
import { AgeBar } from './AgeBar'
import { LimitStatus } from './LimitStatus'
import { Outings } from './Outings'
import classes from './children.module.css'

export function ChildPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const record = useRead('children.get', { id })
  const child = record.data
  const back = { to: '/children', label: t('children.nav') }
  if (!child)
    return (
      <Page title={t('children.record')} back={back}>
        <Refusals of={record.refusals} />
      </Page>
    )
  return (
    <Page
      title={listName(child.facts)}
      back={back}
      subtitle={
        <>
          {child.code} · <Presence child={child} />
        </>
      }
      primary={<ChildActs child={child} />}
    >
      <Section title={t('children.section.facts')}>
        <FactsOf child={child} />
      </Section>
      <Adults child={child} />
      <Section title={t('children.section.outings')}>
        <Outings child={child} />
      </Section>
      <Section title={t('children.section.timeline')}>
        <History child={child} />
      </Section>
    </Page>
  )
}

function Presence({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  if (child.livesHereUntil)
    return <Status tone="quiet" label={t('children.leftOn', { day: formatDay(child.livesHereUntil, t.language) })} />
  if (!child.facts.livesHereFrom)
    return <Status tone="attention" label={t('children.sinceUnknown')} reason={t('children.sinceUnknownReason')} />
  return <Status tone="done" label={t('children.livesHere')} />
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

function History({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const settings = useRead('office.settings', {})
  const zone = settings.data?.timezone ?? 'America/Mexico_City'
  const words = (event: string): string => (hasWords(`audit.${event}`, t.language) ? t(`audit.${event}`) : event)
  if (child.timeline.length === 0) return <p className={classes.quiet}>{t('children.timeline.empty')}</p>
  return (
    <ul className={classes.lines}>
      {child.timeline.map((entry) => (
        <li key={entry.seq}>
          <time dateTime={entry.at}>{formatDay(atCenter(entry.at, zone).day, t.language)}</time>
          <span>
            {entry.fileName ? t(`children.timeline.${entry.event}`, { file: entry.fileName }) : words(entry.event)}{' '}
            <span className={classes.quiet}>· {entry.actor}</span>
            {entry.reason && <div className={classes.quiet}>{entry.reason}</div>}
          </span>
        </li>
      ))}
    </ul>
  )
}
