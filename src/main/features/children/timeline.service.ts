/** A child's timeline: the life, the decisions, the plan, the outings, in one order of time. */
import type { Output } from '../../../shared/contract'
import type { ChildEvent } from '../../../shared/contract/child-standing'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Look } from '../../platform/seam/act'
import * as repo from './children.repo'
import { findTimezone } from './custody.repo'
import { eventOf, inTimeOrder } from './timeline.rules'
import * as trail from './timeline.repo'

/** Everything about the child, the latest first. */
export async function timeline(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.timeline'>, 'unknown-child'>> {
  const child = await repo.findChild(look.db, input.id)
  if (!child) return refuse('unknown-child')
  const events = (await trail.listTrail(look.db, input.id, await findTimezone(look.db))).map(eventOf)
  const passages = (await trail.listPassages(look.db, input.id)).map((row): ChildEvent => ({
    key: `passage:${row.id}`,
    day: row.day,
    at: row.at,
    theme: 'outings',
    event: row.direction === 'out' ? 'went-out' : 'came-back',
    facts: { folio: row.folio, ...(row.adultName ? { name: row.adultName } : {}) },
    actor: null,
    reason: null,
  }))
  return done(inTimeOrder([...events, ...passages, ...daysOf(child)]))
}

const CAME_EVENTS = {
  'born-here': 'came-born-here',
  'with-mother': 'came-with-mother',
  later: 'came-later',
} as const

/** Days of the life that no act of the office wrote: birth, and coming to live here. */
function daysOf(child: NonNullable<Awaited<ReturnType<typeof repo.findChild>>>): ChildEvent[] {
  const of = (event: string, day: string | null, facts: ChildEvent['facts'] = {}): ChildEvent[] =>
    day ? [{ key: event, day, at: null, theme: 'life', event, facts, actor: null, reason: null }] : []
  const { birthDate, birthPrecision, livesHereFrom, came } = child.facts
  return [
    ...of(birthPrecision === 'approximate' ? 'born-about' : 'born', birthDate),
    ...of(came ? CAME_EVENTS[came] : 'came', livesHereFrom),
  ]
}
