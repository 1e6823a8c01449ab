/** Appointments of women and of children: what is shown, and what each would collide with. */
import type { Input, Output } from '../../../shared/contract'
import type { AppointmentRow } from '../../../shared/contract/appointments.contract'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { daysBetween } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder, listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import * as repo from './appointments.repo'
import type { Hides } from './clash-facts.rules'
import { hidesFrom } from './clash-world.service'
import { clashesOfUses, type OneOff } from './clashes-ahead.service'
import { listChildNames, listWomen } from './clashes.repo'

const LONGEST_PERIOD = 366

/** Appointments of a period. Of a child's who may not know of it learns that her mother is taken up, and when. */
export async function list(
  look: Look,
  input: Required<Pick<Input<'timetable.appointments'>, 'withCancelled'>> & Input<'timetable.appointments'>,
) {
  if (daysBetween(input.from, input.until) > LONGEST_PERIOD) return refuse('period-too-long', { days: LONGEST_PERIOD })
  const rows = await repo.listAppointments(look.db, input)
  const hides = hidesFrom(look)
  return done(rows.map((row) => toRow(row, hides)))
}

/** One appointment, as its page shows it; of a child's who may not know of it learns nothing. */
export async function get(look: Look, input: Input<'timetable.appointment'>) {
  const row = await repo.findAppointment(look.db, input.id)
  const hides = hidesFrom(look)
  return !row || (row.childId !== null && hides.children) ? refuse('unknown-appointment') : done(toRow(row, hides))
}

function toRow(row: repo.AppointmentRecord, hides: Hides): AppointmentRow {
  const care = row.childId !== null && hides.children
  const ofChild = row.childId !== null && !care
  return {
    id: row.id,
    version: row.version,
    personId: ofChild ? null : row.herId,
    childId: ofChild ? row.childId : null,
    who: ofChild
      ? listName({
          surname1: row.childSurname1 ?? '',
          surname2: row.childSurname2,
          givenNames: row.childGivenNames ?? '',
        })
      : listName(row),
    fileNumber: ofChild ? null : row.fileNumber,
    kind: care ? 'care' : row.kind,
    day: row.day,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    roomId: care ? null : row.roomId,
    place: care ? null : (row.room ?? row.place),
    outside: !care && row.outside,
    note: care ? null : row.note,
    cancelledOn: row.cancelledOn,
    cancelledReason: care ? null : row.cancelledReason,
  }
}

/** When and where, without whose. */
export type Facts = Omit<Input<'timetable.addAppointments'>, 'personIds' | 'note' | 'despite'>

/** A room of the timetable is a place of its own, inside. */
export const cleaned = <F extends Facts>(facts: F): F =>
  facts.roomId ? { ...facts, place: null, outside: false } : { ...facts }

/** One who goes to an appointment: a woman, or a child. */
export interface Goer {
  readonly id: string
  readonly who: string
  readonly personId: string | null
  readonly childId: string | null
}

/** What each who would go would collide with, and the rooms to choose from. */
export async function previewWomen(look: Look, input: Input<'timetable.previewAppointment'>) {
  if (reversed(input)) return refuse('times-reversed', undefined, 'endsAt')
  const goers = await womenOf(look, input.personIds)
  if (!goers) return refuse('unknown-person')
  return done(await previewOf(look, goers, input))
}

/** The same for a child. */
export async function previewChild(look: Look, input: Input<'timetable.previewChildAppointment'>) {
  if (reversed(input)) return refuse('times-reversed', undefined, 'endsAt')
  const goers = input.childId === null ? [] : await childrenOf(look, [input.childId])
  if (!goers) return refuse('unknown-child')
  return done(await previewOf(look, goers, input))
}

async function previewOf(
  look: Look,
  goers: readonly Goer[],
  facts: Facts & { id?: string | undefined },
): Promise<Output<'timetable.previewAppointment'>> {
  const clashes = await clashesOfGoers(look, goers, facts, facts.id)
  return {
    goers: goers.map(({ id, who }, i) => ({ id, who, clashes: clashes[i] ?? [] })),
    rooms: await repo.listOpenRooms(look.db),
  }
}

/** An end before the beginning. */
export const reversed = ({ startsAt, endsAt }: Pick<Facts, 'startsAt' | 'endsAt'>): boolean =>
  endsAt !== null && endsAt <= startsAt

/** Women by id, each once; undefined if one is unknown. */
export async function womenOf(look: Look, ids: readonly string[]): Promise<Goer[] | undefined> {
  const wanted = [...new Set(ids)]
  const names = new Map(
    (wanted.length > 0 ? await listWomen(look.db, wanted) : []).map((row) => [row.id, listName(row)]),
  )
  if (names.size < wanted.length) return undefined
  return wanted.map((id) => ({ id, who: names.get(id) ?? '', personId: id, childId: null }))
}

/** Children by id; undefined if one is unknown. */
export async function childrenOf(look: Look, ids: readonly string[]): Promise<Goer[] | undefined> {
  const names = await listChildNames(look.db, ids)
  if (names.length < ids.length) return undefined
  return names.map((row) => ({ id: row.id, who: listName(row), personId: null, childId: row.id }))
}

/** What each who goes would collide with, in their order. */
export async function clashesOfGoers(
  look: Look,
  goers: readonly Goer[],
  facts: Facts,
  id: string | undefined,
): Promise<ClashFacts[][]> {
  if (goers.length === 0) return []
  const at = cleaned(facts)
  const asked = goers.map(({ personId, childId }): OneOff => ({
    is: at.kind,
    day: at.day,
    startsAt: at.startsAt,
    endsAt: at.endsAt,
    roomId: at.roomId,
    place: at.place,
    outside: at.outside,
    ...(id && { id }),
    ...(personId && { personId }),
    ...(childId && { childId }),
  }))
  return clashesOfUses(look.db, asked, hidesFrom(look))
}

/** Children who live here, by name. */
export async function children(look: Look): Promise<Outcome<Output<'timetable.children'>, never>> {
  const rows = await repo.listChildren(look.db, look.today)
  return done(
    rows
      .map((row) => ({
        id: row.id,
        name: listName(row),
        mother: listName({
          surname1: row.motherSurname1,
          surname2: row.motherSurname2,
          givenNames: row.motherGivenNames,
          chosenName: row.motherChosenName,
        }),
      }))
      .sort((a, b) => inOrder(a.name, b.name)),
  )
}
