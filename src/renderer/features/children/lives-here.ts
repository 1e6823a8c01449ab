/** Whether a child lives here today. */
import type { ChildRecord } from '../../../shared/contract/children.contract'

export const livesHereNow = (child: Pick<ChildRecord, 'kind' | 'livesHereUntil' | 'today'>): boolean =>
  child.kind === 'here' && (child.livesHereUntil === null || child.livesHereUntil > child.today)
