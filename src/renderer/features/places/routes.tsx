/** Pages of places and of the waiting list; reached from the rolls, from an edition and from a woman's record. */
import type { SliceRoute } from '../../platform/routes'
import { CandidatesPage } from './CandidatesPage'
import { EditionPlacesPage } from './EditionPlacesPage'
import { EndingsPage } from './EndingsPage'
import { HerPlacesPage } from './HerPlacesPage'
import { JumpsPage } from './JumpsPage'
import { NeverServedPage } from './NeverServedPage'
import { OfferPage } from './OfferPage'
import { OffersPage } from './OffersPage'
import { PasteListPage } from './PasteListPage'
import { WaitingPage } from './WaitingPage'
import { WomanWaitsPage } from './WomanWaitsPage'

export const routes: readonly SliceRoute[] = [
  { path: '/places', element: WaitingPage, channel: 'places.waiting' },
  { path: '/places/offers', element: OffersPage, channel: 'places.offers' },
  { path: '/places/offer/$id', element: OfferPage, channel: 'places.proposal' },
  { path: '/places/never-served', element: NeverServedPage, channel: 'places.neverServed' },
  { path: '/places/jumps', element: JumpsPage, channel: 'places.jumps' },
  { path: '/places/woman/$id', element: WomanWaitsPage, channel: 'places.requestsOf' },
  { path: '/places/person/$id', element: HerPlacesPage, channel: 'places.ofPerson' },
  { path: '/places/list', element: PasteListPage, channel: 'places.checkList' },
  { path: '/places/editions/$id', element: EditionPlacesPage, channel: 'places.ofEdition' },
  { path: '/places/editions/$id/candidates', element: CandidatesPage, channel: 'places.candidates' },
  { path: '/places/editions/$id/list', element: PasteListPage, channel: 'places.checkList' },
  { path: '/places/editions/$id/endings', element: EndingsPage, channel: 'places.endings' },
]
