/** Rules of pasted lists: what a line says, whom a name means, and which lines of one list get in each other's way. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'
import { weeksMeet, type WeekOfPattern } from '../../../shared/kernel/two-weeks'

/** More is a mistake of the clipboard. */
export const MOST_LINES = 1000

export interface PastedLine {
  /** From 1, as she sees it in what she pasted. */
  readonly line: number
  readonly text: string
  /** Cells that name the woman: her file number, or her name in one cell or several. */
  readonly who: readonly string[]
  readonly editionId: string | null
  /** A code that no edition has. */
  readonly unknownCode: string | null
}

const HEADINGS = new Set(
  ['expediente', 'nombre', 'nombres', 'nombre completo', 'apellidos', 'primer apellido', 'segundo apellido']
    .concat(['participante', 'edicion', 'codigo', 'grupo', 'taller', 'no', 'num', 'file number', 'file', 'name'])
    .concat(['surname', 'surnames', 'given names', 'participant', 'group', 'code', 'edition', 'workshop']),
)

/** Lines as a spreadsheet or a text gives them: cells by tabulator, semicolon or bar; headings and empty lines left out. */
export function readPasted(text: string, codes: ReadonlyMap<string, string>): readonly PastedLine[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((raw, at) => ({ line: at + 1, text: raw.trim(), cells: cellsOf(raw) }))
    .filter(({ cells }) => cells.length > 0 && !cells.every((cell) => HEADINGS.has(fold(cell))))
    .map(({ line, text: shown, cells }) => {
      const at = cells.findLastIndex((cell) => codes.has(fold(cell)))
      const editionId = at < 0 ? null : (codes.get(fold(cells[at] ?? '')) ?? null)
      const who = cells.filter((_cell, index) => index !== at)
      const last = who.length > 1 && at < 0 ? who.at(-1) : undefined
      // Names have no figures: a last cell with some was meant as a code.
      const unknownCode = last !== undefined && /\d/.test(last) ? last : null
      return { line, text: shown, who: unknownCode === null ? who : who.slice(0, -1), editionId, unknownCode }
    })
}

const cellsOf = (raw: string): readonly string[] =>
  raw
    .split(/[\t;|]/)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .filter((cell) => cell !== '')

export interface ListedWoman {
  readonly personId: string
  readonly fileNumber: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
  readonly isHere: boolean
}

export interface WomenIndex<Woman extends ListedWoman> {
  readonly byFile: ReadonlyMap<string, Woman>
  readonly byWord: ReadonlyMap<string, ReadonlySet<Woman>>
}

/** Words that names are written with or without. */
const SMALL = new Set(['de', 'del', 'la', 'las', 'los', 'y'])
const wordsOf = (name: string): readonly string[] =>
  fold(name)
    .split(' ')
    .map((word) => (word === 'ma' ? 'maria' : word))
    .filter((word) => word !== '' && !SMALL.has(word))

/** Found in one look by file number or by each word of a name, in whatever order it is written. */
export function indexWomen<Woman extends ListedWoman>(women: readonly Woman[]): WomenIndex<Woman> {
  const byWord = new Map<string, Set<Woman>>()
  for (const woman of women)
    for (const word of wordsOf(fullName(woman))) {
      const hers = byWord.get(word)
      if (hers) hers.add(woman)
      else byWord.set(word, new Set([woman]))
    }
  return { byFile: new Map(women.map((woman) => [fold(woman.fileNumber), woman])), byWord }
}

const fullName = (woman: ListedWoman): string =>
  [woman.surname1, woman.surname2, woman.givenNames, woman.chosenName].filter(Boolean).join(' ')

/**
 * The women a line may mean: the one with that file number; else those whose whole name it is; else those whose name
 * holds every word of it. Who is here goes before who has left.
 */
export function whoIsMeant<Woman extends ListedWoman>(
  who: readonly string[],
  index: WomenIndex<Woman>,
): readonly Woman[] {
  for (const cell of who) {
    const woman = index.byFile.get(fold(cell))
    if (woman) return [woman]
  }
  const words = wordsOf(who.join(' '))
  const [first, ...rest] = words
  if (first === undefined) return []
  const holding = [...(index.byWord.get(first) ?? [])].filter((woman) =>
    rest.every((word) => index.byWord.get(word)?.has(woman)),
  )
  const wanted = new Set(words)
  const whole = holding.filter((woman) =>
    [woman.givenNames, woman.chosenName].some(
      (given) =>
        given !== null &&
        wordsOf([woman.surname1, woman.surname2, given].filter(Boolean).join(' ')).every((word) => wanted.has(word)),
    ),
  )
  const meant = whole.length > 0 ? whole : holding
  const here = meant.filter((woman) => woman.isHere)
  return here.length > 0 ? here : meant
}

export interface EditionHours {
  readonly id: string
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly slots: readonly {
    readonly week: WeekOfPattern
    readonly weekday: number
    readonly startsAt: ClockTime
    readonly endsAt: ClockTime
  }[]
}

/** The first hour that two editions both want of one woman; null if they leave each other alone. */
export function sharedHour(a: EditionHours, b: EditionHours) {
  if (a.id === b.id || a.startsOn > b.endsOn || b.startsOn > a.endsOn) return null
  for (const mine of a.slots)
    for (const other of b.slots)
      if (
        mine.weekday === other.weekday &&
        weeksMeet(mine.week, other.week) &&
        mine.startsAt < other.endsAt &&
        other.startsAt < mine.endsAt
      )
        return { weekday: other.weekday, startsAt: other.startsAt, endsAt: other.endsAt }
  return null
}
