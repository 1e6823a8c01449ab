/** What a mark was before: who changed it, when and why. Opens beside the mark. */
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import { boxText } from './roll-keys'
import type { RollWoman } from './roll'
import classes from './attendance.module.css'

export function MarkHistory({ history }: { readonly history: RollWoman['history'] }) {
  const t = useWords()
  const moment = useMoment()
  const none = t('attendance.roll.history.none')
  return (
    <Status
      tone={history.some((each) => each.kind === 'rectified') ? 'attention' : 'quiet'}
      label={t('attendance.roll.changes', { count: history.length })}
      reason={
        <ol className={classes.history}>
          {history.map((each) => (
            <li key={`${each.at} ${each.was?.mark ?? ''}`}>
              <b>
                {t('attendance.roll.history.line', {
                  was: boxText(each.was) || none,
                  now: each.now ?? none,
                  kind: t(`attendance.roll.history.${each.kind}`),
                })}
              </b>
              <br />
              {[moment(each.at), each.by].filter(Boolean).join(' · ')}
              {each.why && <div>{each.why}</div>}
            </li>
          ))}
        </ol>
      }
    />
  )
}
