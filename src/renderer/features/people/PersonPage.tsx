/** What a woman does here: her places, what she waits for, her certificates and her children. */
import { useMemo } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatPercent, formatShortDay } from '../../../shared/i18n/format'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { HerExcuses } from '../../ui/HerExcuses'
import { Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Status, type Tone } from '../../ui/Status'
import { HerAppointments } from './HerAppointments'
import { HerChildren } from './HerChildren'
import { PersonFrame } from './PersonFrame'
import { HoursButton, PassesButton } from './PersonPapers'
import classes from './people.module.css'

export function PersonPage() {
  return <PersonFrame>{(person) => <Doings person={person} />}</PersonFrame>
}

function Doings({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  const { may } = useSession()
  return (
    <>
      <Section title={t('people.section.places')} actions={<PassesButton person={person} />}>
        <Places person={person} />
        {person.waits.map((wait) => (
          <p key={wait.id} className={classes.quiet}>
            {t('people.waitsFor', { title: wait.title, day: formatDay(wait.requestedOn, t.language) })}
          </p>
        ))}
        {may('places.ofPerson') && (
          <p>
            <RecordLink to="/places/person" id={person.id}>
              {t('people.toPlaces')}
            </RecordLink>
          </p>
        )}
        {may('places.requestsOf') && (
          <RecordLink to="/places/woman" id={person.id}>
            {t('people.toRequests')}
          </RecordLink>
        )}
      </Section>
      <div className={classes.columns}>
        <Section title={t('people.section.certificates')} actions={<HoursButton person={person} />}>
          <Certificates person={person} />
        </Section>
        {may('timetable.appointments') && <HerAppointments personId={person.id} here={person.here} />}
        {may('attendance.excuses') && person.here && <HerExcuses personId={person.id} />}
        {may('children.ofMother') && <HerChildren motherId={person.id} here={person.here} />}
      </div>
    </>
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
      value: (place) => placeWord(t, place),
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

const TONES: Readonly<Record<Exclude<Place['state'], 'ended'>, Tone>> = {
  pending: 'info',
  active: 'info',
  suspended: 'attention',
  'auto-suspended': 'attention',
}

/** How it ended; until then, what it is today. */
const placeWord = (t: Words, place: Place): string =>
  place.state === 'ended'
    ? t(`people.places.result.${place.endResult ?? 'not-completed'}`)
    : t(`places.state.${place.state === 'pending' ? 'begins' : place.state}`, {
        day: formatShortDay(place.openedOn, t.language),
      })

function PlaceResult({ place }: { readonly place: Place }) {
  const t = useWords()
  if (place.state !== 'ended') return <Status tone={TONES[place.state]} label={placeWord(t, place)} />
  return (
    <Status
      tone={place.endResult === 'completed' ? 'done' : 'quiet'}
      label={placeWord(t, place)}
      reason={place.endedOn && t('people.places.endedOn', { day: formatDay(place.endedOn, t.language) })}
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
          <span>
            <RecordLink to="/certificates/folio" id={certificate.id}>
              {certificate.folio}
            </RecordLink>
          </span>
          <span>
            {certificate.title}
            <br />
            <span className={classes.quiet}>
              {t('people.certificates.issued', { day: formatDay(certificate.issuedOn, t.language) })}
              {' · '}
              {certificateStanding(certificate, t)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function certificateStanding({ state, deliveredOn }: PersonRecord['certificates'][number], t: Words): string {
  if (state !== 'issued' && state !== 'delivered') return t(`people.certificates.ended.${state}`)
  return deliveredOn
    ? t('people.certificates.delivered', { day: formatDay(deliveredOn, t.language) })
    : t('people.certificates.notDelivered')
}
