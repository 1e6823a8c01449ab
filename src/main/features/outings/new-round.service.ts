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

const signedFor = (opened: Opened): SignedFor => {
  const { permission, helpers } = opened
  return {
    kind: permission.kind,
    destination: permission.destination,
    transport: permission.transport,
    travels: permission.travels,
    adult: permission.adultId ?? permission.instructorId ?? permission.staffId ?? permission.adultName,
    returner: permission.backAdultId,
    helpers: helpers.map((helper) => `${helper.duty} ${helper.name}`),
    lines: openLines(opened).map(({ record }) => ({
      childId: record.childId,
      leavesOn: record.leavesOn,
      leavesAt: record.leavesAt,
      returnsOn: record.returnsOn,
      returnsAt: record.returnsAt,
      photo: record.photo,
    })),
  }
}

const plannedFor = ({ plan, helpers, lines }: Prepared): SignedFor => ({
  kind: plan.kind,
  destination: plan.destination,
  transport: plan.transport,
  travels: plan.travels,
  adult: plan.adultId ?? plan.instructorId ?? plan.staffId ?? plan.adultName,
  returner: plan.backAdultId,
  helpers: helpers.map((helper) => `${helper.duty} ${helper.name}`),
  lines: lines.map((line) => ({ childId: line.child.id, ...line.times, photo: line.photo })),
})
