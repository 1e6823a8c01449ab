/** A decision in words: what was met, with its figure, and what is missing. */
import type { Candidate } from '../../../shared/contract/certificates.contract'
import { waivable, type DecisionRow } from '../../../shared/contract/decisions.contract'
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatNumber } from '../../../shared/i18n/format'
import type { Tone } from '../../ui/Status'

type Edition = Output<'certificates.decisions'>['edition']
type Missing = Candidate['missing'][number]
type Criterion = DecisionRow['criteria'][number]

/** What is missing, with its figure. */
export function missingWords(missing: Missing, t: Words): string {
  const facts = missing.code === 'not-ended' ? { endsOn: formatDay(missing.endsOn, t.language) } : missing
  return t(`certificates.missing.${missing.code}`, facts)
}

/** What stands of one thing that the rule asks: what is missing, or what she has to show for it. */
export function criterionWords(criterion: Criterion, row: DecisionRow, edition: Edition, t: Words): string {
  if (criterion.missing) return missingWords(criterion.missing, t)
  switch (criterion.about) {
    case 'rate':
      return t('certificates.met.rate', {
        attended: row.attended,
        counted: row.counted,
        min: edition.minRatePercent,
      })
    case 'hours':
      return t('certificates.met.hours', { hours: hoursWords(row.minutes), min: edition.minHours ?? 0 })
    case 'modules':
      return row.modulesPassed === 0
        ? t('certificates.met.noModules')
        : t('certificates.met.modules', { count: row.modulesPassed })
    case 'end':
    case 'practical':
    case 'tools':
    case 'evaluation':
      return t(`certificates.met.${criterion.about}`)
  }
}

/** Whole hours, rounded down as the decision rounds them; minutes where some are left over. */
export const hoursWords = (minutes: number): string =>
  minutes % 60 === 0
    ? formatNumber(minutes / 60)
    : `${formatNumber(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`

export const criterionTone = ({ missing, waived }: Criterion): Tone =>
  missing === null ? 'done' : waived ? 'info' : 'stop'

export const criterionState = ({ missing, waived }: Criterion): 'met' | 'waived' | 'missing' =>
  missing === null ? 'met' : waived ? 'waived' : 'missing'

/** What is missing and was not let pass. */
export const lacking = (row: DecisionRow): readonly Missing[] =>
  row.criteria.flatMap(({ missing, waived }) => (missing && !waived ? [missing] : []))

/** Whether her group is over: what has no mark of hers by then is not to come any more, its roll was not taken. */
export const hasEnded = (row: DecisionRow): boolean => lacking(row).every(({ code }) => code !== 'not-ended')

/** What of it the director may let pass. */
export const waivableOf = (row: DecisionRow) =>
  lacking(row).flatMap((missing) => {
    const code = waivable.safeParse(missing.code)
    return code.success ? [{ code: code.data, missing }] : []
  })

export const isWaived = (row: DecisionRow): boolean => row.criteria.some((each) => each.waived)

/** What is missing besides the time: of a group that still runs, that it ends and is evaluated later goes without saying. */
export const lackingWords = (row: DecisionRow, ended: boolean, t: Words): string =>
  lacking(row)
    .filter(({ code }) => ended || (code !== 'not-ended' && code !== 'not-evaluated'))
    .map((each) => missingWords(each, t))
    .join(' · ')

/** What the rule of an edition asks, in one line. */
export function ruleLine(edition: Edition, t: Words): string {
  return [
    t('certificates.decision.ruleWhat', { min: edition.minRatePercent }),
    edition.minHours !== null && t('certificates.minHours', { count: edition.minHours }),
    edition.asksModules && t('programs.rule.asks.modules'),
    edition.asksPractical && t('programs.rule.asks.practical'),
    edition.asksTools && t('programs.rule.asks.tools'),
    edition.validMonths !== null && t('programs.rule.asks.valid', { count: edition.validMonths }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Whether she can still get there, and how much she may miss; of a group that has ended, how many marks are not known. */
export function reachWords(row: DecisionRow, t: Words): string | null {
  if (hasEnded(row)) return row.ahead > 0 ? t('certificates.decision.reach.noRoll', { count: row.ahead }) : null
  if (row.reachable === null) return null
  if (!row.reachable) return t('certificates.decision.reach.no', { count: row.ahead })
  const spare =
    row.maySpare === null
      ? ''
      : row.maySpare === 0
        ? ` ${t('certificates.decision.reach.spare_zero')}`
        : ` ${t('certificates.decision.reach.spare', { count: row.maySpare })}`
  return `${t('certificates.decision.reach.yes', { count: row.ahead })}${spare}`
}

/** What a fact was or is, in words: answers and results; figures and days as they stand. */
export function sinceWords(value: string, t: Words): string {
  if (value === 'yes' || value === 'no') return t(`certificates.since.${value}`)
  return ['A', 'NA', 'NP'].includes(value) ? t(`certificates.evaluation.${value}`) : value
}
