/** What one session collides with, as a list. */
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { Clashes } from '../../ui/Clashes'

/** Only the other side is named: this one is what she looks at. */
export function SessionClashes({
  clashes,
  sessionId,
  none,
}: {
  readonly clashes: readonly ClashFacts[]
  readonly sessionId: string
  readonly none: string
}) {
  return <Clashes clashes={clashes} none={none} isOwn={(side) => side.sessionId === sessionId} />
}
