/** SM-8 through the channels: every state against every act, with the refusal each gives and nothing changed by it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  CERTIFICATE_STATES,
  CERTIFICATE_STEPS,
  type CertificateAct,
  type CertificateState,
} from '../../src/main/features/certificates/certificate-states.rules'
import type { Outcome } from '../../src/shared/kernel/outcome'
import {
  blankPaper,
  graduate,
  openGraduation,
  putEnded,
  putGraduate,
  putSignedOff,
  type Graduation,
} from '../factories/graduation'

let it: Graduation
let editionId: string
let personId: string
let count = 0

// One office for all; each try has a group and a woman of its own.
beforeAll(async () => {
  it = await openGraduation()
  it.render = blankPaper
  it.room.role = 'director'
})
beforeEach(() => {
  it.by = 'clara'
  count += 1
  editionId = putEnded(it, { code: `CL-${String(count)}` })
  it.room.opened.raw.prepare('UPDATE edition SET valid_months = 2 WHERE id = ?').run(editionId)
  personId = putGraduate(it, editionId, { surname1: 'Ríos', givenNames: 'Ana', chosenName: 'Andrea' })
})
afterAll(() => {
  it.close()
})

interface Subject {
  readonly id: string
  readonly version: number
}

const draft = async (): Promise<Subject> => {
  const [found] = (await it.must('certificates.steps', { editionId })).drafts
  return { id: found!.id, version: found!.version }
}
const certificate = async (id: string): Promise<Subject> => {
  const { version } = await it.must('certificates.record', { id })
  return { id, version }
}
const reason = 'Así se acordó'
const correctName = () =>
  it.room.opened.raw.prepare("UPDATE person SET surname1 = 'Ríos Paz' WHERE id = ?").run(personId)

/** Brings a certificate of hers into each state, by the acts that lead there. */
const REACH: Readonly<Record<CertificateState, () => Promise<Subject>>> = {
  async draft() {
    await it.must('certificates.prepare', { editionId, personIds: [personId] })
    await it.must('certificates.setName', { personId, kind: 'legal' })
    return draft()
  },
  async 'to-sign'() {
    await putSignedOff(it, editionId, [personId])
    it.by = 'silvia'
    return draft()
  },
  async issued() {
    const { issued } = await graduate(it, editionId, [personId])
    return certificate(issued[0]!.id)
  },
  async delivered() {
    const { id, version } = await REACH.issued()
    const delivery = { deliveredOn: '2026-10-31', to: 'herself', receivedBy: null } as const
    await it.must('certificates.markDelivered', { certificates: [{ id, version }], ...delivery })
    return certificate(id)
  },
  async replaced() {
    const old = await REACH.issued()
    correctName()
    await it.must('certificates.startReplacement', { ...old, cause: 'name-corrected', note: reason })
    const drafts = [await draft()]
    await it.must('certificates.signOff', { editionId, drafts })
    it.by = 'silvia'
    await it.must('certificates.issue', { editionId, personIds: [personId] })
    it.by = 'clara'
    return certificate(old.id)
  },
  async revoked() {
    const old = await REACH.issued()
    await it.must('certificates.revoke', { ...old, cause: 'issued-by-mistake', note: reason })
    return certificate(old.id)
  },
  async annulled() {
    const old = await REACH.issued()
    await it.must('certificates.annul', { ...old, cause: 'stain', formNumber: null, note: null })
    return certificate(old.id)
  },
}

type Tried = Exclude<CertificateAct, 'supersede'>

/** Each act by its channel. Acts of a draft tried on a certificate go to the woman's certificate, and the other way round. */
const TRY: Readonly<Record<Tried, (on: Subject) => Promise<Outcome<unknown>>>> = {
  'set-name': () => it.call('certificates.setName', { personId, kind: 'chosen' }),
  'set-template': () => it.call('certificates.setTemplate', { editionId, template: 'sober' }),
  delete: (on) => it.call('certificates.deleteDrafts', { drafts: [on] }),
  'sign-off': (on) => it.call('certificates.signOff', { editionId, drafts: [on] }),
  'send-back': (on) => it.call('certificates.sendBack', { drafts: [on], reason }),
  issue: () => it.call('certificates.issue', { editionId, personIds: [personId] }),
  keep: (on) => it.call('certificates.keep', { certificates: [on], keptOn: '2026-10-31' }),
  deliver: (on) =>
    it.call('certificates.markDelivered', {
      certificates: [on],
      deliveredOn: '2026-10-31',
      to: 'family',
      receivedBy: 'Rosa, su madre',
    }),
  'undo-delivery': (on) => it.call('certificates.undoDelivery', { ...on, reason }),
  duplicate: (on) => it.call('certificates.duplicate', { ...on, cause: 'lost', note: null }),
  'start-replacement': (on) => {
    correctName()
    return it.call('certificates.startReplacement', { ...on, cause: 'name-corrected', note: reason })
  },
  'start-renewal': (on) => it.call('certificates.startRenewal', { ...on, note: reason }),
  revoke: (on) => it.call('certificates.revoke', { ...on, cause: 'false-data', note: reason }),
  annul: (on) => it.call('certificates.annul', { ...on, cause: 'jam', formNumber: `C-${String(count)}`, note: null }),
}

/** A draft is no certificate and a certificate no draft: there the other has nothing to be asked about. */
const OF_DRAFTS = new Set<Tried>(['delete', 'sign-off', 'send-back'])
const OF_WOMEN = new Set<Tried>(['set-name', 'set-template', 'issue'])
const ended = new Set<CertificateState>(['replaced', 'revoked', 'annulled'])
const isDraft = (state: CertificateState): boolean => state === 'draft' || state === 'to-sign'

function expected(state: CertificateState, act: Tried): 'ok' | readonly string[] {
  if (OF_DRAFTS.has(act) && !isDraft(state)) return ['unknown-draft']
  if (!OF_DRAFTS.has(act) && !OF_WOMEN.has(act) && isDraft(state)) return ['unknown-certificate']
  if (act === 'set-name' && !isDraft(state)) return 'ok'
  if (act === 'set-template' && state !== 'draft') return ['no-draft']
  // What has come to an end frees her: whether another may be issued is asked of her, not of it.
  if (act === 'issue' && ended.has(state))
    return [state === 'replaced' ? 'certificate-already-issued' : 'not-signed-off']
  const step = CERTIFICATE_STEPS[state][act]
  return 'refused' in step ? [step.refused] : 'ok'
}

const stateOf = async (subject: Subject): Promise<string> => {
  const record = await it.call('certificates.record', { id: subject.id })
  if (record.ok) return record.value.state
  const row = it.room.opened.raw.prepare('SELECT state FROM certificate_draft WHERE id = ?').pluck().get(subject.id)
  return typeof row === 'string' ? row : 'gone'
}

describe.each(CERTIFICATE_STATES)('a certificate that is %s', (state) => {
  test.each(Object.keys(TRY) as Tried[])('%s', async (act) => {
    const subject = await REACH[state]()
    expect(await stateOf(subject)).toBe(state)
    const outcome = await TRY[act](subject)
    const wanted = expected(state, act)
    if (wanted === 'ok') expect(outcome).toMatchObject({ ok: true })
    else expect(outcome.ok ? [] : outcome.refusals.map((each) => each.code)).toEqual(wanted)
    const step = CERTIFICATE_STEPS[state][act]
    expect(await stateOf(subject)).toBe(
      wanted === 'ok' && 'to' in step && !(act === 'set-name' && !isDraft(state)) ? step.to : state,
    )
    expect(await it.must('certificates.verifyLedger', {})).toMatchObject({ brokenAt: null })
  })
})
