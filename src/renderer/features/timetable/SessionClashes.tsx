/** What one session collides with, as a list. */
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import { clashWords } from './clash-words'
import classes from './timetable.module.css'

/** What a session collides with, each with its hours. */
export function SessionClashes({
  clashes,
  sessionId,
  none,
}: {
  readonly clashes: readonly ClashFacts[]
  readonly sessionId: string
  readonly none: string
}) {
  const t = useWords()
  if (clashes.length === 0) return <Status tone="done" label={none} />
  return (
    <ul className={classes.list}>
      {clashes.map((clash) => (
        <li key={`${clash.kind} ${clash.resourceId} ${clash.a.sessionId} ${clash.b.sessionId}`}>
          <Status tone="attention" label={`${clash.from}–${clash.until} · ${clashWords(clash, sessionId, t)}`} />
        </li>
      ))}
    </ul>
  )
}
