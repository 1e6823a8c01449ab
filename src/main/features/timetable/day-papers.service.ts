/** Gathers the facts of what custody is given for a day: movement sheets, arrivals by place, passes. */
import type { ParsedInputOf } from '../../../shared/contract/define'
import { SENSITIVE_READERS, type timetableContract } from '../../../shared/contract/timetable.contract'
import { PAPER_LANGUAGE, wordsIn, type Words } from '../../../shared/i18n'
import { formatLongDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold, inOrder, listName } from '../../../shared/kernel/text'
import type { WishedPaper } from '../../platform/documents/papers-job'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import type { Tools } from '../../platform/tools'
import { arrivalsPaper } from './arrivals.pdf'
import { peaksOf, type ChildStay, type Move } from './day-moves.rules'
import { movesOfDay, type WomansDay } from './day-moves.service'
import { shifted } from './day-papers.rules'
import { movementsPaper } from './movements.pdf'
import { passPaper } from './pass.pdf'
import { noteOf } from './print.service'
import { findSession } from './sessions.repo'
import { namesDormitory } from './special-days.rules'
import { findDormitoryWord, listSpecialDays } from './timetable.repo'
import { groupBy } from '../../../shared/kernel/group-by'
import { bedOf } from './timetable.rules'

type Parsed<Name extends keyof typeof timetableContract> = ParsedInputOf<(typeof timetableContract)[Name]>
type Wish<More extends string = never> = Outcome<PaperWish, 'nothing-to-print' | More>

/** The steps that print the movement sheets of a day. */
export const printMovements = (tools: Tools) =>
  paperSteps(movementsPaper, tools.render, (input: Parsed<'timetable.printMovements'>, look) =>
    wishMovements(look, input),
  )

/** The steps that print who is expected in each place of a day. */
export const printArrivals = (tools: Tools) =>
  paperSteps(arrivalsPaper, tools.render, (input: Parsed<'timetable.printArrivals'>, look) => wishArrivals(look, input))

/** The steps that print passes: of one woman's day, or of everybody in one session. */
export const printPass = (tools: Tools) =>
  paperSteps(passPaper, tools.render, (input: Parsed<'timetable.printPass'>, look) => wishPass(look, input))

const dayTitle = (key: string, day: string): string =>
  `${wordsIn(PAPER_LANGUAGE)(key)} · ${formatLongDay(day, PAPER_LANGUAGE)}`

const placeOf = (move: Move, words: Words): string =>
  move.where === 'outside' ? words('timetable.paper.outside') : move.where.name || words('timetable.paper.elsewhere')

// ——— Movements

/** By dormitory and bed. A dormitory that is asked for alone is a sheet of its own, with editions of its own. */
async function wishMovements(look: Look, input: Parsed<'timetable.printMovements'>): Promise<Wish> {
  const blocks = (await movementBlocks(look, input.day)).filter(
    ({ dormitory }) => !input.dormitory || fold(dormitory ?? '') === fold(input.dormitory),
  )
  if (blocks.length === 0) return refuse('nothing-to-print')
  return done(await movementsOf(look, input.day, blocks, input.dormitory))
}

/** One paper for each dormitory, to be handed to its guard. */
export async function morningMovements(look: Look, day: CivilDate): Promise<MorningWish[]> {
  const blocks = await movementBlocks(look, day)
  return Promise.all(
    blocks.map(async (block) => ({
      paper: movementsPaper,
      wish: await movementsOf(look, day, [block], aloneAs(block.dormitory ?? '', blocks.length)),
      of: block.dormitory,
      women: block.women.length,
    })),
  )
}

/** A paper of the morning, for whoever prints them all. */
export interface MorningWish extends WishedPaper {
  readonly of: string | null
  readonly women: number
}

async function movementBlocks(look: Look, day: CivilDate) {
  const words = wordsIn(PAPER_LANGUAGE)
  const women = await movesOfDay(look, { day })
  const specialDays = await listSpecialDays(look.db, day, day)
  return [...groupBy(women, ({ woman }) => bedOf(woman.dormitory).dormitory)]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || inOrder(a, b))
    .map(([dormitory, of]) => ({
      dormitory: dormitory || null,
      notes: specialDays
        .filter((special) => namesDormitory(special.dormitories, dormitory))
        .map((special) => noteOf(special, words)),
      women: of.toSorted(byBed).map((each) => womanOnSheet(each, words)),
    }))
}

