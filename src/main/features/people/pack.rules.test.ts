import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursText, isOwed, packState, type CertificateStanding } from './pack.rules'

const standing = (change: Partial<CertificateStanding> = {}): CertificateStanding => ({
  folio: null,
  delivered: false,
  decision: { earned: false, missing: [{ code: 'not-ended' }] },
  ...change,
})
const earned = { earned: true, missing: [] }

describe('what she is owed', () => {
  test('a certificate in her hands is owed no more', () => {
    expect(packState(standing({ folio: 'F', delivered: true, decision: earned }))).toBe('delivered')
    expect(isOwed('delivered')).toBe(false)
  })

  test('an issued one that still lies in the office is hers, even if a correction since would not earn it', () => {
    for (const decision of [earned, standing().decision])
      expect(packState(standing({ folio: 'F', decision }))).toBe('to-deliver')
    expect(isOwed('to-deliver')).toBe(true)
  })

  test('an earned one without folio is to be issued', () => {
    expect(packState(standing({ decision: earned }))).toBe('to-issue')
    expect(isOwed('to-issue')).toBe(true)
  })

  test('if nothing but the evaluation is missing, that is owed; with anything else missing nothing is', () => {
    const notEvaluated = { code: 'not-evaluated' }
    expect(packState(standing({ decision: { earned: false, missing: [notEvaluated] } }))).toBe('to-evaluate')
    expect(isOwed('to-evaluate')).toBe(true)
    for (const other of ['not-ended', 'no-attendance', 'rate-below-minimum'])
      expect(packState(standing({ decision: { earned: false, missing: [{ code: other }, notEvaluated] } }))).toBe(
        'none',
      )
    expect(packState(standing({ decision: { earned: false, missing: [{ code: 'not-passed' }] } }))).toBe('none')
    expect(isOwed('none')).toBe(false)
  })
})

test('hours are whole where they are whole, and no minute is lost', () => {
  expect([hoursText(0), hoursText(120), hoursText(1110), hoursText(65)]).toEqual(['0', '2', '18:30', '1:05'])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (minutes) => {
      const [hours, rest] = hoursText(minutes).split(':').map(Number)
      expect((hours ?? 0) * 60 + (rest ?? 0)).toBe(minutes)
    }),
  )
})
