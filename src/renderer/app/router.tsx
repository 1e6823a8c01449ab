/** All pages side by side: every slice's routes under one shell. The address says ids only, never a name. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  useLocation,
  useNavigate,
} from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { roleMay, useSession } from '../platform/session'
import type { SliceRoute } from '../platform/routes'
import { useWords } from '../platform/words'
import { Empty } from '../ui/Empty'
import { Page } from '../ui/Page'
import { routesFor, sliceRoutes } from './slices'
import { Shell } from './Shell'

const root = createRootRoute({ component: Shell, notFoundComponent: Nowhere, errorComponent: Broken })

const pages = sliceRoutes.map((route) =>
  createRoute({ getParentRoute: () => root, path: route.path, component: () => <Behind route={route} /> }),
)
const start = createRoute({ getParentRoute: () => root, path: '/', component: Start })
const hasStart = sliceRoutes.some((route) => route.path === '/')

export const router = createRouter({
  routeTree: root.addChildren(hasStart ? pages : [start, ...pages]),
  history: createHashHistory(),
  defaultPreload: false,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: Nowhere,
})

/** A page, for the roles that may call its channel; a new record is a new page with nothing of the one before. */
function Behind({ route }: { readonly route: SliceRoute }) {
  const { me } = useSession()
  const { pathname } = useLocation()
  const t = useWords()
  // Who may not see today (the gate) begins at the first page that is hers.
  if (!roleMay(me.role, route.channel) && route.path === '/') return <Start />
  if (!roleMay(me.role, route.channel))
    return (
      <Page title={t('office.notForYou.title')}>
        <Empty title={t('refusal.not-allowed')} hint={t('office.notForYou.hint')} action={<HomeButton />} />
      </Page>
    )
  return <route.element key={pathname} />
}

/** The first page in the rail that is hers. */
function Start() {
  const { me } = useSession()
  const t = useWords()
  const navigate = useNavigate()
  const first = routesFor(me.role).find((route) => route.nav)?.path
  useEffect(() => {
    if (first) void navigate({ to: first, replace: true })
  }, [first, navigate])
  return first ? null : <Page title={t('office.nowhere.title')} />
}

function Nowhere() {
  const t = useWords()
  return (
    <Page title={t('office.nowhere.title')}>
      <Empty title={t('office.nowhere.hint')} action={<HomeButton />} />
    </Page>
  )
}

/** A page that broke: what was saved is safe, and every other page still stands. */
function Broken({ reset }: { readonly reset: () => void }) {
  const t = useWords()
  return (
    <Page title={t('office.broken.title')}>
      <Empty
        title={t('office.broken.what')}
        hint={t('office.broken.safe')}
        action={<Button onClick={reset}>{t('office.problem.again')}</Button>}
      />
    </Page>
  )
}

function HomeButton() {
  const t = useWords()
  return <Button onClick={() => void router.navigate({ to: '/' })}>{t('office.nowhere.home')}</Button>
}
