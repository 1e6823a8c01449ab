/** The first page of a child's file: who, how old, whose, how the child stands here. Each opening is audited. */
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconDoorExit, IconEdit } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { CurpNotes } from '../../ui/CurpNotes'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { AdmissionPart } from './AdmissionPart'
import { ageInWords } from './age-words'
import { ChildFrame } from './ChildFrame'
import { ClockNotice } from './ClockNotice'
import { CustodyPart } from './CustodyPart'
import { Departures } from './Departures'
import { ExtensionPart } from './ExtensionPart'
import { Leave, TakeBackLeaving } from './Leave'
import { LimitStatus } from './LimitStatus'
import { OutsidePart } from './OutsidePart'
import { livesHereNow } from './lives-here'
import classes from './children.module.css'

export function ChildPage() {
  return (
    <ChildFrame primary={(child) => <ChildActs child={child} />}>{(child) => <ChildFile child={child} />}</ChildFrame>
  )
}

function ChildFile({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  return (
    <>
      {child.clock && <ClockNotice child={child} clock={child.clock} />}
      <Section title={t('children.section.facts')}>
        <FactsOf child={child} />
      </Section>
      {!livesHereNow(child) && <OutsidePart child={child} />}
      <div className={classes.columns}>
        <AdmissionPart child={child} />
        <CustodyPart child={child} />
        {child.kind === 'here' && <ExtensionPart child={child} />}
        <Departures child={child} />
      </div>
    </>
  )
}

function FactsOf({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const { facts, mother } = child
  return (
    <Facts>
      {child.kind === 'here' && (
        <Fact label={t('children.limitOf', { count: child.ageLimitMonths })}>
          <LimitStatus age={child.age} />
        </Fact>
      )}
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
      {child.kind === 'here' && (
        <Fact label={t('children.livesHereFrom')}>
          {facts.livesHereFrom && formatDay(facts.livesHereFrom, t.language)}
          {facts.came && <div className={classes.quiet}>{t(`children.came.${facts.came}`)}</div>}
        </Fact>
      )}
      <Fact label={t('children.curp')}>
        {facts.curp && (
          <>
            {facts.curp}
            <CurpNotes warnings={child.curpWarnings} />
          </>
        )}
      </Fact>
      <Fact label={t('children.siblings')}>{child.siblings.length > 0 && <Siblings child={child} />}</Fact>
    </Facts>
  )
}

function Siblings({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  return child.siblings.map((each) => (
    <div key={each.id}>
      <RecordLink to="/children" id={each.id}>
        {each.givenNames}
      </RecordLink>
      <div className={classes.quiet}>
        {[
          each.months === null ? t('children.age.unknown') : ageInWords(each.months, t),
          each.approximate && t('children.age.about'),
          t(each.here ? 'children.sibling.here' : 'children.sibling.outside'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </div>
  ))
}

function ChildActs({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const go = useGo()
  const [asking, setAsking] = useState<'leave' | 'takeBack' | null>(null)
  const hasLeft = child.kind === 'here' && child.livesHereUntil !== null
  return (
    <>
      {livesHereNow(child) && !hasLeft && (
        <Button
          variant="default"
          leftSection={<IconDoorExit size={18} aria-hidden />}
          onClick={() => setAsking('leave')}
        >
          {t('children.leave.title')}
        </Button>
      )}
      {hasLeft && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} aria-hidden />}
          onClick={() => setAsking('takeBack')}
        >
          {t('children.leave.takeBack')}
        </Button>
      )}
      <Button leftSection={<IconEdit size={18} aria-hidden />} onClick={() => go(`/children/${child.id}/correct`)}>
        {t('children.correct.verb')}
      </Button>
      {asking === 'leave' && <Leave child={child} onClose={() => setAsking(null)} />}
      {asking === 'takeBack' && <TakeBackLeaving child={child} onClose={() => setAsking(null)} />}
    </>
  )
}
