/** How the health of children is said: states, ages, measures. */
import type { Light } from '../../../shared/contract/child-development'
import type { LineState } from '../../../shared/contract/child-health-facts'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Tone } from '../../ui/Status'

export const LINE_TONES: Readonly<Record<LineState, Tone>> = {
  done: 'done',
  ahead: 'quiet',
  due: 'info',
  overdue: 'attention',
  unread: 'quiet',
  missed: 'quiet',
  referred: 'info',
  'not-wanted': 'quiet',
  unknown: 'quiet',
}

export const LIGHT_TONES: Readonly<Record<Light, Tone>> = { green: 'done', yellow: 'attention', red: 'stop' }

/** A dose is given, a check-up is made; the rest is said of both alike. */
export const lineWords = (t: Words, kind: 'dose' | 'check', state: LineState): string =>
  t(kind === 'dose' && state === 'done' ? 'children.vaccines.given' : `children.health.line.${state}`)

/** `11 meses`, `2 años 3 meses`; says that it is only about so, where the birth date is. */
export function ageWords(t: Words, months: number | null, approximate = false): string {
  if (months === null) return t('children.age.unknown')
  const years = Math.floor(months / 12)
  const rest = months % 12
  const said =
    months < 24
      ? t('children.age.months', { count: months })
      : [t('children.health.years', { count: years }), rest > 0 && t('children.age.months', { count: rest })]
          .filter(Boolean)
          .join(' ')
  return approximate ? t('children.health.about', { age: said }) : said
}

/** `7 días`, `12 meses`; a check-up outside the scheme has no age. */
export function milestoneWords(t: Words, milestone: string | null): string {
  if (milestone === null) return t('children.health.outsideScheme')
  const count = Number.parseInt(milestone, 10)
  return milestone.endsWith('d') ? t('children.health.days', { count }) : t('children.age.months', { count })
}

/** `9.2` of grams, `74.5` of millimetres; empty where nothing was measured. */
export const kilograms = (grams: number | null): string | null => (grams === null ? null : (grams / 1000).toFixed(2))
export const centimetres = (millimetres: number | null): string | null =>
  millimetres === null ? null : (millimetres / 10).toFixed(1)

/** `lun 3 mar 2026 – vie 2 abr 2026`: the days in which something is due. */
export const windowWords = (t: Words, line: { from: CivilDate | null; until: CivilDate | null }): string | null =>
  line.from && line.until
    ? t('children.health.window', { from: formatDay(line.from, t.language), until: formatDay(line.until, t.language) })
    : null
