/** What stands against a place, in words: an icon and a word for how grave it is, and a sentence for each. */
import type { PlaceWarning } from '../../../shared/contract/place-states'
import type { Words } from '../../../shared/i18n'
import { formatDay, longWeekday } from '../../../shared/i18n/format'
import { hasWords, useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'

const TONES: Readonly<Record<PlaceWarning['level'], Tone>> = { block: 'stop', warn: 'attention', info: 'info' }

/** One warning as a sentence; the group, the appointment or the day it clashes with is named where it may be. */
export function warningSentence(t: Words, { kind, level, says, facts }: PlaceWarning): string {
  const { title, is, weekday, day, value, ...rest } = facts
  const what = title !== undefined && title !== '—' ? title : t(`places.side.${String(is ?? 'session')}`)
  const named =
    typeof value === 'string' && hasWords(`places.value.${value}`, t.language) ? t(`places.value.${value}`) : value
  // What nothing on file tells about a requirement is said otherwise than what is not met.
  const unknown = kind === 'requirement' && level === 'info'
  return t(unknown ? `places.unknown.${says}` : `places.warning.${kind}.${says}`, {
    ...rest,
    what,
    ...(typeof weekday === 'number' ? { weekday: longWeekday(weekday, t.language) } : {}),
    ...(typeof day === 'string' ? { day: formatDay(day, t.language) } : {}),
    ...(named === undefined ? {} : { value: named }),
  })
}

/** All of them in one word for a table's cell; opens the sentences. */
export function WarningsCell({ warnings }: { readonly warnings: readonly PlaceWarning[] }) {
  const t = useWords()
  const [first] = warnings
  if (!first) return <Status tone="done" label={t('places.level.clear')} />
  return (
    <Status
      tone={TONES[gravest(warnings)]}
      label={warningsWord(t, warnings)}
      reason={<WarningList warnings={warnings} />}
    />
  )
}

export const gravest = (warnings: readonly PlaceWarning[]): PlaceWarning['level'] =>
  warnings.some((each) => each.level === 'block')
    ? 'block'
    : warnings.some((each) => each.level === 'warn')
      ? 'warn'
      : 'info'

/** How many there are of the gravest kind; what is only good to know counts as clear. */
export function warningsWord(t: Words, warnings: readonly PlaceWarning[]): string {
  const level = gravest(warnings)
  if (level === 'info') return t(warnings.length > 0 ? 'places.level.info' : 'places.level.clear')
  const count = warnings.filter((each) => each.level === level).length
  return t(level === 'block' ? 'places.level.blocks' : 'places.level.warns', { count })
}

/** Each with its icon and its sentence. */
export function WarningList({ warnings }: { readonly warnings: readonly PlaceWarning[] }) {
  const t = useWords()
  return warnings.map((warning) => (
    <div key={warning.key}>
      <Status tone={TONES[warning.level]} label={warningSentence(t, warning)} />
    </div>
  ))
}
