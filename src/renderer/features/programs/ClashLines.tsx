/** Rooms and instructors that another edition has at the same hours, a line for each. */
import type { Output } from '../../../shared/contract'
import { formatDay, longWeekday } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'

type PatternClash = Output<'programs.preview'>['clashes'][number]

export function ClashLines({ clashes }: { readonly clashes: readonly PatternClash[] }) {
  const t = useWords()
  if (clashes.length === 0)
    return (
      <li>
        <Status tone="done" label={t('programs.preview.noClash')} />
      </li>
    )
  return clashes.map((clash) => (
    <li key={`${clash.kind} ${clash.code} ${clash.day} ${clash.from}`}>
      <Status
        tone="attention"
        label={t('programs.preview.clash', { ...clash, weekday: longWeekday(clash.weekday, t.language) })}
        reason={t('programs.preview.clashTimes', { count: clash.times, day: formatDay(clash.day, t.language) })}
      />
    </li>
  ))
}
