/**
 * A permission (SM-7): what people decided is stored; that its consents are in, that it stands authorised or has expired,
 * follows from signatures and days. So a consent taken back stops it at once, and no job has to notice that it ended.
 */
import type { PermissionAct, PermissionState, StoredState } from '../../../shared/contract/permission-states'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'

export type { StoredState } from '../../../shared/contract/permission-states'

/** One outing of it, as far as its state goes. */
export interface OutingOf {
  /** Neither made, called off nor past. */
  readonly open: boolean
  readonly missing: { readonly office: number; readonly director: number }
}

/** How a permission stands. */
export function permissionState(stored: StoredState, outings: readonly OutingOf[], outNow = 0): PermissionState {
  if (stored !== 'asked' && stored !== 'paused') return stored
  const open = outings.filter((each) => each.open)
  if (open.length === 0 && outNow === 0) return 'expired'
  if (stored === 'paused') return 'paused'
  // A list of twenty does not wait for one mother: who is complete may go, and the others are told apart line by line.
  const best = open.length === 0 ? outings : open
  if (best.some(({ missing }) => missing.office === 0 && missing.director === 0)) return 'authorised'
  return best.some(({ missing }) => missing.office === 0) ? 'to-authorise' : 'consents'
}

/** Where an act may lead. A list of several: the signatures and the days say which. */
type Row = Readonly<Partial<Record<PermissionAct, readonly PermissionState[]>>>
const UNDER_WAY: readonly PermissionState[] = ['consents', 'to-authorise', 'authorised']

/** Which act may be done in which state, and where it may lead; what is not here is refused. */
export const PERMISSION_TABLE: Readonly<Record<PermissionState, Row>> = {
  draft: { alter: ['draft'], submit: UNDER_WAY, cancel: ['cancelled'] },
  consents: { alter: UNDER_WAY, review: UNDER_WAY, sign: UNDER_WAY, withdraw: UNDER_WAY, cancel: ['cancelled'] },
  'to-authorise': {
    alter: UNDER_WAY,
    review: UNDER_WAY,
    sign: UNDER_WAY,
    withdraw: UNDER_WAY,
    authorise: ['authorised', 'to-authorise'],
    deny: ['denied'],
    return: ['draft'],
    cancel: ['cancelled'],
  },
  authorised: {
    alter: UNDER_WAY,
    review: UNDER_WAY,
    sign: ['authorised'],
    authorise: ['authorised'],
    regularise: ['authorised'],
    withdraw: UNDER_WAY,
    pause: ['paused'],
    cancel: ['cancelled'],
  },
  paused: { resume: UNDER_WAY, withdraw: ['paused'], cancel: ['cancelled'] },
  denied: {},
  cancelled: {},
  expired: { regularise: ['expired'] },
}

/** Whether an act may be done in a state. */
export const may = (state: PermissionState, act: PermissionAct): boolean => PERMISSION_TABLE[state][act] !== undefined

/** What was signed for: if any of it changes, everybody is asked again. */
export interface SignedFor {
  readonly kind: string
  readonly destination: string | null
  readonly transport: string | null
  readonly travels: boolean
  readonly adult: string
  readonly returner: string | null
  readonly helpers: readonly string[]
  readonly lines: readonly (Times & { readonly childId: string; readonly photo: boolean | null })[]
}

interface Times {
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
}

const timesKey = (line: Times): string => `${line.leavesOn} ${line.leavesAt} ${line.returnsOn} ${line.returnsAt}`

const lineKey = (line: SignedFor['lines'][number]): string => `${line.childId} ${timesKey(line)} ${String(line.photo)}`

/**
 * Which of a child's open lines serves which outing that is wanted now. One at the very same times is that outing, with
 * what was signed for it; what is left moves in the order of the days. Undefined: a line has to be added.
 */
export function pairLines<Line extends Times, Wanted extends Times>(
  standing: readonly Line[],
  wanted: readonly Wanted[],
): readonly (readonly [Wanted, Line | undefined])[] {
  const same = new Map(
    wanted.flatMap((each) => {
      const line = standing.find((other) => timesKey(other) === timesKey(each))
      return line ? [[each, line] as const] : []
    }),
  )
  const kept = new Set(same.values())
  const rest = inOrder(standing.filter((line) => !kept.has(line)))
  return inOrder(wanted).map((each) => [each, same.get(each) ?? rest.shift()] as const)
}

const inOrder = <Line extends Times>(lines: readonly Line[]): Line[] =>
  lines.toSorted((a, b) => timesKey(a).localeCompare(timesKey(b)))

/**
 * Whether a change needs a new round. Fewer children or fewer days than were signed for do not: whatever is left was
 * agreed to. More of them, other hours, another adult, place or way do.
 */
export function needsNewRound(was: SignedFor, is: SignedFor): boolean {
  const agreed = new Set(was.lines.map(lineKey))
  return (
    was.kind !== is.kind ||
    was.destination !== is.destination ||
    was.transport !== is.transport ||
    was.travels !== is.travels ||
    was.adult !== is.adult ||
    was.returner !== is.returner ||
    [...was.helpers].sort().join('|') !== [...is.helpers].sort().join('|') ||
    is.lines.some((line) => !agreed.has(lineKey(line)))
  )
}
