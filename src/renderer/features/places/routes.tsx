/** Pages of places and of the waiting list; reached from the rolls and from an edition. */
import type { SliceRoute } from '../../platform/routes'
import { EditionPlacesPage } from './EditionPlacesPage'
import { WaitingPage } from './WaitingPage'

export const routes: readonly SliceRoute[] = [
  { path: '/places', element: WaitingPage, channel: 'places.waiting' },
  { path: '/places/editions/$id', element: EditionPlacesPage, channel: 'places.ofEdition' },
]
