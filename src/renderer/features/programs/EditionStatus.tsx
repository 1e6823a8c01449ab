/** Where an edition stands, with the day that says so; and how full it is. */
import type { EditionRow } from '../../../shared/contract/programs.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'

const TONES: Readonly<Record<EditionRow['state'], Tone>> = {
  coming: 'info',
  running: 'done',
  ended: 'quiet',
  closed: 'quiet',
}

export function EditionStatus({
  edition,
}: {
  readonly edition: Pick<EditionRow, 'state' | 'startsOn' | 'endsOn' | 'closedOn'>
}) {
  const t = useWords()
  const turn = { coming: edition.startsOn, running: edition.endsOn, ended: edition.endsOn, closed: edition.closedOn }
  const day = formatDay(turn[edition.state] ?? edition.endsOn, t.language)
  return (
    <Status
      tone={TONES[edition.state]}
      label={t(`programs.state.${edition.state}`)}
      reason={t(`programs.state.${edition.state}.reason`, { day })}
    />
  )
}

export function PlacesStatus({ edition }: { readonly edition: Pick<EditionRow, 'places' | 'capacity'> }) {
  const t = useWords()
  const { places, capacity } = edition
  const free = capacity - places
  return (
    <Status
      tone={free < 0 ? 'attention' : free === 0 ? 'info' : 'quiet'}
      label={t('programs.places', { places, capacity })}
      reason={
        free < 0
          ? t('programs.places.above', { places, capacity })
          : free === 0
            ? t('programs.places.full', { places, capacity })
            : t('programs.places.free', { count: free })
      }
    />
  )
}
