/** The pages of one child's file, in the order of their tabs; each is shown to whoever may call its channel. */
import type { PageTab } from '../../ui/PageTabs'

/** Behind `/children/$id`. */
export const CHILD_TABS: readonly PageTab[] = [
  { to: '', words: 'children.tab.file', channel: 'children.get' },
  { to: '/plan', words: 'children.tab.plan', channel: 'children.plan' },
  { to: '/emergency', words: 'children.tab.emergency', channel: 'children.emergencySheet' },
  { to: '/adults', words: 'children.tab.adults', channel: 'children.grid' },
  { to: '/outings', words: 'children.tab.outings', channel: 'children.get' },
  { to: '/health', words: 'children.tab.health', channel: 'children.health' },
  { to: '/papers', words: 'children.tab.papers', channel: 'children.checklist' },
  { to: '/needs', words: 'children.tab.needs', channel: 'children.needs' },
  { to: '/firsts', words: 'children.tab.firsts', channel: 'children.firsts' },
  { to: '/protection', words: 'children.tab.protection', channel: 'children.protection' },
  { to: '/timeline', words: 'children.tab.timeline', channel: 'children.get' },
]
