/** The list and the records of the children. The adults who collect them: see `adults.service.ts`. */
import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import type { childrenContract, ChildFacts, ChildRow } from '../../../shared/contract/children.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { checkCurp, cleanCurp, type CurpWarning } from '../../../shared/kernel/curp'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { groupBy } from '../../../shared/kernel/group-by'
import { fold, inOrder, listName, squeeze } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import { changesBetween } from '../../platform/audit/changes'
import { settingsOn } from '../../platform/settings/settings'
import type { Act, Look } from '../../platform/seam/act'
import { standingOf } from './child-standing.service'
import { ageOn, childSearchTextOf, choose, lifeFault, livesHere, nextChildCode, sameChild } from './children.rules'
import * as repo from './children.repo'
import { listExtensions } from './extension.repo'
import { gridOf } from './grid.service'
import { mayOn } from './grid.rules'

type Parsed<Name extends keyof typeof childrenContract> = ParsedInputOf<(typeof childrenContract)[Name]>

/** Children with their ages on a day and how many adults may collect them then, in Spanish order. */
async function rowsOn(
  db: ReadDb,
  day: CivilDate,
  filter: Parameters<typeof repo.listChildren>[1],
): Promise<{ rows: ChildRow[]; limit: number }> {
  const { ageLimitMonths: limit } = await settingsOn(db, day)
  const extensions = groupBy(await listExtensions(db), (each) => each.childId)
  const grid = await gridOf(db)
  const may = (childId: string): number =>
    grid.filter((line) => line.childId === childId && mayOn(line, 'take-out', day)).length
  const rows = (await repo.listChildren(db, filter)).map((child) => ({
    ...child,
    age: ageOn(child, day, limit, extensions.get(child.id)),
    mayCollect: may(child.id),
  }))
  return { rows: rows.sort((a, b) => inOrder(listName(a), listName(b))), limit }
}

/** The list, with ages on today or on the day asked for. */
export async function list(
  look: Look,
  input: Parsed<'children.list'>,
): Promise<Outcome<Output<'children.list'>, never>> {
  const day = input.day ?? look.today
  const { rows, limit } = await rowsOn(look.db, day, {})
  const words = fold(input.search).split(' ').filter(Boolean)
  const found = words.length === 0 ? rows : (await rowsOn(look.db, day, { words })).rows
  return done({
    rows: choose(found, input, day),
    total: choose(rows, { presence: input.presence }, day).length,
    day,
    ageLimitMonths: limit,
  })
}

/** All children of a woman, for her record: those who live here, those outside, those who left. */
export async function ofMother(
  look: Look,
  input: Input<'children.ofMother'>,
): Promise<Outcome<Output<'children.ofMother'>, never>> {
  return done((await rowsOn(look.db, look.today, { motherId: input.id })).rows)
}

/** How the children stand against the age limit on a day: what the report of a month says of them. */
export async function childrenOn(
  db: ReadDb,
  day: CivilDate,
): Promise<{ count: number; over: string[]; soon: string[]; approximate: string[] }> {
  const here = choose((await rowsOn(db, day, {})).rows, { presence: 'here' }, day)
  const codes = (limit: 'over' | 'soon' | 'approximate'): string[] =>
    choose(here, { presence: 'all', limit }, day)
      .map((child) => child.code)
      .sort()
  return { count: here.length, over: codes('over'), soon: codes('soon'), approximate: codes('approximate') }
}

/** One child's record. */
export async function get(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.get'>, 'unknown-child'>> {
  const stored = await repo.findChild(look.db, input.id)
  const { rows, limit } = await rowsOn(look.db, look.today, { id: input.id })
  const row = rows[0]
  if (!stored || !row) return refuse('unknown-child')
  const { motherId, ...child } = stored
  const siblings = (await rowsOn(look.db, look.today, { motherId })).rows.filter((each) => each.id !== input.id)
  return done({
    id: input.id,
    ...child,
    mother: row.mother,
    age: row.age,
    ageLimitMonths: limit,
    today: look.today,
    curpWarnings: [...warningsOf(stored.facts)],
    ...(await standingOf(look, input.id)),
    outings: await repo.listOutings(look.db, input.id),
    siblings: siblings.map((each) => ({
      id: each.id,
      code: each.code,
      givenNames: each.givenNames,
      months: each.age.months,
      approximate: each.age.approximate,
      here: livesHere(each, look.today),
    })),
  })
}

