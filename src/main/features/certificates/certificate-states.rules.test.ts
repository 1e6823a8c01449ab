import { describe, expect, test } from 'vitest'
import {
  actsOf,
  CERTIFICATE_ACTS,
  CERTIFICATE_STATES,
  CERTIFICATE_STEPS,
  EVENT_ACTS,
  refusalOf,
  type CertificateAct,
  type CertificateState,
} from './certificate-states.rules'

/** SM-8 once more, by another hand: what each state takes and where it leads. Everything else is refused. */
const TAKES: Readonly<Record<CertificateState, Readonly<Partial<Record<CertificateAct, string>>>>> = {
  draft: { 'set-name': 'draft', 'set-template': 'draft', delete: 'gone', 'sign-off': 'to-sign' },
  'to-sign': { 'send-back': 'draft', issue: 'issued' },
  issued: {
    keep: 'issued',
    deliver: 'delivered',
    duplicate: 'issued',
    'start-replacement': 'issued',
    'start-renewal': 'issued',
    supersede: 'replaced',
    revoke: 'revoked',
    annul: 'annulled',
  },
  delivered: {
    'undo-delivery': 'issued',
    duplicate: 'delivered',
    'start-replacement': 'delivered',
    'start-renewal': 'delivered',
    supersede: 'replaced',
    revoke: 'revoked',
  },
  replaced: {},
  revoked: {},
  annulled: {},
}

describe.each(CERTIFICATE_STATES)('a certificate that is %s', (state) => {
  test.each(CERTIFICATE_ACTS)('%s', (act) => {
    const step = CERTIFICATE_STEPS[state][act]
    const led = TAKES[state][act]
    if (led === undefined) expect(step, 'is refused with its reason').toHaveProperty('refused')
    else expect(step).toEqual({ to: led })
    expect(refusalOf(state, act) === undefined).toBe(led !== undefined)
    expect(actsOf(state).includes(act)).toBe(led !== undefined)
  })
})

test('only a draft can be deleted, and what has come to an end takes nothing more', () => {
  expect(CERTIFICATE_STATES.filter((state) => actsOf(state).includes('delete'))).toEqual(['draft'])
  expect(CERTIFICATE_STATES.filter((state) => actsOf(state).length === 0)).toEqual(['replaced', 'revoked', 'annulled'])
})

test('every event of the ledger is an act that some issued certificate takes', () => {
  for (const act of Object.values(EVENT_ACTS)) expect(actsOf('issued').concat(actsOf('delivered'))).toContain(act)
})
