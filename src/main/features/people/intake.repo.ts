/** The intake conversations: table intake. Each is a row; the newest holds, the others are what she said before. */
import type { IntakeAnswers, IntakeTaken } from '../../../shared/contract/intake.contract'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

const yesNo = (value: number | null): boolean | null => (value === null ? null : value === 1)
const asNumber = (value: boolean | null): number | null => (value === null ? null : Number(value))
const list = (json: string): string[] => JSON.parse(json) as string[]

export type TakenRow = Omit<IntakeTaken, 'ofThisStay'> & { readonly stayId: string }

/** A woman's intakes, the latest first. */
export async function listIntakes(db: ReadDb, personId: string): Promise<TakenRow[]> {
  const rows = await db
    .selectFrom('intake')
    .leftJoin('staff', 'staff.id', 'intake.taken_by')
    .selectAll('intake')
    .select('staff.name as staff_name')
    .where('person_id', '=', personId)
    .orderBy((eb) => eb('superseded_at', 'is', null), 'desc')
    .orderBy('taken_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    stayId: row.stay_id,
    takenOn: row.taken_on,
    takenAt: row.taken_at,
    takenBy: row.staff_name,
    declined: row.declined === 1,
    answers: {
      schooling: row.schooling as IntakeAnswers['schooling'],
      wantsSchool: yesNo(row.wants_school),
      tradesKnown: list(row.trades_known_json),
      tradesWanted: list(row.trades_wanted_json),
      tradesNote: row.trades_note,
      childrenOutside: row.children_outside,
      childrenOutsideWith: row.children_outside_with,
      dependants: row.dependants,
      languages: row.languages,
      spanish: row.spanish as IntakeAnswers['spanish'],
      reads: row.reads as IntakeAnswers['reads'],
      readAloud: yesNo(row.read_aloud),
      barriers: list(row.barriers_json) as IntakeAnswers['barriers'],
      barriersNote: row.barriers_note,
      leavesAbout: row.leaves_about,
    },
  }))
}

export interface NewIntake {
  readonly id: string
  readonly personId: string
  readonly stayId: string
  readonly takenOn: CivilDate
  readonly takenAt: Instant
  readonly takenBy: string | null
  readonly declined: boolean
  readonly answers: IntakeAnswers
}

/** Adds an intake; the one that held before stays as what she said before. */
export async function insertIntake(trx: Trx, intake: NewIntake): Promise<void> {
  await trx
    .updateTable('intake')
    .set({ superseded_at: intake.takenAt })
    .where('person_id', '=', intake.personId)
    .where('superseded_at', 'is', null)
    .execute()
  const { answers } = intake
  await trx
    .insertInto('intake')
    .values({
      id: intake.id,
      person_id: intake.personId,
      stay_id: intake.stayId,
      taken_on: intake.takenOn,
      taken_at: intake.takenAt,
      taken_by: intake.takenBy,
      declined: Number(intake.declined),
      schooling: answers.schooling,
      wants_school: asNumber(answers.wantsSchool),
      trades_known_json: JSON.stringify(answers.tradesKnown),
      trades_wanted_json: JSON.stringify(answers.tradesWanted),
      trades_note: answers.tradesNote,
      children_outside: answers.childrenOutside,
      children_outside_with: answers.childrenOutsideWith,
      dependants: answers.dependants,
      languages: answers.languages,
      spanish: answers.spanish,
      reads: answers.reads,
      read_aloud: asNumber(answers.readAloud),
      barriers_json: JSON.stringify(answers.barriers),
      barriers_note: answers.barriersNote,
      leaves_about: answers.leavesAbout,
    })
    .execute()
}

/** How many of her children live here on a day. */
export async function countChildrenInside(db: ReadDb, motherId: string, day: CivilDate): Promise<number> {
  const row = await db
    .selectFrom('child')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('mother_id', '=', motherId)
    .where('kind', '=', 'here')
    .where((eb) => eb.or([eb('lives_here_from', 'is', null), eb('lives_here_from', '<=', day)]))
    .where((eb) => eb.or([eb('lives_here_until', 'is', null), eb('lives_here_until', '>', day)]))
    .executeTakeFirstOrThrow()
  return row.n
}

/** The catalog's workshops, but those of a sensitive axis: what she wants of those is asked elsewhere. */
export const listWorkshops = (db: ReadDb): Promise<{ id: string; title: string }[]> =>
  db
    .selectFrom('workshop')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['workshop.id', 'workshop.title'])
    .where('axis.sensitive', '=', 0)
    .orderBy('workshop.title')
    .execute()
