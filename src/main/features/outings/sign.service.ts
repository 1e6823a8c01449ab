/** Signatures: each by whom it is to record, in the center's order; struck out, never rubbed out. */
import type { Parsed } from '../../../shared/contract/permissions.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { Act } from '../../platform/seam/act'
import { despiteOf } from './outing-clashes.service'
import { isPlan, type Judged } from './judge.service'
import { markPermission } from './permission.repo'
import { may } from './permission.rules'
import { readPermission, type Opened } from './permission-state.service'
import { comesFirst, refusalToSign, type Askers, type Required } from './signing.rules'
import { insertSignature, listSignatures, strikeOut } from './signatures.repo'

/** Everybody who asked for the plan as it stands, or for it in the first place. */
export const askersOf = ({ permission }: Pick<Opened, 'permission'>): Askers => ({
  ids: [permission.requestedBy, permission.askedBy],
  names: [permission.requestedByName, permission.askedByName],
})

/** The lines for which this authorisation is asked: open ones, and emergencies that still owe it on paper. */
const linesFor = ({ judged }: Opened, authorisation: string): readonly (Judged & { readonly asked: Required })[] =>
  judged.flatMap((each) => {
    const asked = each.facts.required.find((required) => fold(required.authorisation) === fold(authorisation))
    return asked && (isPlan(each) || each.owed.includes(asked.authorisation)) ? [{ ...each, asked }] : []
  })

type SignInput = Parsed<'outings.sign'>

export async function sign(act: Act, input: SignInput) {
  const opened = await readPermission(act, input.id)
  if (!opened) return refuse('permission-unknown')
  const { authorisation: typed, how } = input
  const lines = linesFor(opened, typed)
  const asked = lines[0]?.asked
  if (!asked)
    return opened.judged.some(isPlan)
      ? refuse('authorisation-unknown', { authorisation: typed }, 'authorisation')
      : refuse('permission-closed')
  const { authorisation } = asked
  const notNow = notYet(act, input, opened, lines, asked)
  if (notNow) return notNow
  if (input.signedOn > act.today) return refuse('signature-in-future', undefined, 'signedOn')
  const targets = targetsOf(input, lines, asked)
  if (!targets) return refuse('outing-unknown', undefined, 'outingIds')
  const given = targets.every(({ signatures }) =>
    signatures.some(
      (each) => fold(each.authorisation) === fold(authorisation) && (each.how === 'paper' || how === 'phone'),
    ),
  )
  if (given) return refuse('authorisation-given', { authorisation })
  if (!(await markPermission(act.trx, input.id, input.version))) return refuse('stale')
  const { round } = opened.permission
  const recorded = { authorisation, round, how, signedOn: input.signedOn, evidence: input.evidence || null }
  for (const outingId of asked.scope === 'permission' ? [null] : targets.map(({ record }) => record.id))
    await insertSignature(act.trx, {
      ...recorded,
      permissionId: input.id,
      outingId,
      recordedAt: act.now,
      recordedBy: act.actor.id,
    })
  await act.audit({
    event: how === 'phone' ? 'outing.signed-by-phone' : 'outing.signed',
    subjectType: 'permission',
    subjectId: input.id,
    after: {
      ...recorded,
      outings: asked.scope === 'permission' ? null : targets.map(({ record }) => record.folio),
      ...(await despiteOfLines(act, targets)),
    },
  })
  return done(null)
}

/** Why this signature cannot be recorded now, or by her. */
function notYet(act: Act, input: SignInput, opened: Opened, lines: readonly Judged[], asked: Required) {
  const { authorisation } = asked
  const phone = input.how === 'phone'
  if (phone && asked.when === 'before') return refuse('phone-only-emergency', undefined, 'how')
  if (phone && !input.evidence) return refuse('evidence-missing', undefined, 'evidence')
  // What the director says by phone is written down by whoever hears it; on paper she signs herself.
  const rule = phone ? { recordedBy: 'office' as const } : asked
  const notMine = refusalToSign(rule, act.actor, askersOf(opened))
  if (notMine) return refuse(notMine, { authorisation })
  const owes = lines.some((line) => line.owed.includes(authorisation))
  const wanted = asked.recordedBy === 'director' ? 'authorise' : 'sign'
  if (may(opened.state, wanted) || (owes && may(opened.state, 'regularise'))) return null
  if (wanted === 'authorise' && opened.state === 'consents')
    return refuse('consents-missing', { missing: lacking(lines) })
  return opened.judged.some(isPlan) ? refuse('act-not-now', { state: opened.state }) : refuse('permission-closed')
}

const lacking = (lines: readonly Judged[]): string =>
  [...new Set(lines.flatMap((line) => line.missing.filter((name) => comesFirst(line.facts.required, name))))].join(', ')

/** The lines that are signed for: all of a permission, or those named; the only one need not be named. */
function targetsOf(
  { outingIds }: SignInput,
  lines: readonly (Judged & { readonly asked: Required })[],
  { scope }: Required,
): readonly Judged[] | null {
  if (scope === 'permission') return lines
  if (outingIds.length === 0) return lines.length === 1 ? lines : null
  const named = lines.filter(({ record }) => outingIds.includes(record.id))
  return named.length === new Set(outingIds).size ? named : null
}

async function despiteOfLines(act: Act, lines: readonly Judged[]): Promise<{ readonly despite?: readonly string[] }> {
  const keys = new Set<string>()
  for (const { record } of lines.filter(isPlan))
    for (const key of (await despiteOf(act, record)).despite ?? []) keys.add(key)
  return keys.size > 0 ? { despite: [...keys] } : {}
}

/** Takes a signature back. It stops every outing that needs it at once, and can still be read. */
export async function withdraw(act: Act, input: Parsed<'outings.withdrawSignature'>) {
  const opened = await readPermission(act, input.id)
  if (!opened) return refuse('permission-unknown')
  if (!may(opened.state, 'withdraw'))
    return opened.judged.some(isPlan) ? refuse('act-not-now', { state: opened.state }) : refuse('permission-closed')
  const found = await standing(act, opened, input)
  if (!found.ok) return found
  if (!(await markPermission(act.trx, input.id, input.version))) return refuse('stale')
  for (const each of found.value)
    await strikeOut(act.trx, each.id, { on: act.today, by: act.actor.id, reason: input.reason })
  await act.audit({
    event: 'outing.signature-withdrawn',
    subjectType: 'permission',
    subjectId: input.id,
    before: found.value.map(({ authorisation, signedOn, outingId }) => ({ authorisation, signedOn, outingId })),
    reason: input.reason,
  })
  return done(null)
}

/** The standing signatures of this name: of the outing named, or all of them. */
async function standing(
  act: Act,
  { permission }: Opened,
  { authorisation, outingId }: Parsed<'outings.withdrawSignature'>,
): Promise<Outcome<Awaited<ReturnType<typeof listSignatures>>, 'authorisation-missing'>> {
  const found = (await listSignatures(act.db, [permission.id])).filter(
    (each) =>
      each.round === permission.round &&
      each.withdrawnOn === null &&
      fold(each.authorisation) === fold(authorisation) &&
      (outingId === null || each.outingId === null || each.outingId === outingId),
  )
  return found.length > 0 ? done(found) : refuse('authorisation-missing', { authorisation })
}
