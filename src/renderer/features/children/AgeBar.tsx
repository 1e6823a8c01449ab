/** A child's age against the limit as a bar: full at the limit, marked beyond it; the figure always beside it. */
import type { AgeFacts } from '../../../shared/contract/children.contract'
import { useWords } from '../../platform/words'
import { ageInWords } from './age-words'
import classes from './children.module.css'

export function AgeBar({ age, limit }: { readonly age: AgeFacts; readonly limit: number }) {
  const share = age.months === null ? null : Math.min(1, age.months / limit)
  if (share === null) return <AgeWords age={age} />
  return (
    <span className={classes.age}>
      <AgeWords age={age} />
      <span className={classes.bar} data-state={age.state} aria-hidden>
        <span style={{ width: `${String(Math.round(share * 100))}%` }} />
      </span>
    </span>
  )
}

/** The age alone, saying how sure it is: of a child outside, whom the limit does not concern. */
export function AgeWords({ age }: { readonly age: AgeFacts }) {
  const t = useWords()
  if (age.months === null) return <>{t('children.age.unknown')}</>
  return (
    <span className={classes.months}>
      {age.approximate && <abbr title={t('children.age.approximateHint')}>{t('children.age.about')}</abbr>}
      {ageInWords(age.months, t)}
    </span>
  )
}