const aboutMovements = (day: CivilDate, dormitory: string | undefined): string => [day, fold(dormitory ?? '')].join(' ')

/** What is asked for where a dormitory has sheets of its own; women without one share a sheet. */
const aloneAs = (dormitory: string, of: number): string | undefined =>
  dormitory || (of === 1 ? undefined : NO_DORMITORY)
const NO_DORMITORY = '—'

async function movementsOf(
  look: Look,
  day: CivilDate,
  blocks: Awaited<ReturnType<typeof movementBlocks>>,
  dormitory: string | undefined,
): Promise<PaperWish> {
  const dormitoryWord = await findDormitoryWord(look.db)
  return {
    title: dayTitle('paper.timetable.movements', day),
    about: aboutMovements(day, dormitory),
    subjectId: null,
    facts: { day, dormitoryWord, oneDormitory: dormitory !== undefined, blocks },
  }
}

const byBed = ({ woman: a }: WomansDay, { woman: b }: WomansDay): number =>
  (bedOf(a.dormitory).bed ?? Infinity) - (bedOf(b.dormitory).bed ?? Infinity) || inOrder(a.sortKey, b.sortKey)

const womanOnSheet = ({ woman, moves, children, movedBed }: WomansDay, words: Words) => ({
  bed: bedOf(woman.dormitory).bed,
  name: listName(woman),
  fileNumber: woman.fileNumber,
  movedBed,
  moves: moves.map((move) => ({
    startsAt: move.startsAt,
    endsAt: move.endsAt,
    place: placeOf(move, words),
    goes: move.goes,
    changed: move.changed,
    apart: move.apart,
  })),
  children: children.map((child) => ({
    name: child.name ?? words('timetable.paper.child'),
    stays: child.stays.map((stay) => stayWords(stay, words)).join(' · ') || words('timetable.paper.childStays'),
  })),
})

const stayWords = (stay: ChildStay, words: Words): string =>
  [
    [stay.startsAt, stay.endsAt].filter(Boolean).join('–'),
    typeof stay.where === 'string' ? words(`timetable.paper.child.${stay.where}`) : stay.where.name,
  ].join(' ')

// ——— Arrivals

/** One errand with her who goes on it. */
interface Errand {
  readonly woman: WomansDay['woman']
  readonly move: Move
}

const errandsOf = (women: readonly WomansDay[]): Errand[] =>
  women
    .flatMap(({ woman, moves }) => moves.filter((move) => move.goes).map((move) => ({ woman, move })))
    .toSorted((a, b) => inOrder(a.move.startsAt, b.move.startsAt) || inOrder(a.woman.sortKey, b.woman.sortKey))

/**
 * By place and hour, outside last. Two groups that share a room at one hour make one list: whoever receives them needs
 * no more.
 */
async function wishArrivals(look: Look, input: Parsed<'timetable.printArrivals'>): Promise<Wish> {
  const words = wordsIn(PAPER_LANGUAGE)
  const errands = errandsOf(await movesOfDay(look, { day: input.day }))
  if (errands.length === 0) return refuse('nothing-to-print')
  const outside = words('timetable.paper.outside')
  const rooms = [...groupBy(errands, ({ move }) => placeOf(move, words))].sort(
    ([a], [b]) => Number(a === outside) - Number(b === outside) || inOrder(a, b),
  )
  const facts = {
    day: input.day,
    rooms: rooms.map(([room, of]) => ({
      room,
      hours: [...groupBy(of, ({ move }) => `${move.startsAt} ${move.endsAt ?? ''}`).values()].map(hourOf),
    })),
    peaks: peaksOf(rooms.flatMap(([place, of]) => of.map(({ move }) => ({ place, startsAt: move.startsAt })))),
  }
  return done({
    title: dayTitle('paper.timetable.arrivals', input.day),
    about: input.day,
    subjectId: null,
    facts,
  })
}

