/** Closing an edition by checklist, and reopening it with a reason. */
import type { Input, Output } from '../../../shared/contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look, Moment } from '../../platform/seam/act'
import * as closingRepo from './closing.repo'
import { closingItems } from './closing.rules'
import { refusalOf, stateOf } from './edition-states.rules'
import * as editionsRepo from './editions.repo'
import * as write from './write-editions.repo'

const itemsOf = async (db: ReadDb, id: string, now: Moment): Promise<Output<'programs.closing'>> =>
  closingItems(
    {
      sessions: await closingRepo.listClosingSessions(db, id),
      places: await closingRepo.countPlaces(db, id),
      kitSince: await closingRepo.findKitSince(db, id),
    },
    now,
  )

/** What is still open before it may be closed. */
export async function closing(look: Look, input: Input<'programs.closing'>) {
  if (!(await editionsRepo.findEdition(look.db, input.id))) return refuse('unknown-edition')
  return done(await itemsOf(look.db, input.id, look))
}

export async function close(act: Act, input: Input<'programs.close'>) {
  const found = await editionsRepo.findEdition(act.db, input.id)
  if (!found) return refuse('unknown-edition')
  const state = stateOf(found, act.today)
  const refused = refusalOf(state, 'close')
  if (refused === 'edition-not-begun' || refused === 'edition-closed') return refuse(refused)
  const items = await itemsOf(act.db, input.id, act)
  const open = items.reduce((sum, item) => sum + item.open, 0)
  if (open > 0) return refuse('checklist-open', { count: open })
  if (!(await write.markEdition(act.trx, input.id, input.version, { closed_on: act.today }))) return refuse('stale')
  await act.audit({
    event: 'edition.closed',
    subjectType: 'edition',
    subjectId: input.id,
    before: { state },
    after: { checked: items.map(({ kind, total }) => ({ kind, total })) },
  })
  return done(null)
}

export async function reopen(act: Act, input: Input<'programs.reopen'>) {
  const found = await editionsRepo.findEdition(act.db, input.id)
  if (!found) return refuse('unknown-edition')
  if (refusalOf(stateOf(found, act.today), 'reopen')) return refuse('edition-not-closed')
  if (!(await write.markEdition(act.trx, input.id, input.version, { closed_on: null }))) return refuse('stale')
  await act.audit({
    event: 'edition.reopened',
    subjectType: 'edition',
    subjectId: input.id,
    before: { closedOn: found.closedOn },
    reason: input.reason,
  })
  return done(null)
}
