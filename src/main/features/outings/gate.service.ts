/** What the gate sees: its list of the day, what a folio stands for, faces, and the log of those stopped. */
import type { Input, Output } from '../../../shared/contract'
import type { GateReason } from '../../../shared/contract/gate-line'
import { addDays, atCenter, daysBetween, startOfDay } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { findPicture, keepPicture } from '../../platform/pictures/pictures'
import type { Act, Look } from '../../platform/seam/act'
import { casesOf, clockBehind, toLine, type GateCase } from './gate-cases.service'
import { insertAttempt, insertFace, replaceContacts } from './gate-writing.repo'
import { listLog } from './gate-log.repo'
import * as gateRepo from './gate.repo'
import { plainFolio } from './movement.rules'
import { findByFolio } from './outings.repo'
import { nowOf } from './judge.service'
import { findRules } from './surroundings.repo'

async function linesOf(look: Look, ids: readonly string[]) {
  const behind = await clockBehind(look)
  const { timezone } = await findRules(look.db)
  const cases = await casesOf(look.db, ids, nowOf(look))
  return { behind, rows: cases.map((each) => toLine(each, look, behind, timezone)) }
}

export async function gate(look: Look): Promise<Outcome<Output<'outings.gate'>, never>> {
  const { behind, rows } = await linesOf(look, await gateRepo.listOfGate(look.db, look.today))
  return done({
    today: look.today,
    time: look.time,
    rows,
    clockBehind: behind,
    contacts: await gateRepo.listContacts(look.db),
    leads: (await gateRepo.listLeads(look.db)).filter((lead) => lead.id !== look.actor.id),
  })
}

/** What a folio stands for, read or typed: of an outing, of a permission with all that leave with it, or of a paper. */
export async function byFolio(look: Look, input: Input<'outings.byFolio'>) {
  const { rows } = await linesOf(look, await findByFolio(look.db, plainFolio(input.folio)))
  // Of several days the one that is on, or else the next, or else the last.
  const day = (rows.find((row) => row.returnsOn >= look.today) ?? rows.at(-1))?.leavesOn
  const shown = rows.filter((row) => row.leavesOn === day)
  return shown.length > 0 ? done({ rows: shown }) : refuse('outing-folio-unknown', { folio: input.folio })
}

/** The faces to compare, each if somebody gave a photo of it. */
export async function photos(look: Look, input: Input<'outings.photos'>) {
  const faces = await gateRepo.findFaces(look.db, input.id)
  if (!faces) return refuse('outing-unknown')
  const of = async (id: string | null | undefined) => (id ? ((await findPicture(look.db, id)) ?? null) : null)
  return done({ child: await of(faces.childPhotoId), adult: await of(faces.adultPhotoId) })
}

const MOST_FACE_SIDE = 800

export async function keepFace(act: Act, input: Input<'outings.keepFace'>) {
  const faces = await gateRepo.findFaces(act.db, input.id)
  if (!faces) return refuse('outing-unknown')
  const kept = await keepPicture(act, input.picture, { maxSide: MOST_FACE_SIDE })
  if (!kept.ok) return kept
  const { childId } = faces
  await insertFace(act.trx, {
    childId,
    photoId: kept.value,
    takenOn: act.today,
    consent: input.consent,
    recordedAt: act.now,
    recordedBy: act.actor.id,
  })
  await act.audit({
    event: 'outing.face-kept',
    subjectType: 'child',
    subjectId: childId,
    after: { consent: input.consent },
  })
  return done(null)
}

/** Keeps somebody whom the gate turned away before any child was to leave. */
export async function turnAway(act: Act, input: Input<'outings.turnAway'>) {
  const [each] = input.id === null ? [] : await casesOf(act.db, [input.id], nowOf(act))
  if (input.id !== null && !each) return refuse('outing-unknown')
  const reason: GateReason = each
    ? { code: 'gate-other-adult', facts: { adult: input.adult } }
    : { code: 'gate-folio-unknown', facts: { folio: input.folio || '—' } }
  await keepAttempt(act, each, [reason], { adult: input.adult, note: input.note, folio: input.folio })
  return done(null)
}

/** A refusal at the gate is an answer: its row and its event stay, with every reason. */
export async function keepAttempt(
  act: Act,
  each: Pick<GateCase, 'record'> | undefined,
  reasons: readonly GateReason[],
  more: { readonly adult?: string; readonly note?: string; readonly folio?: string } = {},
): Promise<void> {
  const outingId = each?.record.id ?? null
  await insertAttempt(act.trx, {
    outingId,
    folio: more.folio || null,
    reasons,
    adultName: more.adult ?? null,
    note: more.note ?? null,
    recordedAt: act.now,
    recordedBy: act.actor.id,
  })
  await act.audit({
    event: 'outing.stopped-at-gate',
    subjectType: 'outing',
    subjectId: outingId,
    after: { reasons, ...more },
  })
}

const MOST_DAYS = 92

export async function gateLog(look: Look, input: Input<'outings.gateLog'>) {
  if (daysBetween(input.from, input.until) > MOST_DAYS) return refuse('period-too-long', { days: MOST_DAYS })
  const { timezone } = await findRules(look.db)
  const rows = await listLog(look.db, startOfDay(input.from, timezone), startOfDay(addDays(input.until, 1), timezone))
  return done(
    rows.map(({ at, outingId, adult, note, reasonsJson, by, typed, folio, surname1, surname2, given_names }) => ({
      at,
      ...atCenter(at, timezone),
      outingId,
      folio: folio ?? typed ?? '—',
      child:
        surname1 !== null && given_names !== null ? listName({ surname1, surname2, givenNames: given_names }) : null,
      adult,
      note,
      reasons: JSON.parse(reasonsJson) as GateReason[],
      by,
    })),
  )
}

export async function setContacts(act: Act, input: Input<'outings.setContacts'>) {
  const before = await gateRepo.listContacts(act.db)
  await replaceContacts(act.trx, input.contacts)
  await act.audit({
    event: 'gate.contacts-set',
    subjectType: 'center',
    before: { contacts: before },
    after: { contacts: input.contacts },
  })
  return done(null)
}
