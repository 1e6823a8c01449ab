/** The shapes of handlers, one per kind of channel, bound by type to the contract. */
import type { Channel, Kind, OutputOf, ParsedInputOf, RefusalOf } from '../../../shared/contract/define'
import type { Outcome } from '../../../shared/kernel/outcome'
import type { Act, Bench, Look, Moment } from './act'
import type { Client } from './serve'

/** The three steps of an issue. `Plan` is what was read, `Built` what was made of it outside any transaction. */
export interface IssueSteps<I, O, Code extends string, Plan, Built> {
  prepare(input: I, look: Look): Promise<Outcome<Plan, Code>>
  build(plan: Plan, bench: Bench): Promise<Outcome<Built, Code>>
  record(built: Built, act: Act, plan: Plan): Promise<Outcome<O, Code>>
  /** Takes back what `build` left outside the database, if it was stopped or could not be recorded. */
  undo?(built: Built): Promise<void>
}

/** Keeps the types of the steps to each other and hides them from the seam. */
export const issueSteps = <I, O, Code extends string, Plan, Built>(
  steps: IssueSteps<I, O, Code, Plan, Built>,
): IssueSteps<I, O, Code, unknown, unknown> => steps

export type HandlerOf<C> =
  C extends Channel<infer K extends Kind>
    ? {
        door: (
          input: ParsedInputOf<C>,
          client: Client,
          moment: Pick<Moment, 'now'>,
        ) => Promise<Outcome<OutputOf<C>, RefusalOf<C>>>
        read: (input: ParsedInputOf<C>, look: Look) => Promise<Outcome<OutputOf<C>, RefusalOf<C>>>
        change: (input: ParsedInputOf<C>, act: Act) => Promise<Outcome<OutputOf<C>, RefusalOf<C>>>
        issue: IssueSteps<ParsedInputOf<C>, OutputOf<C>, RefusalOf<C>, unknown, unknown>
      }[K]
    : never

export type HandlersOf<Contract> = { readonly [Name in keyof Contract]: HandlerOf<Contract[Name]> }
