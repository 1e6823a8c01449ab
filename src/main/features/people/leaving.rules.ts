/** What follows when a woman leaves, as facts; and what of it she who looks may see named. */
import type { Consequences } from '../../../shared/contract/stays.contract'

interface Versioned {
  readonly id: string
  readonly version?: number
}

/** Everything that hangs on her stay, in full. */
export interface LeavingFacts {
  readonly stay: Versioned
  readonly places: readonly (Consequences['places'][number] & Versioned & { readonly sensitive: boolean })[]
  readonly waits: readonly (Consequences['waits'][number] & Versioned & { readonly sensitive: boolean })[]
  readonly exclusions: readonly Versioned[]
  readonly suspensions: readonly Versioned[]
  readonly sessions: readonly Versioned[]
  readonly marksAfter: readonly Versioned[]
  readonly appointments: readonly (Consequences['appointments'][number] & Versioned)[]
  readonly absence: (NonNullable<Consequences['absence']> & Versioned) | null
  readonly children: readonly (Versioned & { readonly name: string })[]
  readonly outings: readonly (NonNullable<Consequences['outings']['rows']>[number] & Versioned)[]
  readonly undelivered: readonly (Consequences['undelivered'][number] & { readonly sensitive: boolean })[]
}

export interface Sight {
  /** She may know who goes to groups of a sensitive axis. */
  readonly sensitive: boolean
  /** She may know the children by name. */
  readonly children: boolean
}

const mark = ({ id, version }: Versioned): string => `${id}@${String(version ?? 0)}`

/** What the preview vouches for, as one text: it differs as soon as anything that would end or be named has changed. */
export function seenText(facts: LeavingFacts): string {
  const lists = [
    [facts.stay],
    facts.places,
    facts.waits,
    facts.exclusions,
    facts.suspensions,
    facts.sessions,
    facts.marksAfter,
    facts.appointments,
    facts.absence ? [facts.absence] : [],
    facts.children,
    facts.outings,
    facts.undelivered,
  ]
  return lists.map((list) => list.map(mark).join(' ')).join('\n')
}

/** The consequences as she may see them: groups and children that are not for her are counted, not named. */
export function shown(facts: LeavingFacts, sight: Sight): Omit<Consequences, 'seen'> {
  const named = <Row extends { readonly sensitive: boolean }>(rows: readonly Row[]): readonly Row[] =>
    sight.sensitive ? rows : rows.filter((row) => !row.sensitive)
  const places = named(facts.places)
  const waits = named(facts.waits)
  const undelivered = named(facts.undelivered)
  return {
    places: places.map(({ id, code, title }) => ({ id, code, title })),
    waits: waits.map(({ id, title, requestedOn, offered }) => ({ id, title, requestedOn, offered })),
    hidden: {
      places: facts.places.length - places.length,
      waits: facts.waits.length - waits.length,
      certificates: facts.undelivered.length - undelivered.length,
    },
    exclusions: facts.exclusions.length,
    suspensions: facts.suspensions.length,
    sessions: facts.sessions.length,
    marksAfter: facts.marksAfter.length,
    appointments: facts.appointments.map(({ id, day, startsAt, kind, ofChild }) => ({
      id,
      day,
      startsAt,
      // What a child is called to is for those who keep its file.
      kind: ofChild && !sight.children ? 'care' : kind,
      ofChild,
    })),
    absence: facts.absence && { reason: facts.absence.reason, leftOn: facts.absence.leftOn },
    children: {
      count: facts.children.length,
      names: sight.children ? facts.children.map(({ id, name }) => ({ id, name })) : null,
    },
    outings: {
      count: facts.outings.length,
      rows: sight.children
        ? facts.outings.map(({ id, folio, child, leavesOn, leavesAt, out }) => ({
            id,
            folio,
            child,
            leavesOn,
            leavesAt,
            out,
          }))
        : null,
    },
    undelivered: undelivered.map(({ id, folio, title }) => ({ id, folio, title })),
  }
}
