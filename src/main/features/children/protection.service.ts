/** Worries about a child's safety: written down, notified to the authority in time, followed, closed. */
import type { Output } from '../../../shared/contract'
import { RESTRICTED_SUBJECT, type childProtectionContract } from '../../../shared/contract/child-protection.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { Task } from '../../../shared/contract/tasks.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { PROTECTION } from '../../../shared/kernel/roles'
import { listName } from '../../../shared/kernel/text'
import { settingsOn } from '../../platform/settings/settings'
import type { Act, Look } from '../../platform/seam/act'
import * as childNames from './child-names.repo'
import { concernTasks, notifyBy, refusalOf, stateAfter } from './protection.rules'
import * as repo from './protection.repo'

type Parsed<Name extends keyof typeof childProtectionContract> = ParsedInputOf<(typeof childProtectionContract)[Name]>

/** A stored concern with how it stands at this instant. */
function standing(stored: repo.StoredConcern, look: Pick<Look, 'now'>, hours: number) {
  const state = stateAfter(stored.steps)
  const by = notifyBy(stored.enteredAt, hours)
  return { state, notifyBy: by, isLate: state === 'to-notify' && by < look.now }
}

/** The concerns of one child. */
export async function ofChild(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.protection'>, 'unknown-child'>> {
  const child = await childNames.findName(look.db, input.id)
  if (!child) return refuse('unknown-child')
  const { protectionNotifyHours: hours } = await settingsOn(look.db, look.today)
  const concerns = (await repo.listConcerns(look.db, { childId: input.id })).map((stored) => {
    const { childId: _child, ...concern } = stored
    return { ...concern, ...standing(stored, look, hours) }
  })
  return done({ child, today: look.today, hours, concerns })
}

/** Every concern that is not closed, whoever the child: what is late first. */
export async function openConcerns(look: Look): Promise<Outcome<Output<'children.openConcerns'>, never>> {
  const { protectionNotifyHours: hours } = await settingsOn(look.db, look.today)
  const stored = await repo.listConcerns(look.db)
  const names = await childNames.namesOf(
    look.db,
    stored.map((each) => each.childId),
  )
  const rows = stored.flatMap((each) => {
    const child = names.get(each.childId)
    const stands = standing(each, look, hours)
    return child && stands.state !== 'closed' ? [{ child, id: each.id, seenOn: each.seenOn, ...stands }] : []
  })
  return done(rows.sort((a, b) => Number(b.isLate) - Number(a.isLate) || a.notifyBy.localeCompare(b.notifyBy)))
}

/** Writes a worry down; the clock to notify begins. The child is not the audit's subject: her history must not tell. */
export async function raiseConcern(act: Act, input: Parsed<'children.raiseConcern'>) {
  if (!(await childNames.findName(act.db, input.childId))) return refuse('unknown-child')
  if (input.seenOn > act.today) return refuse('day-in-the-future', undefined, 'seenOn')
  const id = await repo.insertConcern(act.trx, { ...input, enteredAt: act.now, enteredBy: act.actor.id })
  const { childId, seenOn, seenAt, seenBy } = input
  await act.audit({
    event: 'protection.raised',
    subjectType: RESTRICTED_SUBJECT,
    subjectId: id,
    after: { childId, seenOn, seenAt, seenBy },
  })
  return done({ id })
}

/** Adds a step: notified to an authority, followed, closed, opened again. What was written is never rewritten. */
export async function stepConcern(act: Act, input: Parsed<'children.stepConcern'>) {
  const [stored] = await repo.listConcerns(act.db, { id: input.id })
  if (!stored) return refuse('unknown-concern')
  const why = refusalOf(stateAfter(stored.steps), input.kind)
  if (why) return refuse(why)
  if (input.day > act.today) return refuse('day-in-the-future', undefined, 'day')
  if (input.day < stored.seenOn) return refuse('before-concern', { day: stored.seenOn }, 'day')
  const closedOn = input.kind === 'closed' ? input.day : null
  if (!(await repo.markConcern(act.trx, input.id, input.version, closedOn))) return refuse('stale')
  const { kind, day, time, authority, folio, what } = input
  await repo.insertStep(act.trx, {
    concernId: input.id,
    kind,
    day,
    time,
    authority,
    folio,
    what,
    at: act.now,
    by: act.actor.id,
  })
  await act.audit({
    event: 'protection.step-added',
    subjectType: RESTRICTED_SUBJECT,
    subjectId: input.id,
    after: { childId: stored.childId, kind, day, authority, folio },
  })
  return done(null)
}

/** What the open concerns ask, for those who may know of them; for everybody else there is nothing. */
export async function protectionTasks({ db, actor, today }: Look): Promise<Task[]> {
  if (!PROTECTION.includes(actor.role)) return []
  const { protectionNotifyHours } = await settingsOn(db, today)
  const stored = await repo.listConcerns(db)
  const names = await childNames.namesOf(
    db,
    stored.map((each) => each.childId),
  )
  const concerns = stored.flatMap((each) => {
    const child = names.get(each.childId)
    const lastStepOn = each.steps.at(-1)?.day ?? null
    return child ? [{ ...each, childName: listName(child), state: stateAfter(each.steps), lastStepOn }] : []
  })
  return concernTasks(concerns, protectionNotifyHours, today, await repo.findTimezone(db))
}
