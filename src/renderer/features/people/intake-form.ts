/** The form of the intake: what its fields hold, and what is sent. Plain data, so that a half-typed one can be kept. */
import type { Input } from '../../../shared/contract'
import type { IntakeTaken } from '../../../shared/contract/intake.contract'

export type Answers = Input<'people.recordIntake'>['answers']

export interface IntakeForm {
  readonly takenOn: string | null
  readonly declined: boolean
  readonly answers: Answers
}

const NOTHING: Answers = {
  schooling: null,
  wantsSchool: null,
  tradesKnown: [],
  tradesWanted: [],
  tradesNote: null,
  childrenOutside: null,
  childrenOutsideWith: null,
  dependants: null,
  languages: null,
  spanish: null,
  reads: null,
  readAloud: null,
  barriers: [],
  barriersNote: null,
  leavesAbout: null,
}

/** Begins with what she said last; the first time with what the register says of her language. */
export const beginWith = (last: IntakeTaken | undefined, language: string | null, today: string): IntakeForm => ({
  takenOn: today,
  declined: false,
  answers: last ? last.answers : { ...NOTHING, languages: language },
})

/** What is sent: months as the field holds them, blank texts as none. Who did not want to answer said nothing else. */
export const sentAnswers = (form: IntakeForm): Answers => (form.declined ? NOTHING : form.answers)

/** A trade as it is shown: the title of the workshop that was picked, or what she called it. */
export const tradeWord = (trade: string, workshops: readonly { id: string; title: string }[]): string =>
  workshops.find((workshop) => workshop.id === trade)?.title ?? trade

/** What is kept of a typed or picked trade: the workshop's id if it is one of the catalog. */
export const tradeOf = (word: string, workshops: readonly { id: string; title: string }[]): string =>
  workshops.find((workshop) => workshop.title === word)?.id ?? word
