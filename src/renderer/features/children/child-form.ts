/** The form of a child's data: what its fields hold, and what is sent. */
import type { Input } from '../../../shared/contract'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { checkCurp, cleanCurp, type CurpWarning } from '../../../shared/kernel/curp'

type Facts = Input<'children.register'>['facts']

/** Plain data, so that a half-typed form can be kept. */
export interface FormValue {
  readonly surname1: string
  readonly surname2: string
  readonly givenNames: string
  readonly sex: 'M' | 'H' | 'X' | null
  readonly birthDate: string | null
  readonly birthPrecision: Facts['birthPrecision']
  readonly curp: string
  readonly livesHereFrom: string | null
  readonly came: 'born-here' | 'with-mother' | 'later' | null
}

export const EMPTY_FORM: FormValue = {
  surname1: '',
  surname2: '',
  givenNames: '',
  sex: null,
  birthDate: null,
  birthPrecision: 'exact',
  curp: '',
  livesHereFrom: null,
  came: null,
}

/** The form as the record fills it. */
export const formOf = (facts: ChildRecord['facts']): FormValue => ({
  ...facts,
  surname2: facts.surname2 ?? '',
  curp: facts.curp ?? '',
})

/** What is sent: a birth date left empty is an unknown one, whatever its precision said. */
export const factsOf = (form: FormValue): Facts => ({
  ...form,
  birthDate: form.birthPrecision === 'unknown' ? null : form.birthDate,
  birthPrecision: form.birthDate ? form.birthPrecision : 'unknown',
})

/** What the CURP disagrees with; nothing while it is still being typed. */
export function curpWarningsOf(form: FormValue): readonly CurpWarning[] {
  const curp = cleanCurp(form.curp)
  if (curp.length < 18) return []
  return checkCurp(curp, { ...form, birthDate: form.birthPrecision === 'exact' ? form.birthDate : null })
}

/** A newborn may have no second surname, CURP or even day of birth; a name by which she or he is called there must be. */
export const isComplete = (form: FormValue): boolean =>
  [form.surname1, form.givenNames].every((each) => each.trim() !== '')
