/** Whether a change of a plan asks everybody anew: what was signed for, and what is planned now. */
import { isPlan, type Judged } from './judge.service'
import { needsNewRound, type SignedFor } from './permission.rules'
import type { Opened } from './permission-state.service'
import type { Prepared } from './plan.service'

/** The lines that a change may still touch. */
export const openLines = ({ judged, state }: Opened): readonly Judged[] =>
  judged.filter((each) => (state === 'draft' ? each.record.cancelledOn === null : isPlan(each)))

/** True if anything changes that was signed for. What is a draft again may have been signed before it was returned. */
export const asksAnew = (opened: Opened, prepared: Prepared): boolean =>
  (opened.state !== 'draft' || opened.judged.some((each) => each.signatures.length > 0)) &&
  needsNewRound(signedFor(opened), plannedFor(prepared))

const signedFor = (opened: Opened): SignedFor => ({
  ...whoAndWhere(opened.permission, opened.helpers),
  lines: openLines(opened).map(({ record }) => ({
    childId: record.childId,
    leavesOn: record.leavesOn,
    leavesAt: record.leavesAt,
    returnsOn: record.returnsOn,
    returnsAt: record.returnsAt,
    photo: record.photo,
  })),
})

const plannedFor = ({ plan, helpers, lines }: Prepared): SignedFor => ({
  ...whoAndWhere(plan, helpers),
  lines: lines.map((line) => ({ childId: line.child.id, ...line.times, photo: line.photo })),
})

const whoAndWhere = (
  of: Opened['permission'] | Prepared['plan'],
  helpers: Opened['helpers'] | Prepared['helpers'],
): Omit<SignedFor, 'lines'> => ({
  kind: of.kind,
  destination: of.destination,
  transport: of.transport,
  travels: of.travels,
  adult: of.adultId ?? of.instructorId ?? of.staffId ?? of.adultName,
  returner: of.backAdultId,
  helpers: helpers.map((helper) => `${helper.duty} ${helper.name}`),
})
