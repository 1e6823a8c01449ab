/** The day sheet of the childcare room: printed, found again by its folio, keyed back. */
import type { Output } from '../../../shared/contract'
import type { childcareContract } from '../../../shared/contract/childcare.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { folioFrom } from '../../../shared/kernel/typed-folio'
import { inBatch } from '../../platform/batches/batches'
import { newerFolioOf } from '../../platform/documents/editions'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Act, Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { overlap } from './room.rules'
import { expectedOn, ratioRule, tidied } from './room.service'
import * as repo from './room.repo'
import { findIssuer } from './scheme.repo'
import { roomSheetPaper } from './room-sheet.pdf'

type Parsed<Name extends keyof typeof childcareContract> = ParsedInputOf<(typeof childcareContract)[Name]>

/** The steps that print the sheet of a day. */
export const printRoom = (tools: Tools) =>
  paperSteps(roomSheetPaper, tools.render, async (input: Parsed<'children.printRoom'>, look) => wishRoom(look, input))

async function wishRoom(look: Look, { day }: Parsed<'children.printRoom'>): Promise<Outcome<PaperWish, never>> {
  const expected = await expectedOn(look.db, day, look.today, [])
  const { issuer } = await findIssuer(look.db)
  return done({
    title: `${wordsIn(PAPER_LANGUAGE)('paper.children.room-sheet')} · ${formatDay(day, PAPER_LANGUAGE)}`,
    // By the day a sheet that comes back is found again.
    about: day,
    subjectId: null,
    facts: {
      issuer,
      day,
      rule: await ratioRule(look.db, day),
      children: expected.map((child) => ({
        name: listName(child),
        mother: child.mother,
        months: child.months,
        approximate: child.approximate,
        from: child.from,
        until: child.until,
      })),
    },
  })
}

/** The day of a sheet, by the folio on it. */
export async function byFolio(
  look: Look,
  input: { folio: string },
): Promise<Outcome<Output<'children.roomByFolio'>, 'folio-mistyped' | 'unknown-room-folio'>> {
  const folio = folioFrom(input.folio)
  if (!folio) return refuse('folio-mistyped', { folio: input.folio }, 'folio')
  const day = await repo.findDayOfFolio(look.db, roomSheetPaper.type, folio)
  if (!day) return refuse('unknown-room-folio', { folio }, 'folio')
  return done({ day, folio, newerFolio: await newerFolioOf(look.db, folio) })
}

/** Keys what a sheet says of one day; all of it can be taken back as one. */
export async function keyRoom(act: Act, input: Parsed<'children.keyRoom'>) {
  if (input.day > act.today) return refuse('day-in-the-future', undefined, 'day')
  const children = await repo.listRoomChildren(act.db, input.day)
  const known = (await repo.listStays(act.db, { day: input.day })).filter((stay) => stay.day === input.day)
  const spans: { childId: string; inAt: string; outAt: string | null }[] = [...known]
  for (const [index, stay] of input.stays.entries()) {
    const field = `stays.${String(index)}`
    const child = children.find((each) => each.id === stay.childId)
    if (!child) return refuse('unknown-child', undefined, field)
    const name = listName(child)
    if (!child.here) return refuse('child-not-here', { name }, field)
    if (stay.outAt <= stay.inAt) return refuse('out-before-in', { at: stay.inAt }, field)
    if (input.day === act.today && stay.outAt > act.time) return refuse('time-in-the-future', { time: act.time }, field)
    const clashing = spans.find((each) => each.childId === stay.childId && overlap(each, stay))
    if (clashing) return refuse('stays-overlap', { name, from: clashing.inAt }, field)
    spans.push(stay)
  }
  return writeStays(act, input)
}

async function writeStays(act: Act, input: Parsed<'children.keyRoom'>) {
  const title = `${wordsIn(PAPER_LANGUAGE)('paper.children.room-sheet')} · ${formatDay(input.day, PAPER_LANGUAGE)}`
  const written = await inBatch<null, never>(act, { kind: 'children-room', title }, ['childcare_stay'], async () => {
    for (const stay of input.stays) {
      const hands = { brought: tidied(stay.brought), fetched: tidied(stay.fetched) }
      const { day, folio } = input
      await repo.insertStay(act.trx, { ...stay, ...hands, day, folio }, { at: act.now, by: act.actor.id })
    }
    return done(null)
  })
  if (!written.ok) return written
  await act.audit({
    event: 'room.sheet-keyed',
    subjectType: 'room',
    subjectId: written.value.batchId,
    after: { day: input.day, folio: input.folio, children: input.stays.map(({ childId }) => childId) },
  })
  return done({ keyed: input.stays.length, batchId: written.value.batchId })
}
