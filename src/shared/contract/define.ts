/** How a channel is declared: data that the seam obeys, the page calls by, and tests walk. */
import type { z } from 'zod'
import type { Role } from '../kernel/roles'

/**
 * - `door`: the few acts on the vault while the database is closed (set up, sign in, lock).
 * - `read`: a read-only handle, nothing is written (sensitive reads are audited by the seam, see `audited`).
 * - `change`: one transaction; committed only if the outcome is ok; must leave an audit event.
 * - `issue`: papers and bundles: read → build outside any transaction → one short change → effect.
 */
export type Kind = 'door' | 'read' | 'change' | 'issue'

export interface Channel<
  K extends Kind = Kind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Code extends string = string,
> {
  readonly kind: K
  /** Roles that may call it. Doors are open to whoever sits there, so theirs is `'anyone'`. */
  readonly who: readonly Role[] | 'anyone'
  readonly input: Input
  readonly output: Output
  readonly refusals: readonly Code[]
  /** Names the audit event that a read leaves (children's and mental-health files; design §5). */
  readonly audited?: string
  /** A change that leaves no audit event. Only half-typed forms (drafts) may say so. */
  readonly untraced?: true
}

type Entry<K extends Kind, I extends z.ZodType, O extends z.ZodType, C extends string> = Omit<
  Channel<K, I, O, C>,
  'kind'
>

const of =
  <K extends Kind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType, const C extends string = never>(
    entry: Entry<K, I, O, C>,
  ): Channel<K, I, O, C> => ({
    kind,
    ...entry,
  })

export const door = of('door')
export const read = of('read')
export const change = of('change')
export const issue = of('issue')

/**
 * Refusals that the seam itself may give, whatever the channel. `failure` carries the number under which main logged it;
 * `disk-full` and `database-damaged` are failures of the disk that she can do something about; `edition-closed` is a
 * wall of the schema (see `refusedBySchema`) that stands before every channel alike.
 */
export const SEAM_REFUSALS = [
  'foreign-sender',
  'unknown-channel',
  'bad-input',
  'signed-out',
  'not-allowed',
  'busy',
  'stopped',
  'disk-full',
  'database-damaged',
  'edition-closed',
  'failure',
] as const
export type SeamRefusal = (typeof SEAM_REFUSALS)[number]

export type InputOf<C> = C extends Channel<Kind, infer I, z.ZodType, string> ? z.input<I> : never
/** What a handler gets: parsed, defaults filled in. */
export type ParsedInputOf<C> = C extends Channel<Kind, infer I, z.ZodType, string> ? z.output<I> : never
export type OutputOf<C> = C extends Channel<Kind, z.ZodType, infer O, string> ? z.output<O> : never
export type RefusalOf<C> = C extends Channel<Kind, z.ZodType, z.ZodType, infer R> ? R : never
