/** Channels of the statements: hours so far, activities between two days for a court, the data that a DC-3 asks for. */
import { z } from 'zod'
import { civilDate, type CivilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, type Role } from '../kernel/roles'
import { issue, read } from './define'
import { issuedPaper } from './paper'

export const STATEMENT_KINDS = ['hours', 'activities', 'dc3'] as const
export const statementKind = z.enum(STATEMENT_KINDS)
export type StatementKind = (typeof STATEMENT_KINDS)[number]

/** One workshop of one woman between two days, as a statement says it. */
export interface StatedActivity {
  readonly editionId: string
  readonly title: string
  readonly from: CivilDate
  /** Null: still going on at the end of the span. */
  readonly until: CivilDate | null
  readonly minutes: number
  readonly plannedHours: number
  readonly attended: number
  readonly counted: number
  /** Her result, where the workshop had ended by then. */
  readonly evaluation: 'A' | 'NA' | 'NP' | null
  readonly folio: string | null
}

const WRITERS: readonly Role[] = ['director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health']
/** What goes before a court is signed for by who leads. */
const LEADS: readonly Role[] = ['director', 'coordinator']

/** What may stand in the way of a paper that is handed out. */
const ofPaper = ['unknown-person', 'no-signatory', 'certificate-names-center', 'glyph-missing', 'stale'] as const

export const statementsContract = {
  /** Her hours until today, in one workshop or in all: for a woman who leaves in the middle. Never says where. */
  'certificates.printHours': issue({
    who: WRITERS,
    input: z.strictObject({ personId: id, editionId: id.nullable() }),
    output: issuedPaper,
    refusals: [...ofPaper, 'no-hours', 'sensitive-group'],
  }),
  /** Hours, results and certificates between two days, with the definitions used: for a court. */
  'certificates.printActivities': issue({
    who: LEADS,
    input: z.strictObject({ personId: id, from: civilDate, until: civilDate }),
    output: issuedPaper,
    refusals: [...ofPaper, 'dates-reversed', 'day-in-the-future'],
  }),
  /** The data that an employer or a registered agent needs for the official DC-3; never a form that looks like it. */
  'certificates.printTrainingData': issue({
    who: WRITERS,
    input: z.strictObject({ personId: id, editionId: id }),
    output: issuedPaper,
    refusals: [...ofPaper, 'no-hours', 'sensitive-group'],
  }),
  /** What was handed out in writing, and what of it no longer agrees with the marks. */
  'certificates.statements': read({
    who: OFFICE,
    input: z.strictObject({ personId: id }),
    output: z.array(
      z.strictObject({
        paperId: id,
        kind: statementKind,
        folio: z.string(),
        issuedOn: civilDate,
        from: civilDate.nullable(),
        until: civilDate,
        /** Workshops of which it says something else than is known today. */
        changed: z.array(z.strictObject({ title: z.string(), was: z.string(), is: z.string() })),
      }),
    ),
    refusals: ['unknown-person'],
  }),
  /** The bytes as they were handed out. */
  'certificates.statementPaper': read({
    who: OFFICE,
    audited: 'statement.opened',
    input: z.strictObject({ paperId: id }),
    output: issuedPaper,
    refusals: ['unknown-statement', 'paper-damaged'],
  }),
}
