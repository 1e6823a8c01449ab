/** What the outing permission shows, and its printing. */
import type { Input } from '../../../shared/contract'
import type { LeaveCode } from '../../../shared/contract/outings.contract'
import { refuse, done } from '../../../shared/kernel/outcome'
import { fold, spokenName } from '../../../shared/kernel/text'
import { paperSteps } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { permissionPaper } from './outings.pdf'
import { gridOf } from '../children'
import { judgeOne, nowOf } from './judge.service'
import { reasonsAsPlanned } from './outings.service'

/** Reasons that a permission must not be silent about; that it has left already, or is not its day, is no matter of paper. */
export const ON_PAPER: ReadonlySet<string> = new Set<LeaveCode>([
  'outing-adult-forbidden',
  'outing-adult-may-not',
  'outing-adult-ended',
  'outing-adult-unlisted',
  'outing-adult-suspended',
  'outing-adult-not-yet',
  'outing-returner-forbidden',
  'outing-returner-may-not',
  'outing-returner-not-yet',
  'outing-returner-ended',
  'outing-overlap',
  'outing-child-gone',
  'outing-mother-released',
  'outing-mother-transferred',
  'outing-mother-died',
  'outing-mother-left',
  'outing-paused',
  'outing-denied',
  'outing-nights',
  'outing-too-soon',
  'outing-ratio',
  'outing-no-doctor',
])

/** What the permission shows. It says authorised only if it is, and nothing else stands against it; a cancelled one is not printed. */
async function permissionFacts(look: Look, input: Input<'outings.permission'>) {
  const now = nowOf(look)
  const judged = await judgeOne(look.db, input.id, now)
  if (!judged) return refuse('outing-unknown')
  const { record, missing } = judged
  if (record.cancelledOn !== null) return refuse('outing-cancelled', { on: record.cancelledOn })
  const line = (await gridOf(look.db, [record.childId])).find((each) => each.adultId === record.adultId)
  const signatures = judged.facts.required.map(({ authorisation }) => {
    const signature = judged.signatures.find((each) => fold(each.authorisation) === fold(authorisation))
    return { authorisation, signed: signature !== undefined, signedOn: signature?.signedOn ?? null }
  })
  const reasons = reasonsAsPlanned(judged, now).filter((each) => ON_PAPER.has(each.code))
  return done({
    title: record.folio,
    subjectId: record.id,
    facts: {
      outing: record.folio,
      child: spokenName(record),
      mother: spokenName(record.mother),
      kind: record.kind,
      reason: record.reason,
      leavesOn: record.leavesOn,
      leavesAt: record.leavesAt,
      returnsOn: record.returnsOn,
      returnsAt: record.returnsAt,
      adult: record.adultName,
      adultDocument: record.adultDocument,
      relation: line?.relation ?? null,
      destination: record.destination,
      transport: record.transport,
      returner: record.backAdultName,
      phone: record.phone,
      belongings: record.belongings,
      photo: record.photo,
      missing: [...missing],
      reasons,
      signatures,
    },
  })
}

/** The steps that print the permission. */
export const printPermission = (tools: Tools) =>
  paperSteps(permissionPaper, tools.render, (input: Input<'outings.permission'>, look) => permissionFacts(look, input))
