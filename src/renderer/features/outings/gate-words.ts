/** How the gate says where a child is, and how it sorts its list. */
import type { GateLine, GateReason } from '../../../shared/contract/gate-line'
import type { Words } from '../../../shared/i18n'
import { spokenFacts, whyNot } from '../../../shared/i18n/facts'
import { formatSpan } from '../../../shared/i18n/format'
import type { Tone } from '../../ui/Status'

const TONES: Readonly<Record<GateLine['state'], Tone>> = {
  scheduled: 'done',
  out: 'info',
  late: 'stop',
  back: 'done',
  'back-late': 'attention',
  'not-returned': 'stop',
  'not-made': 'quiet',
  stays: 'quiet',
  cancelled: 'quiet',
}

/** The colour of a line: a plan that anything stands against is never green. */
export const toneOfLine = (line: GateLine): Tone =>
  line.state === 'scheduled' && !line.mayLeave ? 'stop' : TONES[line.state]

/** The word of a line, large on the page: may leave or not, out, how late. */
export function wordOfLine(line: GateLine, t: Words): string {
  if (line.state === 'scheduled') return t(line.mayLeave ? 'outings.leave.yes' : 'outings.leave.no')
  if (line.state === 'late' || line.state === 'back-late')
    return t(`outings.state.${line.state}By`, { late: formatSpan(line.lateMinutes, t.language) })
  return t(`outings.state.${line.state}`)
}

/** The sentences of why not, days written out. */
export const sentencesOf = (
  reasons: readonly { code: string; facts: GateReason['facts'] }[],
  t: Words,
): readonly string[] => reasons.map(({ code, facts }) => whyNot(code, spokenFacts(facts, t.language), t))

/** True if an order keeps this adult away: the loudest thing the gate can say. */
export const isForbidden = (line: GateLine): boolean =>
  line.state === 'scheduled' && line.reasons.some((reason) => reason.code.endsWith('-forbidden'))

export const isOutside = (line: GateLine): boolean =>
  line.state === 'out' || line.state === 'late' || line.state === 'not-returned'

export const SECTIONS = ['late', 'out', 'leave', 'done'] as const
export type Section = (typeof SECTIONS)[number]

export const sectionOf = (line: GateLine): Section => {
  if (line.state === 'late' || line.state === 'not-returned') return 'late'
  if (line.state === 'out') return 'out'
  return line.state === 'scheduled' ? 'leave' : 'done'
}

const whenKey = (line: GateLine): string =>
  isOutside(line)
    ? `${line.returnsOn} ${line.returnsAt} ${line.child}`
    : `${line.leavesOn} ${line.leavesAt} ${line.child}`

/** One entry of the list: a child, or several that leave on one permission on one day. */
export interface Entry {
  readonly key: string
  readonly section: Section
  readonly lines: readonly GateLine[]
}

/** The list as the gate works it off: the loudest section first, within it by the hour. */
export function entriesOf(rows: readonly GateLine[]): readonly Entry[] {
  const groups = new Map<string, GateLine[]>()
  for (const row of rows) {
    const key = `${row.permissionId} ${row.leavesOn}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups]
    .map(([key, lines]) => {
      const sorted = [...lines].sort((a, b) => a.child.localeCompare(b.child, 'es'))
      const section = SECTIONS.find((each) => lines.some((line) => sectionOf(line) === each)) ?? 'done'
      return { key, section, lines: sorted }
    })
    .sort(
      (a, b) => SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) || firstOf(a).localeCompare(firstOf(b), 'es'),
    )
}

const firstOf = (entry: Entry): string => entry.lines.map(whenKey).sort()[0] ?? ''
