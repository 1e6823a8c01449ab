/** The life of an edition: planned, running, ended, closed; which acts each state takes, and why it refuses the others. */
import type { EditionState } from '../../../shared/contract/programs.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'

/** What is done to an edition or to anything that belongs to it. */
export const EDITION_ACTS = [
  'change',
  'move-session',
  'cancel-session',
  'restore-session',
  'substitute',
  'catch-up',
  'give-place',
  'end-place',
  'key-roll',
  'copy',
  'close',
  'reopen',
] as const
export type EditionAct = (typeof EDITION_ACTS)[number]

export type EditionRefusal = 'edition-closed' | 'edition-not-begun' | 'edition-not-closed'
/** `by-dates`: where its dates put it, which is where it was unless they have changed. */
export type Step = { readonly to: 'by-dates' | 'closed' } | { readonly refused: EditionRefusal }
const BY_DATES: Step = { to: 'by-dates' }
const no = (refused: EditionRefusal): Step => ({ refused })

const OPEN: Readonly<Record<EditionAct, Step>> = {
  change: BY_DATES,
  'move-session': BY_DATES,
  'cancel-session': BY_DATES,
  'restore-session': BY_DATES,
  substitute: BY_DATES,
  'catch-up': BY_DATES,
  'give-place': BY_DATES,
  'end-place': BY_DATES,
  'key-roll': BY_DATES,
  copy: BY_DATES,
  close: { to: 'closed' },
  reopen: no('edition-not-closed'),
}

/**
 * Every state against every act. What else an act asks (a mark, a free place, a checklist with nothing open) is asked
 * where it is done; this says only what the edition's own state allows.
 */
export const EDITION_STEPS: Readonly<Record<EditionState, Readonly<Record<EditionAct, Step>>>> = {
  coming: { ...OPEN, close: no('edition-not-begun') },
  running: OPEN,
  ended: OPEN,
  closed: {
    change: no('edition-closed'),
    'move-session': no('edition-closed'),
    'cancel-session': no('edition-closed'),
    'restore-session': no('edition-closed'),
    substitute: no('edition-closed'),
    'catch-up': no('edition-closed'),
    'give-place': no('edition-closed'),
    'end-place': no('edition-closed'),
    'key-roll': no('edition-closed'),
    copy: BY_DATES,
    close: no('edition-closed'),
    reopen: BY_DATES,
  },
}

/** Where an edition stands on a day. */
export function stateOf(
  edition: { readonly startsOn: CivilDate; readonly endsOn: CivilDate; readonly closedOn: CivilDate | null },
  day: CivilDate,
): EditionState {
  if (edition.closedOn !== null && edition.closedOn <= day) return 'closed'
  return day < edition.startsOn ? 'coming' : day > edition.endsOn ? 'ended' : 'running'
}

/** Why its state does not allow an act; nothing if it does. */
export function refusalOf(state: EditionState, act: EditionAct): EditionRefusal | undefined {
  const step = EDITION_STEPS[state][act]
  return 'refused' in step ? step.refused : undefined
}
