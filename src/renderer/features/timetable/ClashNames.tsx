/** What a session collides with, inside its own box. */
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { useWords } from '../../platform/words'
import { clashWords } from './clash-words'
import classes from './timetable.module.css'
import { namedClashes } from './week-events'

export function ClashNames({
  clashes,
  sessionId,
}: {
  readonly clashes: readonly ClashFacts[]
  readonly sessionId: string
}) {
  const t = useWords()
  const { named, more, toDecide } = namedClashes(clashes, sessionId)
  return (
    <>
      {named.map((clash) => (
        <span key={clash.key} className={classes.clash}>
          <IconAlertTriangle size={13} aria-hidden /> {clashWords(clash, sessionId, t)}
        </span>
      ))}
      {more > 0 && <span className={classes.clash}>{t('timetable.event.moreClashes', { count: more })}</span>}
      {toDecide > 0 && (
        <span className={classes.where}>{t('timetable.event.clashesToDecide', { count: toDecide })}</span>
      )}
    </>
  )
}
