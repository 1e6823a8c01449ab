/** What something collides with: how grave, whose, with what, when and why, one under the other. */
import type { ClashFacts, ClashSide } from '../../shared/contract/clash-facts'
import { useWords } from '../platform/words'
import { sideWords, spanWords, TONE_OF_LEVEL, whoseWords, whyWords } from './clash-words'
import classes from './Clashes.module.css'
import { Status } from './Status'

export interface ClashesProps {
  readonly clashes: readonly ClashFacts[]
  /** What it says when there are none. */
  readonly none: string
  /** The side that is being looked at: only the other is named. */
  readonly isOwn?: (side: ClashSide) => boolean
}

export function Clashes({ clashes, none, isOwn }: ClashesProps) {
  const t = useWords()
  if (clashes.length === 0) return <Status tone="done" label={none} />
  return (
    <ul className={classes.list}>
      {clashes.map((clash) => {
        const others = isOwn ? [clash.a, clash.b].filter((side) => !isOwn(side)) : [clash.a, clash.b]
        const named = others.length > 0 ? others : [clash.b]
        return (
          <li key={clash.key}>
            <Status tone={TONE_OF_LEVEL[clash.level]} label={whoseWords(clash, t)} />
            <div className={classes.rest}>
              {named.map((side, i) => (
                <div key={i}>
                  {spanWords(side, t)} · {sideWords(side, t)}
                </div>
              ))}
              <div className={classes.why}>
                <span className={classes.level}>{t(`timetable.clash.level.${clash.level}`)}:</span> {whyWords(clash, t)}
              </div>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
