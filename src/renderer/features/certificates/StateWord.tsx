/** Where a certificate stands, as a word that opens its reason. */
import type { CertificateRecord, IssuedState } from '../../../shared/contract/certificate-record.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'

const TONES: Readonly<Record<IssuedState, Tone>> = {
  issued: 'attention',
  delivered: 'done',
  replaced: 'quiet',
  revoked: 'stop',
  annulled: 'quiet',
}

/** For a row of a list, which knows the day and no more. */
export function StateOf({ state, on }: { readonly state: IssuedState; readonly on: string }) {
  const t = useWords()
  return (
    <Status
      tone={TONES[state]}
      label={t(`certificates.fate.${state}`)}
      reason={t(`certificates.fateOn.${state}`, { day: formatDay(on, t.language) })}
    />
  )
}

export function StateWord({ row }: { readonly row: CertificateRecord }) {
  const t = useWords()
  return (
    <>
      <Status tone={TONES[row.state]} label={t(`certificates.fate.${row.state}`)} />
      <span>{reasonsOf(row, t).join(' ')}</span>
    </>
  )
}

/** Why it stands there, in sentences. */
function reasonsOf(row: CertificateRecord, t: Words): readonly string[] {
  const day = formatDay(row.stateOn, t.language)
  const sentences = [t(`certificates.fateOn.${row.state}`, { day })]
  if (row.state === 'delivered' && row.deliveredTo)
    sentences.push(t(`certificates.deliveredToWhat.${row.deliveredTo}`, { name: row.receivedBy ?? '' }))
  if (row.state === 'issued' && row.keptOn)
    sentences.push(t('certificates.fate.kept', { day: formatDay(row.keptOn, t.language) }))
  if (row.endCause) sentences.push(`${t(`certificates.cause.${row.endCause}`)}.`)
  if (row.endNote) sentences.push(row.endNote)
  if (row.successor) sentences.push(t(`certificates.successor.${row.successor}`))
  return sentences
}
