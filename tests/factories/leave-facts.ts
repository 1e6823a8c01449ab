/** A child who may leave: every test of the rules takes away what it is about. */
import type { AuthorityLine } from '../../src/main/features/outings/adult.rules'
import type { LeaveFacts } from '../../src/main/features/outings/may-leave.rules'
import type { OutingPlan } from '../../src/main/features/outings/plan.rules'
import type { Required } from '../../src/main/features/outings/signing.rules'
import type { At } from '../../src/shared/kernel/civil-date'

export const at = (day: string, time: string): At => ({ day, time })

/** A weekend, from Saturday 17 to Sunday 18 October 2026. */
export const aPlan = (overrides: Partial<OutingPlan> = {}): OutingPlan => ({
  folio: 'SAL-100',
  kind: 'family',
  leavesOn: '2026-10-17',
  leavesAt: '09:00',
  returnsOn: '2026-10-18',
  returnsAt: '17:00',
  cancelledOn: null,
  out: null,
  back: null,
  ...overrides,
})

export interface LineAbout {
  readonly adultId?: string
  readonly name?: string
  readonly document?: string | null
  readonly until?: string
  readonly from?: string
  /** Neither takes out nor brings back. */
  readonly mayNot?: boolean
  readonly order?: string
}

/** The aunt, who may take out and bring back until the end of March 2027. */
export function aLine(about: LineAbout = {}): AuthorityLine {
  const right = about.mayNot ? null : { from: about.from ?? null, until: about.until ?? '2027-03-31' }
  return {
    adultId: about.adultId ?? 'tia',
    name: about.name ?? 'Daniela Torres Domínguez',
    document: about.document === undefined ? 'INE 1651' : about.document,
    takeOut: right,
    bringBack: right,
    prohibitions: about.order === undefined ? [] : [{ order: about.order, from: null, until: null }],
  }
}

export const needs = (authorisation: string, overrides: Partial<Required> = {}): Required => ({
  authorisation,
  recordedBy: authorisation === 'dirección' ? 'director' : 'office',
  scope: authorisation === 'madre' ? 'outing' : 'permission',
  when: 'before',
  ...overrides,
})

export const leaveFacts = (overrides: Partial<LeaveFacts> = {}): LeaveFacts => ({
  outing: aPlan(),
  permission: { state: 'asked', stateOn: null, stateReason: null, roundOn: '2026-10-01' },
  child: { livesHereFrom: '2025-11-28', livesHereUntil: null },
  motherLeft: null,
  escort: { name: 'Daniela Torres Domínguez', adultId: 'tia', fromHouse: null, suspended: false },
  returner: null,
  grid: [aLine()],
  required: [needs('madre'), needs('trabajo social'), needs('dirección')],
  signatures: [
    { authorisation: 'madre', how: 'paper', signedOn: '2026-10-01' },
    { authorisation: 'trabajo social', how: 'paper', signedOn: null },
    { authorisation: 'Dirección', how: 'paper', signedOn: '2026-10-02' },
  ],
  others: [],
  pace: { nightsPerYear: 60, hoursBetween: 12, asOf: at('2026-10-16', '10:00') },
  group: null,
  ...overrides,
})
