/** Channels of the sheet itself: its scan, its second reading, and the tools counted with it. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE } from '../kernel/roles'
import { KEEPERS } from './attendance-roll'
import { change, read } from './define'
import { mark } from './marks'
import { namedWoman } from './place-facts'

/** A page from a desk scanner at 200 dpi, with room to spare. */
export const MOST_SCAN_BYTES = 8_000_000

export const scanKind = z.enum(['pdf', 'jpeg', 'png'])
export type ScanKind = z.infer<typeof scanKind>

const where = {
  sessionId: id,
  code: z.string(),
  title: z.string(),
  day: civilDate,
  startsAt: z.string(),
}
const difference = namedWoman.extend({
  first: mark.nullable(),
  second: mark.nullable(),
  settled: z.enum(['first', 'second']).nullable(),
})

export const sheetsContract = {
  'attendance.addScan': change({
    who: KEEPERS,
    input: z.strictObject({ id, name: z.string().trim().min(1).max(160), bytes: z.base64().max(MOST_SCAN_BYTES * 2) }),
    output: z.strictObject({ id }),
    refusals: ['unknown-session', 'sensitive-group', 'scan-too-large', 'scan-kind', 'scan-already'],
  }),
  /** The bytes of a scan; a sheet bears names, so each look is written down. */
  'attendance.scan': read({
    who: OFFICE,
    audited: 'session.scan-read',
    input: z.strictObject({ id }),
    output: z.strictObject({ name: z.string(), kind: scanKind, bytes: z.base64() }),
    refusals: ['unknown-scan', 'sensitive-group'],
  }),
  'attendance.removeScan': change({
    who: KEEPERS,
    input: z.strictObject({ id, reason: z.string().trim().min(1).max(300) }),
    output: z.null(),
    refusals: ['unknown-scan', 'sensitive-group'],
  }),
  /** Sheets to be read a second time, and how often the two readings differed. */
  'attendance.samples': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      due: z.array(
        z.strictObject({
          ...where,
          folio: z.string(),
          keyedBy: z.string().nullable(),
          /** She keyed it herself: somebody else must read it. */
          isMine: z.boolean(),
        }),
      ),
      done: z.array(
        z.strictObject({
          id,
          ...where,
          folio: z.string().nullable(),
          firstBy: z.string().nullable(),
          secondBy: z.string().nullable(),
          keyedOn: civilDate,
          marks: z.int(),
          differences: z.array(difference),
        }),
      ),
      marks: z.int(),
      differences: z.int(),
    }),
    refusals: [],
  }),
  /** The women of a sampled sheet, without what the first reading found. */
  'attendance.sampleSheet': read({
    who: KEEPERS,
    input: z.strictObject({ id }),
    output: z.strictObject({ ...where, women: z.array(namedWoman) }),
    refusals: ['unknown-session', 'sensitive-group', 'sample-not-due', 'sample-own-sheet'],
  }),
  'attendance.keySample': change({
    who: KEEPERS,
    input: z.strictObject({
      id,
      marks: z.array(z.strictObject({ personId: id, mark: mark.nullable() })).max(200),
    }),
    output: z.strictObject({ marks: z.int(), differences: z.int() }),
    refusals: ['unknown-session', 'sensitive-group', 'sample-not-due', 'sample-own-sheet', 'not-on-the-roll'],
  }),
  /** Says which of the two readings is what stands on the sheet. */
  'attendance.settleDifference': change({
    who: KEEPERS,
    input: z.strictObject({ sampleId: id, personId: id, settled: z.enum(['first', 'second']) }),
    output: z.null(),
    refusals: ['unknown-difference', 'settled-already', 'sensitive-group', 'mark-changed', 'month-closed'],
  }),
  /** Tools of the session's kit, as they went out and as they came back. */
  'attendance.countTools': change({
    who: KEEPERS,
    input: z.strictObject({
      id,
      version: z.int(),
      lines: z
        .array(
          z.strictObject({
            kitId: id,
            out: z.int().min(0).max(9999),
            in: z.int().min(0).max(9999).nullable(),
          }),
        )
        .max(100),
      /** Who was told of a difference. */
      told: z.string().trim().max(160).default(''),
    }),
    output: z.null(),
    refusals: [
      'unknown-session',
      'stale',
      'session-cancelled',
      'no-kit',
      'not-the-kit',
      'told-missing',
      'tools-settled',
    ],
  }),
  'attendance.settleTools': change({
    who: KEEPERS,
    input: z.strictObject({ id, version: z.int(), how: z.string().trim().min(1).max(300) }),
    output: z.null(),
    refusals: ['unknown-session', 'stale', 'no-difference'],
  }),
}
