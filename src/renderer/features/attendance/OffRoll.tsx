/** Women with a place who are not expected at this session: no box, no denominator, and the reason why. */
import { listName } from '../../../shared/kernel/text'
import { useWords } from '../../platform/words'
import type { Roll } from './roll'
import classes from './attendance.module.css'

export function OffRoll({ off }: { readonly off: Roll['off'] }) {
  const t = useWords()
  if (off.length === 0) return null
  return (
    <section className={classes.below} aria-label={t('attendance.roll.off')}>
      <h2>{t('attendance.roll.off')}</h2>
      <p className={classes.hint}>{t('attendance.roll.offHint')}</p>
      <ul>
        {off.map((woman) => (
          <li key={woman.personId}>
            <b>{listName(woman)}</b> {woman.fileNumber} ·{' '}
            {t(`attendance.roll.off.${woman.kind}`, { why: t(`attendance.offWhy.${woman.why}`) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
