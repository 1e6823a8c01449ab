/** How a slice registers its pages, and how pages move about. The router (in `app`) picks the routes up by glob. */
import type { Icon } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useState, type ComponentType } from 'react'
import type { ChannelName } from '../../shared/contract'

/** One find of the search box: leads to a page. */
export interface SearchHit {
  readonly id: string
  readonly label: string
  /** What tells two of the same name apart: dormitory, workshop; never anything sensitive. */
  readonly hint?: string
  readonly to: string
}

export interface SliceRoute {
  /** `/people/$id`; read the part with `useRouteParam('id')`. */
  readonly path: string
  readonly element: ComponentType
  /** Who may call this channel sees the page. */
  readonly channel: ChannelName
  readonly nav?: { readonly order: number; readonly words: string; readonly icon: Icon }
  /** Opens the page from any other, also while she types: `mod+shift+E`. */
  readonly hotkey?: string
  /** Answers the search box (Ctrl+K); asked only of roles that may call `channel`. Group title: `nav.words`. */
  readonly search?: (query: string) => Promise<readonly SearchHit[]>
}

/** A part of the page's address: `useRouteParam('id')` on `/people/$id`. */
export function useRouteParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  return params[name] ?? ''
}

/** Goes to a page by its address: `go('/people/…')`. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate()
  return useCallback((to: string) => void navigate({ to }), [navigate])
}

const filters = new Map<string, unknown>()

/** Filters that stay put while she is signed in: in memory, never in the address (a name may be typed there). */
export function useFilter<Value>(key: string, initial: Value): readonly [Value, (next: Value) => void] {
  const [value, setValue] = useState<Value>(() => (filters.has(key) ? (filters.get(key) as Value) : initial))
  const change = useCallback(
    (next: Value) => {
      putFilter(key, next)
      setValue(next)
    },
    [key],
  )
  return [value, change]
}

/** Sets a filter before its page is shown: how a figure elsewhere opens just its rows. */
export const putFilter = (key: string, value: unknown): void => {
  filters.set(key, value)
}

/** Forgets every filter: when another person signs in. */
export const forgetFilters = (): void => filters.clear()
