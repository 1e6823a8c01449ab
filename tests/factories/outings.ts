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

/** A weekend with the aunt, from Saturday 17 to Sunday 18 October 2026. */
export const aRequest = (family: Family, overrides: Partial<Request> = {}): Request => ({
  childId: family.childId,
  kind: 'family',
  reason: 'fin de semana con su tía',
  leavesOn: '2026-10-17',
  leavesAt: '09:00',
  returnsOn: '2026-10-18',
  returnsAt: '17:00',
  escort: { from: 'grid', id: family.adultId },
  ...overrides,
})

/** Signs what is missing, each by whom it is hers to sign. Leaves the director signed in. */
export async function signAll(it: TestOffice, id: string, signedOn: string): Promise<void> {
  for (const [role, authorisations] of [
    ['mother-child', ['madre', 'trabajo social']],
    ['director', ['dirección']],
  ] as const) {
    await it.signInAs(role)
    for (const authorisation of authorisations) {
      const { version } = await it.must('outings.get', { id })
      await it.must('outings.sign', { id, version, authorisation, signedOn })
    }
  }
}
