/** How far a child is from the age limit, and the day on which it is reached. A warning, never a "no". */
import type { AgeFacts } from '../../../shared/contract/children.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'

const TONES: Readonly<Record<AgeFacts['state'], Tone>> = {
  over: 'attention',
  soon: 'info',
  within: 'quiet',
  unknown: 'attention',
}

export function LimitStatus({ age }: { readonly age: AgeFacts }) {
  const t = useWords()
  if (age.limitDay === null || age.daysToLimit === null)
    return (
      <Status tone={TONES.unknown} label={t('children.limit.unknown')} reason={t('children.limit.unknownReason')} />
    )
  const day = formatDay(age.limitDay, t.language)
  const reasons = [
    t(age.state === 'over' ? 'children.limit.reached' : 'children.limit.reaches', { day }),
    ...(age.state === 'over' ? [t('children.limit.noBlock')] : []),
    ...(age.extension === 'none' ? [] : [extensionWords(age, t)]),
    ...(age.state === 'soon' ? [t('children.limit.prepare')] : []),
    ...(age.approximate ? [t('children.age.approximateHint')] : []),
  ]
  const days = Math.abs(age.daysToLimit)
  return (
    <Status
      tone={age.state === 'over' && age.extension === 'granted' ? 'info' : TONES[age.state]}
      label={labelOf(age, days, t)}
      reason={reasons.map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
    />
  )
}

/** Over the limit with an extension in force says until when; without one, since when. */
function labelOf(age: AgeFacts, days: number, t: Words): string {
  if (age.state === 'over' && age.extension === 'granted' && age.extendedUntil)
    return t('children.limit.extended', { day: formatDay(age.extendedUntil, t.language) })
  return t(age.state === 'over' ? 'children.limit.over' : 'children.limit.days', { count: days })
}

function extensionWords(age: AgeFacts, t: Words): string {
  const day = age.extendedUntil ? formatDay(age.extendedUntil, t.language) : ''
  return t(`children.limit.extension.${age.extension}`, { day })
}
