/** The emergency sheet of a child: kept, looked at again every so many days. */
import type { Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { separationContract } from '../../../shared/contract/separation.contract'
import { addDays } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { squeeze } from '../../../shared/kernel/text'
import { changesBetween } from '../../platform/audit/changes'
import { settingsOn } from '../../platform/settings/settings'
import type { Act, Look } from '../../platform/seam/act'
import { listAdmissions } from './admission.repo'
import * as repo from './children.repo'
import { gapsOf } from './emergency-sheet.rules'
import * as sheets from './emergency-sheet.repo'

type Parsed<Name extends keyof typeof separationContract> = ParsedInputOf<(typeof separationContract)[Name]>

/** The sheet as it stands, what it lacks, and who may not come near. */
export async function sheetOf(
  look: Look,
  childId: string,
  child: { readonly facts: { readonly birthDate: string | null } },
): Promise<Output<'children.emergencySheet'>> {
  const sheet = await sheets.findSheet(look.db, childId)
  const { emergencySheetDays } = await settingsOn(look.db, look.today)
  const named = (await listAdmissions(look.db, childId)).find((each) => each.carer !== null)
  return {
    sheet,
    gaps: gapsOf(sheet, child.facts),
    reviewBy: sheet && addDays(sheet.reviewedOn, emergencySheetDays),
    forbidden: await sheets.listForbidden(look.db, childId, look.today),
    alternative: named?.carer ?? null,
  }
}

export async function getSheet(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.emergencySheet'>, 'unknown-child'>> {
  const child = await repo.findChild(look.db, input.id)
  return child ? done(await sheetOf(look, input.id, child)) : refuse('unknown-child')
}

/** Keeps the sheet. Keeping it unchanged is how somebody says that it was looked at and still holds. */
export async function keepSheet(act: Act, input: Parsed<'children.keepEmergencySheet'>) {
  if (!(await repo.findChild(act.db, input.childId))) return refuse('unknown-child')
  const before = await sheets.findSheet(act.db, input.childId)
  const { childId, version, carers, ...said } = input
  const facts = { ...said, carers: carers.map((carer) => ({ ...carer, fullName: squeeze(carer.fullName) })) }
  const written = { ...facts, reviewedOn: act.today, reviewedBy: act.actor.id }
  if (!(await sheets.writeSheet(act.trx, childId, version, written))) return refuse('stale')
  const changed = changesBetween(before ? textsOf(before) : {}, textsOf(facts))
  await act.audit({
    event: changed ? 'child.sheet-kept' : 'child.sheet-reviewed',
    subjectType: 'child',
    subjectId: childId,
    ...(changed && before ? { before: changed.before } : {}),
    after: changed ? changed.after : { reviewedOn: act.today },
  })
  return done(null)
}

type Texts = Pick<
  Parsed<'children.keepEmergencySheet'>,
  'carers' | 'allergies' | 'medicines' | 'doctor' | 'doctorPhone' | 'comfort' | 'feeding'
>

/** The sheet as flat values, to be compared. */
const textsOf = ({ carers, allergies, medicines, doctor, doctorPhone, comfort, feeding }: Texts) => ({
  carers: carers
    .map((carer) => [carer.fullName, carer.relation, carer.phone, carer.distance].filter(Boolean).join(', '))
    .join('; '),
  allergies,
  medicines,
  doctor,
  doctorPhone,
  comfort,
  feeding,
})
