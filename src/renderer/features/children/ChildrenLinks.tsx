/** Pages that speak of all children at once; each is shown to whoever may call its channel. */
import type { ChannelName } from '../../../shared/contract'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { RecordLink } from '../../ui/RecordLink'
import classes from './children.module.css'

const LINKS: readonly { readonly to: string; readonly words: string; readonly channel: ChannelName }[] = [
  { to: '/children/adults/ending', words: 'children.ending.title', channel: 'children.endingAuthorities' },
  { to: '/children/needs', words: 'children.needs.all', channel: 'children.openNeeds' },
  { to: '/children/protection', words: 'children.protection.all', channel: 'children.openConcerns' },
]

export function ChildrenLinks() {
  const t = useWords()
  const { may } = useSession()
  return (
    <nav className={classes.headline} aria-label={t('children.links')}>
      {LINKS.filter((link) => may(link.channel)).map((link) => (
        <RecordLink key={link.to} to={link.to}>
          {t(link.words)}
        </RecordLink>
      ))}
    </nav>
  )
}