const warningsOf = (facts: ChildFacts): readonly CurpWarning[] =>
  facts.curp
    ? checkCurp(facts.curp, { ...facts, birthDate: facts.birthPrecision === 'exact' ? facts.birthDate : null })
    : []

/** As written into the row: single blanks, CURP in capitals. */
const tidied = (facts: ChildFacts): ChildFacts => ({
  ...facts,
  surname1: squeeze(facts.surname1),
  surname2: facts.surname2 && squeeze(facts.surname2),
  givenNames: squeeze(facts.givenNames),
  curp: facts.curp && cleanCurp(facts.curp),
})

/** Registers a child under her or his mother, with the next code of the center. */
export async function register(act: Act, input: Parsed<'children.register'>) {
  const facts = tidied(input.facts)
  if (!(await repo.hasPerson(act.db, input.motherId))) return refuse('unknown-mother', undefined, 'motherId')
  const fault = lifeFault({ ...facts, livesHereUntil: null }, act.today)
  if (fault && fault.code !== 'before-admission') return refuse(fault.code, undefined, fault.field)
  const contact = input.outside?.lastContactOn
  if (contact && contact > act.today) return refuse('day-in-the-future', undefined, 'lastContactOn')
  const siblings = await repo.listChildren(act.db, { motherId: input.motherId })
  const same = siblings.find((sibling) => sameChild(sibling, facts))
  if (same) return refuse('child-registered-already', { code: same.code }, 'givenNames')
  const { center, codes } = await repo.findCodes(act.db)
  const { motherId, kind } = input
  const outside = kind === 'outside' ? input.outside : null
  const child = { id: randomUUID(), code: nextChildCode(center, codes), motherId, kind, facts, outside }
  await repo.insertChild(act.trx, { ...child, searchText: childSearchTextOf({ ...facts, code: child.code }) })
  await act.audit({
    event: 'child.registered',
    subjectType: 'child',
    subjectId: child.id,
    after: { code: child.code, motherId, kind, ...facts, ...outside },
  })
  return done({ id: child.id, code: child.code, curpWarnings: [...warningsOf(facts)] })
}

/** Corrects a child's data; what stood there before stays in the audit, with the reason. */
export async function correct(act: Act, input: Parsed<'children.correct'>) {
  const child = await repo.findChild(act.db, input.id)
  if (!child) return refuse('unknown-child')
  const facts = tidied(input.facts)
  const changed = changesBetween(child.facts, facts)
  if (!changed) return refuse('nothing-changed')
  // A child of outside comes to live here by an admission, never by a date typed in.
  if (child.kind === 'outside' && facts.livesHereFrom) return refuse('child-lives-outside', undefined, 'livesHereFrom')
  const fault = lifeFault({ ...facts, livesHereUntil: child.livesHereUntil }, act.today)
  if (fault) return refuse(fault.code, facts.livesHereFrom ? { day: facts.livesHereFrom } : undefined, fault.field)
  const searchText = childSearchTextOf({ ...facts, code: child.code })
  if (!(await repo.markChild(act.trx, input.id, input.version, facts, searchText))) return refuse('stale')
  await act.audit({
    event: 'child.corrected',
    subjectType: 'child',
    subjectId: input.id,
    before: changed.before,
    after: changed.after,
    reason: input.reason,
  })
  return done({ id: input.id, code: child.code, curpWarnings: [...warningsOf(facts)] })
}

/** Where a child outside lives, with whom, and when mother and child last heard of one another. */
export async function noteOutside(act: Act, input: Parsed<'children.noteOutside'>) {
  const child = await repo.findChild(act.db, input.id)
  if (!child) return refuse('unknown-child')
  if (livesHere(child, act.today)) return refuse('child-lives-here')
  const { outside } = input
  if (outside.lastContactOn && outside.lastContactOn > act.today)
    return refuse('day-in-the-future', undefined, 'lastContactOn')
  const changed = changesBetween(child.outside, outside)
  if (!changed) return refuse('nothing-changed')
  if (!(await repo.markOutside(act.trx, input.id, input.version, outside))) return refuse('stale')
  await act.audit({
    event: 'child.outside-noted',
    subjectType: 'child',
    subjectId: input.id,
    before: changed.before,
    after: changed.after,
  })
  return done(null)
}
