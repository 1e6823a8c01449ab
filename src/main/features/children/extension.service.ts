/** An extension of the age limit: a record of what was asked and decided. The limit itself never changes for one child. */
import { randomUUID } from 'node:crypto'
import type { childFileContract } from '../../../shared/contract/child-file.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { done, refuse } from '../../../shared/kernel/outcome'
import { settingsOn } from '../../platform/settings/settings'
import type { Act } from '../../platform/seam/act'
import { ageOn, livesHere } from './children.rules'
import * as repo from './children.repo'
import * as extensions from './extension.repo'

type Parsed<Name extends keyof typeof childFileContract> = ParsedInputOf<(typeof childFileContract)[Name]>

/** Asks an authority for longer than the limit. */
export async function askExtension(act: Act, input: Parsed<'children.askExtension'>) {
  const child = await repo.findChild(act.db, input.childId)
  if (!child) return refuse('unknown-child')
  if (!livesHere(child, act.today)) return refuse('child-lives-outside')
  if (input.askedOn > act.today) return refuse('day-in-the-future', undefined, 'askedOn')
  const known = await extensions.listExtensions(act.db, input.childId)
  if (known.some((each) => each.state === 'asked')) return refuse('extension-asked-already')
  const id = randomUUID()
  await extensions.insertExtension(act.trx, { id, ...input })
  await act.audit({
    event: 'child.extension-asked',
    subjectType: 'child',
    subjectId: input.childId,
    after: { extensionId: id, askedOf: input.askedOf, askedOn: input.askedOn },
    reason: input.reason,
  })
  return done({ id })
}

type Decided = Parsed<'children.decideExtension'>['decision']

const rowOf = (decision: Decided) => ({
  state: decision.state,
  decidedBy: decision.state === 'withdrawn' ? null : decision.decidedBy,
  decidedOn: decision.state === 'withdrawn' ? null : decision.decidedOn,
  document: decision.state === 'withdrawn' ? null : decision.document,
  untilDay: decision.state === 'granted' ? decision.untilDay : null,
  decisionNote: decision.note,
})

const EVENTS: Readonly<Record<Decided['state'], string>> = {
  granted: 'child.extension-granted',
  denied: 'child.extension-denied',
  withdrawn: 'child.extension-withdrawn',
}

/** What the authority decided. A granted one reaches beyond the limit, or it would extend nothing. */
export async function decideExtension(act: Act, input: Parsed<'children.decideExtension'>) {
  const before = await extensions.findExtension(act.db, input.id)
  if (!before) return refuse('unknown-extension')
  if (before.state !== 'asked') return refuse('extension-decided-already')
  const { decision } = input
  if (decision.state !== 'withdrawn') {
    if (decision.decidedOn > act.today) return refuse('day-in-the-future', undefined, 'decidedOn')
    if (decision.decidedOn < before.askedOn) return refuse('before-request', undefined, 'decidedOn')
  }
  if (decision.state === 'granted') {
    const child = await repo.findChild(act.db, before.childId)
    const { ageLimitMonths } = await settingsOn(act.db, act.today)
    const limitDay = child ? ageOn(child.facts, act.today, ageLimitMonths).limitDay : null
    if (limitDay && decision.untilDay <= limitDay) return refuse('until-before-limit', { day: limitDay }, 'untilDay')
  }
  const row = rowOf(decision)
  if (!(await extensions.markExtension(act.trx, input.id, input.version, row))) return refuse('stale')
  const { decisionNote, ...said } = row
  await act.audit({
    event: EVENTS[decision.state],
    subjectType: 'child',
    subjectId: before.childId,
    after: { extensionId: input.id, ...said },
    reason: decisionNote ?? undefined,
  })
  return done(null)
}
