/** Whether she has earned it, as a word that opens its reason. */
import type { Candidate } from '../../../shared/contract/certificates.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'

const TONES: Readonly<Record<Candidate['state'], Tone>> = {
  open: 'quiet',
  'not-earned': 'stop',
  earned: 'info',
  issued: 'attention',
  delivered: 'done',
}

export function CandidateStatus({ row, minRatePercent }: { readonly row: Candidate; readonly minRatePercent: number }) {
  const t = useWords()
  const reasons = reasonsOf(row, minRatePercent, t)
  return (
    <Status
      tone={TONES[row.state]}
      label={t(`certificates.state.${row.state}`)}
      reason={reasons.map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
    />
  )
}

function reasonsOf(row: Candidate, min: number, t: Words): readonly string[] {
  const { certificate, attended, counted } = row
  const left = row.left ? [t('certificates.left')] : []
  if (certificate) {
    const day = certificate.deliveredOn ?? certificate.issuedOn
    const key = certificate.deliveredOn ? 'certificates.state.deliveredOn' : 'certificates.state.issuedOn'
    return [t(key, { day: formatDay(day, t.language), folio: certificate.folio }), ...left]
  }
  if (row.state === 'earned') return [t('certificates.state.earnedWhy', { attended, counted, min }), ...left]
  return [...missingSentences(row, t), ...left]
}

/** What is missing, a sentence each, with its figures. */
export const missingSentences = (row: Candidate, t: Words): readonly string[] =>
  row.missing.map((each) => {
    const facts = each.code === 'not-ended' ? { endsOn: formatDay(each.endsOn, t.language) } : each
    return t(`certificates.missing.${each.code}`, facts)
  })
