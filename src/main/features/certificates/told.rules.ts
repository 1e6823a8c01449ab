/** What a certificate's row says of its delivery and its end beside where it stands: it must be what the chain says. */
import type { EventLink } from './chain.rules'

/** The words of a row that no hash covers: they are in the events of the chain. */
export interface Told {
  readonly deliveredTo: string | null
  readonly receivedBy: string | null
  readonly deliveredBy: string | null
  readonly endCause: string | null
  readonly endNote: string | null
}

type TellingLink = Pick<EventLink, 'kind' | 'factsJson'> & { readonly by: string }

const ENDS: ReadonlySet<string> = new Set(['replaced', 'renewed', 'revoked', 'annulled'])
const NO_DELIVERY = { deliveredTo: null, receivedBy: null, deliveredBy: null }
const NO_END = { endCause: null, endNote: null }

const wordOf = (facts: Readonly<Record<string, unknown>>, key: string): string | null =>
  typeof facts[key] === 'string' ? facts[key] : null

/** What the events of one certificate, in their order, say of it. Of what no event tells, nothing. */
function toldBy(events: readonly TellingLink[]): Partial<Told> {
  let told: Partial<Told> = {}
  for (const { kind, factsJson, by } of events) {
    const facts = JSON.parse(factsJson) as Readonly<Record<string, unknown>>
    if (kind === 'delivered')
      told = {
        ...told,
        deliveredTo: wordOf(facts, 'to'),
        receivedBy: wordOf(facts, 'receivedBy'),
        deliveredBy: by,
      }
    if (kind === 'delivery-undone') told = { ...told, ...NO_DELIVERY }
    if (ENDS.has(kind)) told = { ...told, endCause: wordOf(facts, 'cause'), endNote: wordOf(facts, 'note') }
  }
  return told
}

/** True if the row tells its delivery or its end otherwise than the chain. One from before the chain told of deliveries may tell more. */
export function tellsOtherwise(
  row: Told & { readonly issuedBy: string | null },
  events: readonly TellingLink[],
): boolean {
  const told = { ...(row.issuedBy !== null && { ...NO_DELIVERY, ...NO_END }), ...toldBy(events) }
  return (Object.keys(told) as (keyof Told)[]).some((key) => row[key] !== told[key])
}
