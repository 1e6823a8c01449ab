/** From when to when an alert stands, when it is looked at again, and who sees to it. */
import type { PersonAlert } from '../../../shared/contract/alerts.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'

export function AlertSpan({ alert }: { readonly alert: PersonAlert }) {
  const t = useWords()
  const day = (value: string) => formatDay(value, t.language)
  const facts = { from: day(alert.startsOn), review: day(alert.reviewOn), owner: t(`role.${alert.ownerRole}`) }
  return alert.endsOn
    ? t('people.alert.spanEnds', { ...facts, until: day(alert.endsOn) })
    : t('people.alert.span', facts)
}
