/** Women who may be the one that is being typed: number, dormitory and birth date beside each, to tell them apart. */
import type { Lookalike } from '../../../shared/contract/people.contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useWords } from '../../platform/words'
import { RecordLink } from '../../ui/RecordLink'
import classes from './people.module.css'

export function Lookalikes({ of }: { readonly of: readonly Lookalike[] }) {
  const t = useWords()
  return (
    <aside aria-live="polite" aria-label={t('people.alike.label')}>
      {of.length > 0 && (
        <div className={classes.alike}>
          <h2>{t('people.alike.title', { count: of.length })}</h2>
          <ul>
            {of.map((other) => (
              <li key={other.id}>
                <RecordLink to="/people" id={other.id}>
                  {listName(other)}
                </RecordLink>
                <div>{t(`people.alike.${other.likeness}`)}</div>
                <div className={classes.quiet}>
                  {[
                    other.fileNumber,
                    other.here ? other.dormitory : t('people.filter.presence.left'),
                    other.birthDate && formatDay(other.birthDate, t.language),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </aside>
  )
}
