/** What she said at her intake, in its blocks; earlier ones below. */
import { Button } from '@mantine/core'
import type { Output } from '../../../shared/contract'
import type { IntakeTaken } from '../../../shared/contract/intake.contract'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import { formatDay, formatMonth } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { tradeWord } from './intake-form'
import { PersonFrame } from './PersonFrame'
import classes from './people.module.css'

export function IntakePage() {
  return <PersonFrame>{(person) => <Intake person={person} />}</PersonFrame>
}

function Intake({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const intake = useRead('people.intake', { id: person.id })
  const [last, ...past] = intake.data?.taken ?? []
  return (
    <>
      <Section
        title={t('people.intake.title')}
        actions={
          may('people.recordIntake') &&
          person.here && (
            <Button size="compact-sm" onClick={() => go(`/people/${person.id}/intake/take`)}>
              {t(last ? 'people.intake.again' : 'people.intake.verb')}
            </Button>
          )
        }
      >
        <Refusals of={intake.refusals} />
        {intake.data && <Due intake={intake.data} />}
        {intake.data && !last && <p className={classes.quiet}>{t('people.intake.none')}</p>}
        {intake.data && last && <Said taken={last} workshops={intake.data.workshops} />}
      </Section>
      {intake.data && past.length > 0 && (
        <Section title={t('people.intake.past')}>
          {past.map((each) => (
            <details key={each.id}>
              <summary>
                <TakenLine taken={each} />
              </summary>
              <Said taken={each} workshops={intake.data?.workshops ?? []} />
            </details>
          ))}
        </Section>
      )}
    </>
  )
}

/** The deadline of this stay's intake; and whether what stands is of an earlier stay. */
function Due({ intake }: { readonly intake: Output<'people.intake'> }) {
  const t = useWords()
  const today = useClock()?.today ?? ''
  const last = intake.taken[0]
  return (
    <p>
      {intake.dueOn && (
        <Status
          tone={intake.dueOn < today ? 'stop' : 'attention'}
          label={t(intake.dueOn < today ? 'people.intake.overdue' : 'people.intake.dueOn', {
            day: formatDay(intake.dueOn, t.language),
          })}
        />
      )}{' '}
      {last && !last.ofThisStay && intake.dueOn && (
        <span className={classes.quiet}>{t('people.intake.earlierStay')}</span>
      )}
    </p>
  )
}

function TakenLine({ taken }: { readonly taken: IntakeTaken }) {
  const t = useWords()
  const day = formatDay(taken.takenOn, t.language)
  return taken.takenBy ? t('people.intake.takenBy', { day, name: taken.takenBy }) : t('people.intake.taken', { day })
}

function Said({
  taken,
  workshops,
}: {
  readonly taken: IntakeTaken
  readonly workshops: readonly { id: string; title: string }[]
}) {
  const t = useWords()
  const { answers } = taken
  const yesNo = (value: boolean | null) => value !== null && t(value ? 'people.intake.yes' : 'people.intake.no')
  const trades = (of: readonly string[]) => of.map((trade) => tradeWord(trade, workshops)).join(', ')
  const fluency = (value: string | null) => value && t(`people.intake.fluency.${value}`)
  return (
    <>
      <p className={classes.quiet}>
        <TakenLine taken={taken} />
      </p>
      {taken.declined ? (
        <p>{t('people.intake.declined')}</p>
      ) : (
        <Facts>
          <Fact label={t('people.intake.schooling')}>
            {answers.schooling && t(`people.intake.schooling.${answers.schooling}`)}
          </Fact>
          <Fact label={t('people.intake.wantsSchool')}>{yesNo(answers.wantsSchool)}</Fact>
          <Fact label={t('people.intake.tradesKnown')}>{trades(answers.tradesKnown)}</Fact>
          <Fact label={t('people.intake.tradesWanted')}>{trades(answers.tradesWanted)}</Fact>
          <Fact label={t('people.intake.childrenOutside')}>
            {answers.childrenOutside !== null && String(answers.childrenOutside)}
          </Fact>
          <Fact label={t('people.intake.childrenOutsideWith')}>{answers.childrenOutsideWith}</Fact>
          <Fact label={t('people.intake.dependants')}>{answers.dependants}</Fact>
          <Fact label={t('people.intake.languages')}>{answers.languages}</Fact>
          <Fact label={t('people.intake.spanish')}>{fluency(answers.spanish)}</Fact>
          <Fact label={t('people.intake.reads')}>{fluency(answers.reads)}</Fact>
          <Fact label={t('people.intake.readAloud')}>{yesNo(answers.readAloud)}</Fact>
          <Fact label={t('people.intake.leavesAbout')}>
            {answers.leavesAbout && formatMonth(answers.leavesAbout, t.language)}
          </Fact>
          <Fact label={t('people.intake.block.barriers')} wide>
            {answers.barriers.map((barrier) => t(`people.intake.barrier.${barrier}`)).join(' · ')}
          </Fact>
          {answers.tradesNote && <Fact label={t('people.intake.tradesNote')}>{answers.tradesNote}</Fact>}
          {answers.barriersNote && <Fact label={t('people.intake.barriersNote')}>{answers.barriersNote}</Fact>}
        </Facts>
      )}
    </>
  )
}
