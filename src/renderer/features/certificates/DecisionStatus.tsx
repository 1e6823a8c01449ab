/** Whether she meets what the rule asks, as a word that opens what is missing. */
import type { DecisionRow } from '../../../shared/contract/decisions.contract'
import type { Words } from '../../../shared/i18n'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'
import { hasEnded, isWaived, lacking, missingWords, reachWords } from './decision-words'

interface Verdict {
  readonly tone: Tone
  readonly label: string
}

/** The word of a decision; the table sorts and searches by it. */
export function verdictOf(row: DecisionRow, t: Words): Verdict {
  if (row.earned)
    return isWaived(row)
      ? { tone: 'done', label: t('certificates.decision.earnedByException') }
      : { tone: 'done', label: t('certificates.decision.earned') }
  if (row.reachable === false && !hasEnded(row)) return { tone: 'stop', label: t('certificates.decision.lost') }
  if (!row.decided && row.ahead > 0 && !hasEnded(row))
    return { tone: 'quiet', label: t('certificates.decision.reachable') }
  if (!row.decided) return { tone: 'attention', label: t('certificates.decision.open') }
  return { tone: 'stop', label: t('certificates.decision.lacks', { count: lacking(row).length }) }
}

export function DecisionStatus({ row }: { readonly row: DecisionRow }) {
  const t = useWords()
  const { tone, label } = verdictOf(row, t)
  const reasons = [...lacking(row).map((each) => missingWords(each, t)), row.earned ? null : reachWords(row, t)].filter(
    Boolean,
  )
  return (
    <Status
      tone={tone}
      label={label}
      reason={reasons.length > 0 && reasons.map((reason) => <div key={reason}>{reason}</div>)}
    />
  )
}
