/** What stands against a place that she has said yes to, each in its sentence. */
import type { PlaceWarning } from '../../../shared/contract/place-states'
import { spokenFacts } from '../../../shared/i18n/facts'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'

const TONES: Readonly<Record<PlaceWarning['level'], Tone>> = { block: 'stop', warn: 'attention', info: 'info' }

export function OfferWarnings({ of }: { readonly of: readonly PlaceWarning[] }) {
  const t = useWords()
  return of.map((each) => (
    <Status
      key={each.key}
      tone={TONES[each.level]}
      label={t(`places.warning.${each.says}`, spokenFacts(each.facts, t.language))}
    />
  ))
}
