/** The frame around every page behind the door: rail, top bar, page. */
import { Drawer, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useDisclosure, useHotkeys, type HotkeyItem } from '@mantine/hooks'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useGo } from '../platform/routes'
import { useDoor, useSession } from '../platform/session'
import { useWords } from '../platform/words'
import { useRemembered } from '../ui/use-remembered'
import { Rail } from './Rail'
import { Search } from './Search'
import { routesFor } from './slices'
import { TopBar, type Scheme } from './TopBar'
import classes from './Shell.module.css'

export function Shell() {
  const t = useWords()
  const { me } = useSession()
  const { lock } = useDoor()
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const [menu, { open: openMenu, close: closeMenu }] = useDisclosure(false)
  const scheme = useScheme()
  const go = useGo()
  const routes = routesFor(me.role)
  const places = routes.filter((route) => route.nav)
  // They must work while she types, too: Ctrl+L, and the keys of pages that are hers.
  useHotkeys(
    [
      ['mod+L', () => void lock()],
      ...routes.flatMap(({ hotkey, path }): HotkeyItem[] => (hotkey ? [[hotkey, () => go(path)]] : [])),
    ],
    [],
  )
  useEffect(() => {
    main.current?.scrollTo({ top: 0 })
    closeMenu()
  }, [pathname, closeMenu])
  const railed = places.length > 1
  return (
    <div className={classes.shell} data-railed={railed || undefined}>
      <a
        className={classes.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {t('office.shell.skip')}
      </a>
      {railed && (
        <div className={classes.rail} data-no-print>
          <Rail routes={places} />
        </div>
      )}
      <div className={classes.bar} data-no-print>
        <TopBar scheme={scheme} {...(railed ? { onMenu: openMenu } : {})} />
      </div>
      <main className={classes.main} ref={main} tabIndex={-1} id="main">
        <Outlet />
      </main>
      <Drawer
        opened={menu}
        onClose={closeMenu}
        position="left"
        size={260}
        title="Umbral"
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Rail routes={places} wide />
      </Drawer>
      <Search />
    </div>
  )
}

/** Light, dark or as the PC has it: hers, on every day and whoever sat here before. */
function useScheme(): Scheme {
  const { setColorScheme } = useMantineColorScheme()
  const [value, set] = useRemembered<MantineColorScheme>('scheme', 'auto')
  useEffect(() => setColorScheme(value), [value, setColorScheme])
  return { value, set }
}
