/** What the slices registered: found by glob, so that a new slice needs no line here. */
import type { Role } from '../../shared/kernel/roles'
import type { SliceRoute } from '../platform/routes'
import { roleMay } from '../platform/session'

const modules = import.meta.glob<{ readonly routes: readonly SliceRoute[] }>('../features/*/routes.tsx', {
  eager: true,
})

export const sliceRoutes: readonly SliceRoute[] = Object.values(modules)
  .flatMap((slice) => slice.routes)
  .sort((a, b) => (a.nav?.order ?? 1000) - (b.nav?.order ?? 1000))

/** The pages of a role, those of the rail first and in its order. */
export const routesFor = (role: Role): readonly SliceRoute[] =>
  sliceRoutes.filter((route) => roleMay(role, route.channel))
