/** What a place is today, with the reason behind the word; and in words the days on which she does not attend. */
import type { Exclusion } from '../../../shared/contract/place-states'
import type { Place } from '../../../shared/contract/places.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatShortDay, longWeekday } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'

const TONES: Readonly<Record<Place['state'], Tone>> = {
  pending: 'info',
  active: 'done',
  suspended: 'attention',
  'auto-suspended': 'attention',
  ended: 'quiet',
}

export function PlaceState({ place }: { readonly place: Place }) {
  const t = useWords()
  const reason = stateReason(t, place)
  return (
    <Status
      tone={TONES[place.state]}
      label={stateWord(t, place)}
      reason={reason.length > 0 ? reason.map((sentence) => <div key={sentence}>{sentence}</div>) : undefined}
    />
  )
}

/** The word for what it is today. */
export const stateWord = (t: Words, place: Place): string =>
  place.state === 'ended' && place.endedOn !== null && place.endedOn < place.openedOn
    ? t('places.state.neverBegan')
    : t(`places.state.${place.state === 'pending' ? 'begins' : place.state}`, {
        day: formatShortDay(place.openedOn, t.language),
      })

/** The sentences behind it. */
function stateReason(t: Words, place: Place): readonly string[] {
  const day = (of: string): string => formatDay(of, t.language)
  const found: string[] = []
  const { suspension } = place
  if (place.awaySince) found.push(t('places.state.awaySince', { day: day(place.awaySince) }))
  if (suspension) {
    const cause = t(`places.suspension.${suspension.cause}`)
    const planned = place.state === 'active' || place.state === 'pending'
    found.push(t(planned ? 'places.state.planned' : 'places.state.since', { cause, day: day(suspension.from) }))
    found.push(suspension.backOn ? t('places.state.back', { day: day(suspension.backOn) }) : t('places.state.open'))
    if (suspension.reviewOn) found.push(t('places.state.review', { day: day(suspension.reviewOn) }))
    if (suspension.note) found.push(suspension.note)
  }
  if (place.givenReason) found.push(t('places.state.given', { reason: place.givenReason }))
  return found
}

/** One exclusion's days: the hour of a weekday, or all of it. */
export const excludedDay = (t: Words, { weekday, startsAt }: Pick<Exclusion, 'weekday' | 'startsAt'>): string =>
  startsAt === null
    ? longWeekday(weekday, t.language)
    : t('places.exclude.slot', { weekday: longWeekday(weekday, t.language), hours: startsAt })

/** All days on which she does not attend, in one line. */
export const daysOff = (t: Words, exclusions: readonly Exclusion[]): string =>
  exclusions.map((each) => excludedDay(t, each)).join(', ')
