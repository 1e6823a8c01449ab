/** Whose roster a sheet is: its edition, its month, and the sessions of a day. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { textOf, monthIn } from './cells.rules'
import type { EditionRow, SessionRow, SlotRow } from './plan-rows.rules'
import { type Planning, codeKey, pair } from './plan.rules'
import type { KnownSheet } from './sheets.rules'

export type Edition = EditionRow & { readonly slots: readonly Omit<SlotRow, 'id' | 'editionId'>[] }

export const SUSPENDED =
  /suspendid[ao]s?\s+(?:el\s+)?(?:d[ií]a\s+)?([\d][\d\p{L}\s/.-]*?\d{2,4})(?:(?:\s*[:;,]|\s+[–—-])\s*(.+))?\s*$/iu

/** The edition that the sheet names, in its titles or its tab; undefined if none that we know. */
export function editionOf(planning: Planning, sheet: KnownSheet): Edition | undefined {
  const texts = [...sheet.titles.flatMap(({ cells }) => cells), sheet.name].map(textOf)
  for (const text of texts) {
    const whole = planning.facts.editions.get(codeKey(text))
    if (whole) return whole
  }
  const words = texts.flatMap((text) => text.split(/[\s,;:()]+/))
  return words.map((word) => planning.facts.editions.get(codeKey(word))).find(Boolean)
}

export function monthOfSheet(sheet: KnownSheet, fileName: string): string | null {
  const titles = sheet.titles
    .map(({ cells }) => cells.map(textOf).filter(Boolean).join(' '))
    .filter((text) => !SUSPENDED.test(text))
  return monthIn(titles.join(' ')) ?? monthIn(`${sheet.name} ${fileName}`)
}

export interface Roster {
  readonly edition: Edition
  readonly month: string
  /** Column and day of each day column that exists in the month. */
  readonly days: readonly { readonly day: CivilDate; readonly column: number }[]
  /** The first day in this sheet on which somebody has a mark. */
  readonly firstRoll: CivilDate | undefined
}

export const sessionsOn = (planning: Planning, edition: Edition, day: CivilDate): readonly SessionRow[] =>
  planning.facts.sessions.get(pair(edition.id, day)) ?? []
