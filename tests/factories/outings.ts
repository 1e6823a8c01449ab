/** A child with an adult who may take her out, for tests of outings. */
import type { Input } from '../../src/shared/contract'
import { anAdult, anOrder, aPerson, registerChild } from './children'
import type { TestOffice } from './office'
import { registerWoman } from './people'

type Request = Input<'outings.request'>

export interface Family {
  readonly childId: string
  readonly adultId: string
  readonly forbiddenId: string
}

/** The child lives here; her aunt may collect her until the end of 2026; her father is forbidden by an order. */
export async function aFamily(it: TestOffice): Promise<Family> {
  const motherId = await registerWoman(it, { surname1: 'Soto', surname2: 'Ñáñez', givenNames: 'Elena' })
  const { id: childId } = await registerChild(it, motherId)
  const daniela = { fullName: 'Daniela Torres Domínguez', document: 'INE 1651', phone: '5512164126' }
  await it.must('children.addAdult', anAdult(childId, { adult: aPerson(daniela), until: '2026-12-31' }))
  await it.must('children.prohibit', anOrder([childId], aPerson({ fullName: 'Ramiro Salas Tovar' })))
  const { children } = await it.must('outings.choices', {})
  const adults = children.find((child) => child.id === childId)?.adults ?? []
  const idOf = (name: string): string => adults.find((adult) => adult.name.startsWith(name))?.id ?? ''
  return { childId, adultId: idOf('Daniela'), forbiddenId: idOf('Ramiro') }
}

type Plan = Request['plan']
type Times = Plan['occurrences'][number]

/** What a test changes of a plan: one child and one occurrence unless it says otherwise. */
export type PlanAbout = Partial<Plan> &
  Partial<Times> & { readonly childId?: string; readonly childIds?: readonly string[] }

/** A weekend with the aunt, from Saturday 17 to Sunday 18 October 2026. */
export function aPlanOf(family: Family, about: PlanAbout = {}): Plan {
  const { leavesOn, leavesAt, returnsOn, returnsAt, childId, childIds, ...plan } = about
  return {
    kind: 'family',
    reason: 'fin de semana con su tía',
    escort: { from: 'grid', id: family.adultId },
    children: (childIds ?? [childId ?? family.childId]).map((each) => ({ childId: each })),
    occurrences: [
      {
        leavesOn: leavesOn ?? '2026-10-17',
        leavesAt: leavesAt ?? '09:00',
        returnsOn: returnsOn ?? '2026-10-18',
        returnsAt: returnsAt ?? '17:00',
      },
    ],
    ...plan,
  }
}

export const aRequest = (family: Family, about: PlanAbout = {}): Request => ({ plan: aPlanOf(family, about) })

/** Asks for one outing: `id` is the outing's own. */
export async function anOuting(it: TestOffice, family: Family, about: PlanAbout = {}) {
  const { id: permissionId, outings } = await it.must('outings.request', aRequest(family, about))
  const { id, folio } = outings[0] ?? { id: '', folio: '' }
  return { id, folio, permissionId }
}

/** Signs what is missing of a permission, each by whom it is hers to sign. Leaves the director signed in. */
export async function signAll(it: TestOffice, permissionId: string, signedOn: string): Promise<void> {
  for (const [role, recordedBy] of [
    ['mother-child', 'office'],
    ['director', 'director'],
  ] as const) {
    await it.signInAs(role)
    const { signatures } = await it.must('outings.getPermission', { id: permissionId })
    for (const each of signatures.filter((line) => line.recordedBy === recordedBy && !line.signed)) {
      const { version } = await it.must('outings.getPermission', { id: permissionId })
      await it.must('outings.sign', {
        id: permissionId,
        version,
        authorisation: each.authorisation,
        outingIds: each.outingId === null ? [] : [each.outingId],
        signedOn,
      })
    }
  }
}