const hourOf = (group: readonly Errand[]) => ({
  startsAt: group[0]?.move.startsAt ?? '',
  endsAt: group[0]?.move.endsAt ?? null,
  women: group.map(({ woman, move }) => ({
    name: listName(woman),
    dormitory: woman.dormitory,
    changed: move.changed,
    apart: move.apart,
  })),
  from: [...groupBy(group, ({ woman }) => bedOf(woman.dormitory).dormitory || '—')]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([dormitory, of]) => ({ dormitory, count: of.length })),
})

// ——— Passes

/** The passes of one session name the women of its group: of a sensitive one, only for those who may know them. */
async function wishPass(look: Look, input: Parsed<'timetable.printPass'>): Promise<Wish<'sensitive-group'>> {
  const session = input.sessionId && (await findSession(look.db, input.sessionId))
  if (session && session.sensitive && !SENSITIVE_READERS.includes(look.actor.role)) return refuse('sensitive-group')
  const errands = errandsOf(await movesOfDay(look, input))
  if (errands.length === 0) return refuse('nothing-to-print')
  return done({
    title: dayTitle('paper.timetable.pass', input.day),
    // Neither the session nor its hours as the subject: the list of issued papers would tell which group a pass was for.
    subjectId: input.personId ?? null,
    about: [input.day, input.personId, input.sessionId].filter(Boolean).join(' '),
    facts: await passFacts(look, input.day, errands),
  })
}

async function passFacts(look: Look, day: CivilDate, errands: readonly Errand[]) {
  const words = wordsIn(PAPER_LANGUAGE)
  const { walkingMinutes } = await settingsOn(look.db, day)
  return {
    day,
    dormitoryWord: await findDormitoryWord(look.db),
    passes: errands.map(({ woman, move }) => ({
      name: listName(woman),
      dormitory: woman.dormitory,
      to: move.where === 'outside' ? ('outside' as const) : ('room' as const),
      place: placeOf(move, words),
      startsAt: move.startsAt,
      endsAt: move.endsAt,
      validFrom: shifted(move.startsAt, -walkingMinutes),
      validUntil: move.endsAt && shifted(move.endsAt, walkingMinutes),
      changed: move.changed,
    })),
  }
}

/** Every pass of the day in one paper, in the order in which custody hands them out: by dormitory and bed. */
export async function morningPasses(look: Look, day: CivilDate): Promise<MorningWish[]> {
  const women = (await movesOfDay(look, { day })).toSorted(
    (a, b) => inOrder(bedOf(a.woman.dormitory).dormitory, bedOf(b.woman.dormitory).dormitory) || byBed(a, b),
  )
  const errands = women.flatMap((each) => errandsOf([each]))
  if (errands.length === 0) return []
  const wish = {
    title: dayTitle('paper.timetable.pass', day),
    subjectId: null,
    about: day,
    facts: await passFacts(look, day, errands),
  }
  return [{ paper: passPaper, wish, of: null, women: errands.length }]
}

/** The arrival list of the day, if anybody goes anywhere. */
export async function morningArrivals(look: Look, day: CivilDate): Promise<MorningWish[]> {
  const wished = await wishArrivals(look, { day })
  if (!wished.ok) return []
  const women = errandsOf(await movesOfDay(look, { day })).length
  return [{ paper: arrivalsPaper, wish: wished.value, of: null, women }]
}

/** What the day's papers will be, without making them: one look at who goes where. */
export async function morningSheets(
  look: Look,
  day: CivilDate,
): Promise<
  readonly {
    kind: 'movements' | 'arrivals' | 'passes'
    type: string
    about: string
    of: string | null
    women: number
  }[]
> {
  const women = await movesOfDay(look, { day })
  const dormitories = [...groupBy(women, ({ woman }) => bedOf(woman.dormitory).dormitory)].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || inOrder(a, b),
  )
  const errands = errandsOf(women).length
  const whole = (kind: 'arrivals' | 'passes', type: string) =>
    errands === 0 ? [] : [{ kind, type, about: day, of: null, women: errands }]
  return [
    ...dormitories.map(([dormitory, of]) => ({
      kind: 'movements' as const,
      type: movementsPaper.type,
      about: aboutMovements(day, aloneAs(dormitory, dormitories.length)),
      of: dormitory || null,
      women: of.length,
    })),
    ...whole('arrivals', arrivalsPaper.type),
    ...whole('passes', passPaper.type),
  ]
}
