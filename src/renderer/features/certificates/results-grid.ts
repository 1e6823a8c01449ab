/** The grid of results as it is typed: what a key means, what stands in a cell, what is to be sent. */
import type { Input, Output } from '../../../shared/contract'

type Results = Output<'certificates.results'>
type Cell = Input<'certificates.keyResults'>['cells'][number]
export type Woman = Results['women'][number]
export type Result = 'A' | 'NA' | 'NP'

/** By woman and column: what was typed and not saved. Null: a result to be taken back. */
export type Typed = Readonly<Record<string, Result | null>>

export const cellKey = (personId: string, of: string): string => `${personId} ${of}`

/** What a key says in a column; undefined if it says nothing there. */
export function resultOfKey(key: string, of: string): Result | null | undefined {
  switch (key.toLowerCase()) {
    case 'a':
      return 'A'
    case 'n':
      return 'NA'
    case 'p':
      return of === 'final' ? 'NP' : undefined
    case 'delete':
    case 'backspace':
      return null
    default:
      return undefined
  }
}

/** What stands in a cell: what was typed, else what is kept. */
export function shownIn(woman: Woman, of: string, typed: Typed): Result | null {
  const mine = typed[cellKey(woman.personId, of)]
  return mine === undefined ? (woman.results[of]?.result ?? null) : mine
}

/** True if what was typed is not what is kept. */
export const isChanged = (woman: Woman, of: string, typed: Typed): boolean =>
  shownIn(woman, of, typed) !== (woman.results[of]?.result ?? null)

/** Types one cell; what is as kept is not typed any more. Fixed rows take nothing. */
export function typeInto(typed: Typed, woman: Woman, of: string, result: Result | null): Typed {
  if (woman.folio !== null) return typed
  const key = cellKey(woman.personId, of)
  const { [key]: _was, ...rest } = typed
  return result === (woman.results[of]?.result ?? null) ? rest : { ...rest, [key]: result }
}

/** Fills the blanks of a column, and only those: what somebody keyed stays. */
export const fillBlanks = (typed: Typed, women: readonly Woman[], of: string): Typed =>
  women.reduce((all, woman) => (shownIn(woman, of, all) === null ? typeInto(all, woman, of, 'A') : all), typed)

/** What is to be sent, with the versions seen. Rows and columns that are gone meanwhile are left out. */
export const cellsToSend = (typed: Typed, women: readonly Woman[], columns: readonly string[]): Cell[] =>
  women.flatMap((woman) =>
    columns.flatMap((of): Cell[] =>
      isChanged(woman, of, typed) && woman.folio === null
        ? [
            {
              personId: woman.personId,
              of,
              result: shownIn(woman, of, typed),
              version: woman.results[of]?.version ?? null,
            },
          ]
        : [],
    ),
  )

/** Where an arrow leads from a cell, within the grid. */
export function stepFrom(
  at: { readonly row: number; readonly column: number },
  key: string,
  size: { readonly rows: number; readonly columns: number },
): { row: number; column: number } | undefined {
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most - 1, value))
  const to = (row: number, column: number) => ({ row: clamp(row, size.rows), column: clamp(column, size.columns) })
  switch (key) {
    case 'ArrowUp':
      return to(at.row - 1, at.column)
    case 'ArrowDown':
    case 'Enter':
      return to(at.row + 1, at.column)
    case 'ArrowLeft':
      return to(at.row, at.column - 1)
    case 'ArrowRight':
      return to(at.row, at.column + 1)
    case 'Home':
      return to(at.row, 0)
    case 'End':
      return to(at.row, size.columns - 1)
    default:
      return undefined
  }
}
