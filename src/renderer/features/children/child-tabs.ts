/** The pages of one child's file, in the order of their tabs; each is shown to whoever may call its channel. */
import type { ChannelName } from '../../../shared/contract'

export interface ChildTab {
  /** Behind `/children/$id`. */
  readonly to: string
  readonly words: string
  readonly channel: ChannelName
}

export const CHILD_TABS: readonly ChildTab[] = [
  { to: '', words: 'children.tab.file', channel: 'children.get' },
  { to: '/adults', words: 'children.tab.adults', channel: 'children.get' },
  { to: '/outings', words: 'children.tab.outings', channel: 'children.get' },
  { to: '/timeline', words: 'children.tab.timeline', channel: 'children.get' },
]
