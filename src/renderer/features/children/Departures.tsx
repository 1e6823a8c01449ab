/** When a child left, why and to whom; what was taken back stays, struck out. */
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import classes from './children.module.css'

export function Departures({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  if (child.departures.length === 0) return null
  const day = (value: string) => formatDay(value, t.language)
  return (
    <Section title={t('children.departures.title')}>
      <ul className={classes.lines}>
        {child.departures.map((each) => (
          <li key={each.id}>
            <time dateTime={each.leftOn}>{day(each.leftOn)}</time>
            <div>
              <span data-undone={each.undoneOn !== null || undefined} className={classes.undoable}>
                {[t(`children.departure.${each.cause}`), each.handedTo, each.relation].filter(Boolean).join(' · ')}
              </span>
              <div className={classes.quiet}>
                {[each.place, each.phone, each.document && t('children.departures.document', { number: each.document })]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              <div className={classes.quiet}>{each.reason}</div>
              {each.undoneOn && (
                <div>
                  {t('children.departures.undone', { day: day(each.undoneOn), reason: each.undoneReason ?? '' })}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
