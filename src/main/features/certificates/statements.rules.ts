/** What a statement says in figures, and what of it no longer agrees with what is known. */
import type { StatedActivity } from '../../../shared/contract/statements.contract'

/** Minutes as hours: `18`, or `18:30` where some are left over. */
export const hoursOf = (minutes: number): string =>
  minutes % 60 === 0
    ? String(minutes / 60)
    : `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`

export const minutesOfAll = (rows: readonly StatedActivity[]): number => rows.reduce((sum, row) => sum + row.minutes, 0)

/** The text that a statement's hash is made of: every figure, in the order printed. */
export const figuresText = (rows: readonly StatedActivity[]): string => JSON.stringify(rows)

export interface Correction {
  readonly title: string
  readonly was: string
  readonly is: string
}

/** What a paper said of a workshop; the same for the same figures. */
const said = (row: StatedActivity | undefined): string =>
  row
    ? [`${hoursOf(row.minutes)} h`, row.counted > 0 && `${row.attended}/${row.counted}`].filter(Boolean).join(', ')
    : '—'

/**
 * Workshops whose hours or attendance are otherwise today, over the same days, than a paper said. A result or a
 * certificate that came later is no correction: it had not come yet.
 */
export function correctionsOf(then: readonly StatedActivity[], now: readonly StatedActivity[]): Correction[] {
  const ids = [...new Set([...then, ...now].map((row) => row.editionId))]
  return ids.flatMap((id): Correction[] => {
    const was = then.find((row) => row.editionId === id)
    const is = now.find((row) => row.editionId === id)
    if (said(was) === said(is)) return []
    return [{ title: is?.title ?? was?.title ?? '', was: said(was), is: said(is) }]
  })
}
