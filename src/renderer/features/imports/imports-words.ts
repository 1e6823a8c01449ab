/** What a file makes, in words: all of it, and the part that a button can carry. */
import type { ImportCounts } from '../../../shared/contract/imports.contract'
import type { Words } from '../../../shared/i18n'
import { formatNumber } from '../../../shared/i18n/format'

const counted = (t: Words, key: string, count: number): string => t(key, { count, shown: formatNumber(count) })

/** What people call the content of a file by; the rest (stays, weekly hours) comes along. */
const NAMED_FIRST = [
  'people',
  'editions',
  'specialDays',
  'children',
  'adults',
  'waits',
  'outings',
  'marks',
  'evaluations',
]

/** `240 participantes`, `240 estancias`, …: everything that is made or changed. */
export const madeWords = (t: Words, counts: ImportCounts): readonly string[] =>
  [...Object.entries(counts.made), ...Object.entries(counts.changed)].map(([kind, count]) =>
    counted(t, `imports.made.${kind}`, count),
  )

/** The two things that matter most, for the button: `20 grupos, 416 sesiones`. */
export function headline(t: Words, counts: ImportCounts): string {
  const main = NAMED_FIRST.filter((kind) => counts.made[kind] !== undefined)
  const named =
    main.length > 0
      ? main.map((kind) => counted(t, `imports.made.${kind}`, counts.made[kind] ?? 0))
      : madeWords(t, counts)
  return named.slice(0, 2).join(', ')
}

/** `240 participantes · 240 estancias · 1 duplicada · 1 rechazada`. */
export const summary = (t: Words, counts: ImportCounts): string =>
  [
    ...madeWords(t, counts),
    ...(counts.duplicates > 0 ? [counted(t, 'imports.count.duplicates', counts.duplicates)] : []),
    ...(counts.rejected > 0 ? [counted(t, 'imports.count.rejected', counts.rejected)] : []),
  ].join(' · ')

/** True if confirming would write anything. */
export const bringsNews = (counts: ImportCounts): boolean =>
  Object.keys(counts.made).length + Object.keys(counts.changed).length > 0
