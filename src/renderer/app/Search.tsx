/** The search box (Ctrl+K): every slice's searchers at once, and the pages by name. */
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconArrowRight, IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { fold } from '../../shared/kernel/text'
import { useGo, type SearchHit } from '../platform/routes'
import { useSession } from '../platform/session'
import { useWords } from '../platform/words'
import { catchFocus } from '../ui/use-return-focus'
import { routesFor } from './slices'

interface Group {
  readonly title: string
  readonly hits: readonly SearchHit[]
}

const PAUSE_MS = 150
const MANY = 8
const ENOUGH = 2
const AFTER_FADING_MS = 250

export function Search() {
  const t = useWords()
  const go = useGo()
  const [query, setQuery] = useState('')
  const groups = useHits(query)
  const typed = query.trim()
  const total = groups.reduce((sum, group) => sum + group.hits.length, 0)
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      maxHeight="60vh"
      scrollable
      clearQueryOnClose
      onSpotlightClose={() => catchFocus(AFTER_FADING_MS)}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': t('office.search.open') } }}
      transitionProps={{ duration: 80 }}
    >
      <Spotlight.Search
        placeholder={t('office.search.placeholder')}
        aria-label={t('office.search.open')}
        leftSection={<IconSearch size={20} aria-hidden />}
        onKeyDown={(event) => {
          const [first] = groups[0]?.hits ?? []
          if (event.key !== 'Enter' || !first || typed === '' || isAnyChosen()) return
          event.preventDefault()
          spotlight.close()
          go(first.to)
        }}
      />
      <Spotlight.ActionsList>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.title} label={group.title}>
            {group.hits.map((hit) => (
              <Spotlight.Action
                key={hit.id}
                label={hit.label}
                {...(hit.hint ? { description: hit.hint } : {})}
                leftSection={<IconArrowRight size={16} aria-hidden />}
                onClick={() => go(hit.to)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {total === 0 && (
          <Spotlight.Empty>{t(query.trim() ? 'office.search.none' : 'office.search.hint')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** True once the arrows have chosen a hit; until then Enter opens the first. */
const isAnyChosen = (): boolean => document.querySelector('.mantine-Spotlight-action[data-selected]') !== null

/** Asks all searchers a moment after the last key; an answer that comes late for an older question is dropped. */
function useHits(query: string): readonly Group[] {
  const t = useWords()
  const { me } = useSession()
  const [found, setFound] = useState<readonly Group[]>([])
  const typed = query.trim()
  useEffect(() => {
    if (typed.length < ENOUGH) return
    let late = false
    const timer = setTimeout(() => {
      const searchers = routesFor(me.role).filter((route) => route.search)
      void Promise.all(
        searchers.map(async (route) => ({
          title: t(route.nav?.words ?? 'office.search.others'),
          hits: (await route.search?.(typed).catch(() => []))?.slice(0, MANY) ?? [],
        })),
      ).then((groups) => {
        if (!late) setFound(groups.filter((group) => group.hits.length > 0))
      })
    }, PAUSE_MS)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [typed, me.role, t])

  const pages = routesFor(me.role).flatMap(({ path, nav }) =>
    nav && fold(t(nav.words)).includes(fold(typed)) ? [{ id: `page:${path}`, label: t(nav.words), to: path }] : [],
  )
  const named = typed.length < ENOUGH ? [] : found
  return pages.length > 0 ? [...named, { title: t('office.search.pages'), hits: pages }] : named
}
