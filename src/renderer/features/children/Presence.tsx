/** Whether a child lives here, outside or has left, and what is missing to say so. */
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'

export function Presence({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  if (child.kind === 'outside') return <Status tone="quiet" label={t('children.livesOutside')} />
  if (child.livesHereUntil)
    return <Status tone="quiet" label={t('children.leftOn', { day: formatDay(child.livesHereUntil, t.language) })} />
  if (!child.facts.livesHereFrom)
    return <Status tone="attention" label={t('children.sinceUnknown')} reason={t('children.sinceUnknownReason')} />
  return <Status tone="done" label={t('children.livesHere')} />
}
