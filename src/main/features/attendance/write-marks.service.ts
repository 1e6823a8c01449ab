/** The one way by which a mark is made, changed or emptied: what it was goes to its history. */
import type { HeldSession } from '../../../shared/contract/attendance-roll'
import { sameMark, storedCredit } from '../../../shared/contract/mark-minutes'
import { plainMark, type Mark, type MarkDetail } from '../../../shared/contract/marks'
import { minutesOf } from '../../../shared/kernel/civil-date'
import { isMonthClosed } from '../../platform/db/closed-months'
import type { Act } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { MARK_STEPS, actOf, markStateOf, windowOf, type MarkRefusal } from './marks.rules'
import * as markRepo from './marks.repo'

/** A pen over the marks of one session, with all that its acts ask gathered once. */
export interface Pen {
  readonly session: HeldSession
  readonly monthClosed: boolean
  readonly standing: ReadonlyMap<string, markRepo.StandingMark>
  readonly grace: number
  readonly minutes: number
}

export async function takePen(act: Act, session: HeldSession): Promise<Pen> {
  const standing = await markRepo.listStanding(act.db, session.id)
  const { lateGraceMinutes } = await settingsOn(act.db, session.day)
  return {
    session,
    monthClosed: await isMonthClosed(act.db, session.day),
    standing: new Map(standing.map((each) => [each.personId, each])),
    grace: lateGraceMinutes,
    minutes: minutesOf(session.endsAt) - minutesOf(session.startsAt),
  }
}

const detailOf = (mark: markRepo.StandingMark | undefined): MarkDetail | null =>
  mark
    ? {
        mark: mark.mark,
        reason: mark.reason,
        minutesLate: mark.minutesLate,
        minutesEarly: mark.minutesEarly,
        note: mark.note,
      }
    : null

/** What stands for a woman now. */
export const standingOf = (pen: Pen, personId: string): MarkDetail | null => detailOf(pen.standing.get(personId))

export interface Stroke {
  readonly personId: string
  readonly to: MarkDetail | null
  readonly why: string
  readonly kind?: Exclude<markRepo.ChangeKind, 'corrected' | 'rectified'>
}

/** What writing a mark would do; undefined: nothing, it says so already. */
export function planStroke(pen: Pen, { personId, to }: Pick<Stroke, 'personId' | 'to'>, today: string) {
  const was = pen.standing.get(personId)
  if (sameMark(detailOf(was), to)) return undefined
  const window = windowOf(was, pen.monthClosed, today)
  const step = MARK_STEPS[markStateOf(detailOf(was), was?.rectified ?? false)][actOf(to, window)]
  return { window, refused: 'refused' in step ? step.refused : undefined } satisfies {
    window: typeof window
    refused: MarkRefusal | undefined
  }
}

/** Writes a mark that may be written. */
export async function writeMark(act: Act, pen: Pen, { personId, to, why, kind }: Stroke): Promise<void> {
  const at = { sessionId: pen.session.id, personId }
  const was = standingOf(pen, personId)
  if (was !== null || pen.monthClosed)
    await markRepo.insertChange(act.trx, {
      ...at,
      kind: pen.monthClosed ? 'rectified' : (kind ?? 'corrected'),
      was,
      now: to?.mark ?? null,
      why: why || null,
      at: act.now,
      on: act.today,
      by: act.actor.id,
    })
  if (to === null) return markRepo.deleteMark(act.trx, at)
  const credited = storedCredit(to, pen.minutes, pen.grace)
  await markRepo.putMark(act.trx, at, { detail: to, credited, at: act.now, on: act.today, by: act.actor.id })
}

/** Writes a letter with nothing beside it. */
export const writeLetter = (act: Act, pen: Pen, stroke: Omit<Stroke, 'to'> & { readonly mark: Mark }): Promise<void> =>
  writeMark(act, pen, { ...stroke, to: plainMark(stroke.mark) })
