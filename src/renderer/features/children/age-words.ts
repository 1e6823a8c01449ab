/** An age in words: in months while they say more than years. */
import type { Words } from '../../../shared/i18n'

const YEAR = 12
const IN_MONTHS = 48

export const ageInWords = (months: number, t: Words): string =>
  months < IN_MONTHS
    ? t('children.age.months', { count: months })
    : t('children.paper.years', { count: Math.floor(months / YEAR) })
