/** The slice's door: handlers for the wiring, and what other slices may ask of places. */
export { placesHandlers } from './places.handlers'
export { waitHandlers } from './wait.handlers'
export { offerHandlers } from './offer.handlers'
export { endPlacesOf } from './places.service'
export { removeWaitsOf } from './wait.service'
export { WAIT_TABLES } from './wait-step.service'
export * as importedPlaces from './places.import.repo'
