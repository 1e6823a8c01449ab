/** The form of a woman's data: what its fields hold, and what is sent. */
import type { Input } from '../../../shared/contract'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import { checkCurp, cleanCurp, type CurpWarning } from '../../../shared/kernel/curp'

export type Facts = Input<'people.register'>['facts']
type Precision = Facts['birthPrecision']

/** Plain data, so that a half-typed form can be kept. */
export interface FormValue {
  readonly fileNumber: string
  readonly surname1: string
  readonly surname2: string
  readonly givenNames: string
  readonly chosenName: string
  readonly curp: string
  readonly birthDate: string | null
  readonly birthPrecision: Precision
  readonly legalStatus: 'tried' | 'sentenced' | null
  readonly schooling: string
  readonly language: string
  readonly consents: 'yes' | 'no' | null
}

export const EMPTY_FORM: FormValue = {
  fileNumber: '',
  surname1: '',
  surname2: '',
  givenNames: '',
  chosenName: '',
  curp: '',
  birthDate: null,
  birthPrecision: 'exact',
  legalStatus: null,
  schooling: '',
  language: '',
  consents: null,
}

/** The form as the record fills it. */
export const formOf = (facts: PersonRecord['facts']): FormValue => ({
  ...facts,
  surname2: facts.surname2 ?? '',
  chosenName: facts.chosenName ?? '',
  curp: facts.curp ?? '',
  schooling: facts.schooling ?? '',
  language: facts.language ?? '',
  consents: facts.consents === null ? null : facts.consents ? 'yes' : 'no',
})

/** What is sent: a birth date left empty is an unknown one, whatever its precision said. */
export const factsOf = (form: FormValue): Facts => ({
  ...form,
  birthDate: form.birthPrecision === 'unknown' ? null : form.birthDate,
  birthPrecision: form.birthDate ? form.birthPrecision : 'unknown',
  consents: form.consents === null ? null : form.consents === 'yes',
})

/** What the CURP disagrees with; nothing while it is still being typed. */
export function curpWarningsOf(form: FormValue): readonly CurpWarning[] {
  const curp = cleanCurp(form.curp)
  if (curp.length < 18) return []
  return checkCurp(curp, { ...form, birthDate: form.birthPrecision === 'exact' ? form.birthDate : null })
}

/** True once the three things are there without which nobody is registered. */
export const isComplete = (form: FormValue): boolean =>
  [form.fileNumber, form.surname1, form.givenNames].every((each) => each.trim() !== '')
