/** A woman's record: who she is, where she has been, what she does here, and what was done with her record. */
import { useMemo } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatPercent } from '../../../shared/i18n/format'
import { legalName, listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { CurpNotes } from '../../ui/CurpNotes'
import { DataTable, type Column } from '../../ui/DataTable'
import { Fact, Facts } from '../../ui/Facts'
import { Page, Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { HerChildren } from './HerChildren'
import { PersonActs } from './PersonActs'
import { PackButton, PassesButton } from './PersonPapers'
import { StayStatus } from './StayStatus'
import { Timeline } from './Timeline'
import { useDormitoryWord } from '../../platform/use-dormitory-word'
import classes from './people.module.css'

export function PersonPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const { may } = useSession()
  const record = useRead('people.get', { id })
  const person = record.data
  const back = { to: '/people', label: t('people.nav') }
  if (!person)
    return (
      <Page title={t('people.record')} back={back}>
        <Refusals of={record.refusals} />
      </Page>
    )
  const { facts, stays } = person
  const last = stays[0]
  return (
    <Page
      title={listName(facts)}
      back={back}
      subtitle={<Subtitle person={person} />}
      primary={
        <>
          <PackButton person={person} />
          <PersonActs person={person} />
        </>
      }
    >
      <Section title={t('people.section.facts')}>
        <FactsOf person={person} />
      </Section>
      <Section title={t('people.section.places')} actions={<PassesButton person={person} />}>
        <Places person={person} />
        {person.waits.map((wait) => (
          <p key={wait.id} className={classes.quiet}>
            {t('people.waitsFor', { title: wait.title, day: formatDay(wait.requestedOn, t.language) })}
          </p>
        ))}
      </Section>
      <div className={classes.columns}>
        <Section title={t('people.section.certificates')}>
          <Certificates person={person} />
        </Section>
        {may('children.ofMother') && <HerChildren motherId={person.id} here={last?.leftOn === null} />}
        <Section title={t('people.section.stays')}>
          <Stays person={person} />
        </Section>
        <Section title={t('people.section.timeline')}>
          <Timeline of={person.timeline} />
        </Section>
      </div>
    </Page>
  )
}

function Subtitle({ person }: { readonly person: PersonRecord }) {
  const last = person.stays[0]
  const stay = {
    here: person.here,
    admittedOn: last?.admittedOn ?? null,
    leftOn: last?.leftOn ?? null,
    leftCause: last?.leftCause ?? null,
  }
  return (
    <>
      {[person.facts.fileNumber, person.here ? last?.dormitory : null].filter(Boolean).join(' · ')}{' '}
      <StayStatus stay={stay} />
    </>
  )
}

function FactsOf({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  const dormitoryWord = useDormitoryWord()
  const { facts } = person
  const consents = facts.consents === null ? 'unknown' : facts.consents ? 'yes' : 'no'
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
      <Fact label={t('people.consents')}>{consents === 'unknown' ? null : t(`people.consents.${consents}`)}</Fact>
      <Fact label={t('people.schooling')}>{facts.schooling}</Fact>
      <Fact label={t('people.language')}>{facts.language}</Fact>
    </Facts>
  )
}

type Place = PersonRecord['places'][number]

function Places({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  const columns = useMemo(() => placeColumns(t), [t])
  return (
    <DataTable
      name="people.places"
      label={t('people.section.places')}
      size="content"
      columns={columns}
      rows={person.places}
      rowKey={(place) => place.id}
      countWords="people.places.count"
      isQuiet={(place) => place.endedOn !== null}
      empty={t('people.places.empty')}
    />
  )
}

const rateOf = (place: Place): number | null => (place.counted === 0 ? null : place.attended / place.counted)

function placeColumns(t: Words): readonly Column<Place>[] {
  return [
    { id: 'title', header: t('people.places.title'), value: (place) => place.title },
    { id: 'code', header: t('people.places.code'), value: (place) => place.code, width: 130 },
    {
      id: 'openedOn',
      header: t('people.places.openedOn'),
      value: (place) => place.openedOn,
      cell: (place) => formatDay(place.openedOn, t.language),
      width: 150,
    },
    {
      id: 'result',
      header: t('people.places.result'),
      value: (place) => t(`people.places.result.${place.endResult ?? 'open'}`),
      cell: (place) => <PlaceResult place={place} />,
      width: 170,
    },
    {
      id: 'rate',
      header: t('people.places.rate'),
      value: rateOf,
      cell: (place) => <Rate place={place} />,
      width: 150,
      align: 'end',
    },
  ]
}

function PlaceResult({ place }: { readonly place: Place }) {
  const t = useWords()
  if (!place.endedOn) return <Status tone="info" label={t('people.places.result.open')} />
  return (
    <Status
      tone={place.endResult === 'completed' ? 'done' : 'quiet'}
      label={t(`people.places.result.${place.endResult ?? 'not-completed'}`)}
      reason={t('people.places.endedOn', { day: formatDay(place.endedOn, t.language) })}
    />
  )
}

/** The rate opens the figures behind it. */
function Rate({ place }: { readonly place: Place }) {
  const t = useWords()
  if (place.counted === 0) return null
  const enough = place.attended * 100 >= place.minRatePercent * place.counted
  return (
    <Status
      tone={enough ? 'done' : 'attention'}
      label={formatPercent(place.attended, place.counted)}
      reason={t('people.places.rateReason', {
        attended: place.attended,
        counted: place.counted,
        minimum: place.minRatePercent,
      })}
    />
  )
}

function Certificates({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  if (person.certificates.length === 0) return <p className={classes.quiet}>{t('people.certificates.empty')}</p>
  return (
    <ul className={classes.timeline}>
      {person.certificates.map((certificate) => (
        <li key={certificate.id}>
          <span>{certificate.folio}</span>
          <span>
            {certificate.title}
            <br />
            <span className={classes.quiet}>
              {t('people.certificates.issued', { day: formatDay(certificate.issuedOn, t.language) })}
              {' · '}
              {certificate.deliveredOn
                ? t('people.certificates.delivered', { day: formatDay(certificate.deliveredOn, t.language) })
                : t('people.certificates.notDelivered')}
            </span>
          </span>
        </li>
      ))}
    </ul>
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
