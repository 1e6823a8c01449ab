/** Who she is: her data, her stays, and what was done with the record. */
import type { PersonRecord } from '../../../shared/contract/people.contract'
import { formatDay } from '../../../shared/i18n/format'
import { legalName } from '../../../shared/kernel/text'
import { useDormitoryWord } from '../../platform/use-dormitory-word'
import { useWords } from '../../platform/words'
import { CurpNotes } from '../../ui/CurpNotes'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { PersonFrame } from './PersonFrame'
import { Timeline } from './Timeline'
import classes from './people.module.css'

export function PersonDataPage() {
  return <PersonFrame>{(person) => <Data person={person} />}</PersonFrame>
}

function Data({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  return (
    <>
      <Section title={t('people.section.facts')}>
        <FactsOf person={person} />
      </Section>
      <div className={classes.columns}>
        <Section title={t('people.section.stays')}>
          <Stays person={person} />
        </Section>
        <Section title={t('people.section.timeline')}>
          <Timeline of={person.timeline} />
        </Section>
      </div>
    </>
  )
}

function FactsOf({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  const dormitoryWord = useDormitoryWord()
  const { facts } = person
  return (
    <Facts>
      <Fact label={t('people.legalName')}>{legalName(facts)}</Fact>
      <Fact label={t('people.chosenName')}>{facts.chosenName}</Fact>
      <Fact label={t('people.fileNumber')}>{facts.fileNumber}</Fact>
      <Fact label={dormitoryWord}>{person.here ? person.stays[0]?.dormitory : null}</Fact>
      <Fact label={t('people.birthDate')}>
        {facts.birthDate && formatDay(facts.birthDate, t.language)}
        {facts.birthPrecision === 'approximate' && ` (${t('people.birth.approximate').toLowerCase()})`}
      </Fact>
      <Fact label={t('people.curp')}>
        {facts.curp && (
          <>
            {facts.curp}
            <CurpNotes warnings={person.curpWarnings} />
          </>
        )}
      </Fact>
      <Fact label={t('people.legalStatus')}>{facts.legalStatus && t(`people.legalStatus.${facts.legalStatus}`)}</Fact>
      <Fact label={t('people.schooling')}>{facts.schooling}</Fact>
      <Fact label={t('people.language')}>{facts.language}</Fact>
    </Facts>
  )
}

function Stays({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  return (
    <ul className={classes.timeline}>
      {person.stays.map((stay) => (
        <li key={stay.id}>
          <time dateTime={stay.admittedOn}>{formatDay(stay.admittedOn, t.language)}</time>
          <span>
            {stay.leftOn
              ? t(`people.stays.until.${stay.leftCause ?? 'other'}`, { day: formatDay(stay.leftOn, t.language) })
              : t('people.stays.open')}
            {stay.dormitory && ` · ${stay.dormitory}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
