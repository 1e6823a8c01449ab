/** Alerts on a woman's record: raised, reviewed, closed. An alert that a role may not read does not exist for it. */
import { randomUUID } from 'node:crypto'
import type { Output } from '../../../shared/contract'
import { circlesRead, type alertsContract } from '../../../shared/contract/alerts.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { changesBetween } from '../../platform/audit/changes'
import type { Act, Look } from '../../platform/seam/act'
import { ALERT_ACTS, alertState, circleFits, inAlertOrder, ownerReads } from './alert.rules'
import * as repo from './alert.repo'
import { findPerson } from './people.repo'

type Parsed<Name extends keyof typeof alertsContract> = ParsedInputOf<(typeof alertsContract)[Name]>

/** A woman's alerts that the role may read. */
export async function listAlerts(
  look: Look,
  input: Parsed<'people.alerts'>,
): Promise<Outcome<Output<'people.alerts'>, never>> {
  const rows = await repo.listAlerts(look.db, input.id, circlesRead(look.actor.role))
  return done(
    rows.map(({ personId: _hers, ...row }) => ({ ...row, state: alertState(row, look.today) })).sort(inAlertOrder),
  )
}

/** Raises an alert. Its readers are at most those of its kind, and its owner is one of them. */
export async function raiseAlert(act: Act, input: Parsed<'people.raiseAlert'>) {
  if (!(await findPerson(act.db, input.personId))) return refuse('unknown-person')
  if (!circleFits(input.kind, input.circle)) return refuse('circle-too-wide', undefined, 'circle')
  if (!ownerReads(input.circle, input.ownerRole)) return refuse('owner-cannot-read', undefined, 'ownerRole')
  if (input.reviewOn < input.startsOn) return refuse('review-before-start', undefined, 'reviewOn')
  if (input.endsOn && input.endsOn < input.startsOn) return refuse('end-before-start', undefined, 'endsOn')
  const id = randomUUID()
  await repo.insertAlert(act.trx, id, input)
  // The note stays in the alert: the audit is read by others than those of its circle.
  const { note: _note, ...after } = input
  await act.audit({ event: 'alert.raised', subjectType: 'alert', subjectId: id, after })
  return done({ id })
}

/** Somebody looked again: the next review, perhaps another end, owner or note. */
export async function reviewAlert(act: Act, input: Parsed<'people.reviewAlert'>) {
  const alert = await repo.findAlert(act.db, input.id, circlesRead(act.actor.role))
  if (!alert) return refuse('unknown-alert')
  if (ALERT_ACTS[alertState(alert, act.today)].review !== 'done') return refuse('alert-closed')
  const { id, version, ...review } = input
  if (!ownerReads(alert.circle, review.ownerRole)) return refuse('owner-cannot-read', undefined, 'ownerRole')
  if (review.reviewOn <= act.today) return refuse('review-not-ahead', undefined, 'reviewOn')
  if (review.endsOn && review.endsOn < alert.startsOn) return refuse('end-before-start', undefined, 'endsOn')
  const { ownerRole, reviewOn, endsOn, note } = alert
  const changed = changesBetween({ ownerRole, reviewOn, endsOn, note }, review)
  if (!changed) return refuse('nothing-changed')
  if (!(await repo.markAlert(act.trx, id, version, { review }))) return refuse('stale')
  const { note: _was, ...before } = changed.before
  const { note: _is, ...after } = changed.after
  await act.audit({ event: 'alert.reviewed', subjectType: 'alert', subjectId: id, before, after })
  return done(null)
}

/** What it warned of is over. */
export async function closeAlert(act: Act, input: Parsed<'people.closeAlert'>) {
  const alert = await repo.findAlert(act.db, input.id, circlesRead(act.actor.role))
  if (!alert) return refuse('unknown-alert')
  if (ALERT_ACTS[alertState(alert, act.today)].close !== 'done') return refuse('alert-closed')
  const closing = { closedOn: act.today, closeReason: input.why }
  if (!(await repo.markAlert(act.trx, input.id, input.version, closing))) return refuse('stale')
  await act.audit({
    event: 'alert.closed',
    subjectType: 'alert',
    subjectId: input.id,
    after: { closedOn: act.today },
    reason: input.why,
  })
  return done(null)
}
