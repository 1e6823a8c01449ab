/** A clash in words: its sides, its reason, and whose it is. */
import { APPOINTMENT_KINDS, type ClashFacts, type ClashSide, type SideType } from '../../shared/contract/clash-facts'
import type { Words } from '../../shared/i18n'
import type { Tone } from './Status'

export const TONE_OF_LEVEL: Readonly<Record<ClashFacts['level'], Tone>> = {
  block: 'stop',
  warn: 'attention',
  info: 'info',
}

const isAppointment = (is: SideType): boolean => APPOINTMENT_KINDS.some((kind) => kind === is)

/** What a side is called: the group, the kind of appointment, the outing, the hours of the dormitory. */
export function sideWords(side: ClashSide, t: Words): string {
  if (side.is === 'session') return side.title ?? t('timetable.neutral')
  if (isAppointment(side.is)) return t(`timetable.appointment.${side.is}`)
  if (side.is === 'outing')
    return side.code ? t('timetable.clash.side.outing', { folio: side.code }) : t('timetable.clash.side.outingNew')
  if (side.is === 'beside' || side.is === 'care') return t(`timetable.clash.side.${side.is}`)
  return side.title ?? t('timetable.neutral')
}

/** The gravest first: of two that collide the later gives way. */
const WEIGHT: readonly SideType[] = ['court', 'transfer', 'visit', 'locutory', 'lawyer', 'outing', 'medical', 'school']
const weight = (side: ClashSide): number => {
  const at = WEIGHT.indexOf(side.is)
  return at < 0 ? WEIGHT.length + Number(side.is === 'session') : at
}

/** Why the two collide, with the figures behind it. */
export function whyWords({ why, asks, has, a, b }: ClashFacts, t: Words): string {
  if (why === 'gives-way')
    return t('timetable.clash.why.gives-way', { prevails: sideWords(weight(a) <= weight(b) ? a : b, t) })
  if (why === 'kit-short' && asks === null) return t('timetable.clash.why.kit-many')
  if (why === 'dormitory') return t('timetable.clash.why.dormitory', { count: has ?? 1 })
  return t(`timetable.clash.why.${why}`, { asks: asks ?? 0, has: has ?? 0 })
}

/** Whose it is, or what of. */
export const whoseWords = (clash: ClashFacts, t: Words): string =>
  clash.resource !== '—'
    ? clash.resource
    : clash.kind === 'dormitory'
      ? t('timetable.clash.wholeCenter')
      : t(`timetable.clash.${clash.kind}`)

/** `10:00–12:00`, and whether its end is only supposed. */
export const spanWords = (side: ClashSide, t: Words): string =>
  side.endGuessed
    ? `${side.startsAt} (${t('timetable.appointment.noEnd')})`
    : t('timetable.clash.span', { from: side.startsAt, until: side.endsAt })
