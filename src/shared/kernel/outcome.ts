/** What an act answers: a value, or the reasons why not. Expected refusals are values; only broken promises throw. */

/** A reason for a "no": its code (sentence in i18n under `refusal.<code>`), the field it concerns, the figures behind it. */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  readonly field?: string
  readonly facts?: Readonly<Record<string, string | number>>
}

export interface Done<Value> {
  readonly ok: true
  readonly value: Value
}

export interface Refused<Code extends string = string> {
  readonly ok: false
  readonly refusals: readonly Refusal<Code>[]
}

export type Outcome<Value, Code extends string = string> = Done<Value> | Refused<Code>

export const done = <Value>(value: Value): Done<Value> => ({ ok: true, value })

export const refused = <Code extends string>(...refusals: readonly Refusal<Code>[]): Refused<Code> => ({
  ok: false,
  refusals,
})

/** Shorthand for one reason: `refuse('stale')`, `refuse('place-full', { capacity: 12 })`. */
export const refuse = <Code extends string>(code: Code, facts?: Refusal['facts'], field?: string): Refused<Code> =>
  refused({ code, ...(facts ? { facts } : {}), ...(field ? { field } : {}) })
