/** For queries over `session`: columns hold clock times, and SQLite does not subtract those. */
import { sql } from 'kysely'

/** Length of a session in minutes. */
export const sessionMinutes = sql<number>`(substr(session.ends_at, 1, 2) * 60 + substr(session.ends_at, 4, 2)
  - substr(session.starts_at, 1, 2) * 60 - substr(session.starts_at, 4, 2))`

/** Minutes credited by a mark, over `mark` and `session`: what was stored, else what its letter says. */
export const creditedMinutes = sql<number>`coalesce(mark.credited_minutes, (mark.code IN ('A', 'R')) * ${sessionMinutes})`
