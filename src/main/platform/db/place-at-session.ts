/** For queries over `place` and `session`: whether a place counts at a session. */
import { sql } from 'kysely'

/** Given by the session's day and not ended before it. */
export const placeHolds = sql<boolean>`(place.opened_on <= session.day
  AND (place.ended_on IS NULL OR place.ended_on >= session.day))`

/** It holds, and neither a suspension nor a day not attended keeps her away: she is waited for. */
export const placeExpected = sql<boolean>`(${placeHolds} AND NOT EXISTS (
  SELECT 1 FROM place_off WHERE place_off.place_id = place.id AND place_off.session_id = session.id))`
