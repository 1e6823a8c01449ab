/** Channels of joining two records that are one woman's: compared field by field, joined as one piece of work, parted. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import type { Role } from '../kernel/roles'
import { change, read } from './define'
import { stayState } from './stays.contract'

/** Who sees every group and every child: nothing of what moves may be hidden from whoever joins. */
const JOINERS: readonly Role[] = ['director', 'coordinator']

/** What the kept record may take from the other. The birth date goes with how far it can be trusted. */
export const MERGE_FIELDS = [
  'fileNumber',
  'surname1',
  'surname2',
  'givenNames',
  'chosenName',
  'curp',
  'birthDate',
  'legalStatus',
  'schooling',
  'language',
  'consents',
] as const
export const mergeField = z.enum(MERGE_FIELDS)
export type MergeField = z.output<typeof mergeField>

/** Which record's row stands, of two that cannot stand side by side. */
export const mergeSide = z.enum(['kept', 'loser'])
export type MergeSide = z.output<typeof mergeSide>

export const COLLISION_KINDS = ['stay', 'place', 'wait', 'mark', 'evaluation', 'arrival', 'other'] as const
const collisionRow = z.strictObject({
  /** Of a mark or an evaluation its letter; of a stay the cause of its end. */
  code: z.string().nullable(),
  from: civilDate.nullable(),
  until: civilDate.nullable(),
})
export const collision = z.strictObject({
  key: z.string(),
  kind: z.enum(COLLISION_KINDS),
  /** What both are about: the edition or the workshop. */
  title: z.string().nullable(),
  /** The day of a session. */
  day: civilDate.nullable(),
  kept: collisionRow,
  loser: collisionRow,
  /** Nothing to choose: both say the same. */
  same: z.boolean(),
})
export type MergeCollision = z.output<typeof collision>

export const MERGE_BLOCKS = ['kept-apart-from-herself', 'both-certified', 'edition-closed-between'] as const

const record = z.strictObject({
  id,
  version: z.int(),
  name: z.string(),
  fileNumber: z.string(),
  state: stayState,
  dormitory: z.string().nullable(),
})

const preview = z.strictObject({
  /** What was seen; the act refuses as `stale` if it is no longer so. */
  seen: z.string(),
  kept: record,
  loser: record,
  fields: z.array(z.strictObject({ field: mergeField, kept: z.string().nullable(), loser: z.string().nullable() })),
  collisions: z.array(collision),
  blocks: z.array(
    z.strictObject({
      code: z.enum(MERGE_BLOCKS),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** What goes over to the kept record, by table. */
  moves: z.array(z.strictObject({ table: z.string(), count: z.int() })),
})
export type MergePreview = z.output<typeof preview>

const pair = { keptId: id, loserId: id }

export const mergeContract = {
  'people.previewMerge': read({
    who: JOINERS,
    input: z.strictObject(pair),
    output: preview,
    refusals: ['unknown-person', 'same-record'],
  }),
  'people.merge': change({
    who: JOINERS,
    input: z.strictObject({
      ...pair,
      seen: z.string(),
      fromLoser: z.array(mergeField).max(MERGE_FIELDS.length),
      choices: z.record(z.string().max(300), mergeSide),
      reason: z.string().trim().min(1).max(300),
    }),
    output: z.strictObject({ id, batchId: id, moved: z.int() }),
    refusals: ['unknown-person', 'same-record', 'stale', 'collision-unresolved', ...MERGE_BLOCKS],
  }),
  /** They are two women after all: everything stands as it stood before. */
  'people.undoMerge': change({
    who: JOINERS,
    input: z.strictObject({ id, loserId: id, reason: z.string().trim().min(1).max(300) }),
    output: z.strictObject({ rows: z.int() }),
    refusals: ['unknown-person', 'unknown-batch', 'batch-undone', 'batch-in-use', 'month-closed'],
  }),
}
