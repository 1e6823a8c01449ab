/**
 * Channels of a child's health: growth, vaccines, check-ups, screening of development. Umbral records and shows; it
 * diagnoses nothing. Only the roles of the children read them, each look is audited, and nothing recorded is overwritten:
 * what was wrong is withdrawn, with the reason.
 */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { AREAS, LIGHTS, SCREENED } from './child-development'
import {
  ageOfChild,
  checkLine,
  doseLine,
  dueChild,
  growth,
  optionalText,
  outcome,
  prompt,
  schemeCheck,
  schemeDose,
  schemeName,
  screening,
  text,
} from './child-health-facts'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'

const UNKNOWN = ['unknown-child', 'day-in-the-future', 'before-birth'] as const
const ODDITIES = [
  'odd-weight-change',
  'odd-height-change',
  'odd-head-change',
  'odd-weight',
  'odd-height',
  'odd-head',
] as const

export const childHealthContract = {
  'children.health': read({
    who: CHILDREN,
    audited: 'child.health-read',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      surname1: z.string(),
      surname2: z.string().nullable(),
      givenNames: z.string(),
      sex: z.enum(['M', 'H', 'X']).nullable(),
      birthDate: civilDate.nullable(),
      age: ageOfChild,
      today: civilDate,
      gestation: z.strictObject({ weeks: z.int(), version: z.int() }).nullable(),
      scheme: z.strictObject(schemeName),
      growth: z.array(growth),
      doses: z.array(doseLine),
      checks: z.array(checkLine),
      screenings: z.array(screening),
      prompts: z.array(prompt),
    }),
    refusals: ['unknown-child'],
  }),
  /** Weeks of pregnancy at birth: under 37 the ages of a screening are corrected until two years. */
  'children.noteGestation': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int().nullable(), weeks: z.int().min(22).max(44) }),
    output: z.null(),
    refusals: ['unknown-child', 'stale', 'nothing-changed'],
  }),
  'children.recordGrowth': change({
    who: CHILDREN,
    input: z
      .strictObject({
        childId: id,
        day: civilDate,
        weightG: z.int().positive().max(500_000).nullable(),
        heightMm: z.int().positive().max(10_000).nullable(),
        lying: z.boolean(),
        headMm: z.int().positive().max(10_000).nullable(),
        measuredBy: text(80),
        /** She was asked about what looks odd and says that it was measured so. */
        confirmed: z.boolean().default(false),
      })
      .refine((input) => input.weightG !== null || input.heightMm !== null || input.headMm !== null, {
        path: ['weightG'],
      }),
    output: z.strictObject({ id }),
    refusals: [...UNKNOWN, ...ODDITIES],
  }),
  /** Doses with their days: of one child's card, or of a vaccination day with several children. */
  'children.recordDoses': change({
    who: CHILDREN,
    input: z
      .strictObject({
        doses: z
          .array(z.strictObject({ childId: id, vaccine: text(60), dose: text(40), day: civilDate }))
          .min(1)
          .max(300),
        outcome,
        seenOnCard: z.boolean(),
        reason: optionalText(160),
      })
      .refine((input) => input.outcome !== 'not-wanted' || input.reason !== null, { path: ['reason'] }),
    output: z.strictObject({ recorded: z.int(), batchId: id }),
    refusals: [...UNKNOWN, 'dose-done-already'],
  }),
  'children.recordCheck': change({
    who: CHILDREN,
    input: z
      .strictObject({ childId: id, milestone: text(8).nullable(), outcome, day: civilDate, note: optionalText(160) })
      .refine((input) => input.outcome !== 'not-wanted' || input.note !== null, { path: ['note'] }),
    output: z.strictObject({ id }),
    refusals: [...UNKNOWN, 'check-done-already'],
  }),
  'children.recordScreening': change({
    who: CHILDREN,
    input: z.discriminatedUnion('instrument', [
      z.strictObject({
        instrument: z.literal('EDI'),
        childId: id,
        day: civilDate,
        instrumentVersion: text(60),
        evaluator: text(80),
        ageGroup: z.int().min(1).max(14),
        areas: z
          .array(z.strictObject({ area: z.enum(SCREENED), light: z.enum(LIGHTS) }))
          .min(1)
          .max(SCREENED.length),
        referral: z.strictObject({ to: text(120), on: civilDate }).nullable(),
      }),
      z.strictObject({
        instrument: z.literal('ASQ-3'),
        childId: id,
        day: civilDate,
        instrumentVersion: text(60),
        evaluator: text(80),
        ageGroup: z.int().min(1).max(66),
        areas: z
          .array(z.strictObject({ area: z.enum(AREAS), light: z.enum(LIGHTS), total: z.int().min(0).max(60) }))
          .length(AREAS.length),
        referral: z.strictObject({ to: text(120), on: civilDate }).nullable(),
      }),
    ]),
    output: z.strictObject({ id, overall: z.enum(LIGHTS) }),
    refusals: [...UNKNOWN, 'area-twice', 'light-not-of-axis', 'referral-before-screening'],
  }),
  /** Refers a child after a screening, or notes that the service has answered. */
  'children.followReferral': change({
    who: CHILDREN,
    input: z.strictObject({
      id,
      version: z.int(),
      to: text(120),
      on: civilDate,
      answeredOn: civilDate.nullable(),
    }),
    output: z.null(),
    refusals: ['unknown-record', 'stale', 'day-in-the-future', 'referral-before-screening', 'answer-before-referral'],
  }),
  /** Takes back what was recorded by mistake. The row stays, with the reason, and counts no longer. */
  'children.withdrawHealth': change({
    who: CHILDREN,
    input: z.strictObject({
      kind: z.enum(['growth', 'dose', 'check', 'screening']),
      id,
      version: z.int(),
      reason: text(300),
    }),
    output: z.null(),
    refusals: ['unknown-record', 'stale'],
  }),
  /** What is due or overdue, of all children who live here. */
  'children.due': read({
    who: CHILDREN,
    audited: 'child.health-list-read',
    input: z.strictObject({}),
    output: z.strictObject({ today: civilDate, scheme: z.strictObject(schemeName), children: z.array(dueChild) }),
    refusals: [],
  }),
  /** The list for the health service: names, ages, doses; not where the children live. */
  'children.printDue': issue({
    who: CHILDREN,
    input: z.strictObject({ childIds: z.array(id).max(100).nullable() }),
    output: issuedPaper,
    refusals: ['stale', 'nobody-due'],
  }),
  'children.schemes': read({
    who: CHILDREN,
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        ...schemeName,
        addedBy: z.string().nullable(),
        inForce: z.boolean(),
        doses: z.array(z.strictObject({ ...schemeDose.shape, note: z.string().nullable() })),
        checks: z.array(schemeCheck),
      }),
    ),
    refusals: [],
  }),
  /** A new version of the scheme. Those before it stay, and so does everything recorded under them. */
  'children.addScheme': change({
    who: CHILDREN,
    input: z.strictObject({
      name: text(80),
      source: text(200),
      sourceDay: civilDate,
      fromDay: civilDate,
      doses: z.array(schemeDose).min(1).max(80),
      checks: z.array(schemeCheck).max(40),
    }),
    output: z.strictObject({ id }),
    refusals: ['dose-listed-twice', 'check-listed-twice', 'day-in-the-future', 'nothing-changed'],
  }),
}
