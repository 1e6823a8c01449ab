/** What befell a certificate, in the order of the ledger, each with its day and who did it. */
import { Timeline, Text } from '@mantine/core'
import type { CertificateRecord } from '../../../shared/contract/certificate-record.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { useWords } from '../../platform/words'

type Entry = CertificateRecord['history'][number]

export function History({ row }: { readonly row: CertificateRecord }) {
  const t = useWords()
  return (
    <Timeline bulletSize={14} lineWidth={2} active={row.history.length - 1}>
      {row.history.map((entry, index) => (
        <Timeline.Item
          key={index}
          title={t(`certificates.event.${entry.event}`, { number: entry.facts['number'] ?? 1 })}
        >
          <Text size="sm">
            {[formatDay(entry.on, t.language), entry.by ? t('certificates.event.by', { name: entry.by }) : null]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {detailsOf(entry, t).map((line) => (
            <Text key={line} size="sm" c="dimmed">
              {line}
            </Text>
          ))}
        </Timeline.Item>
      ))}
    </Timeline>
  )
}

/** Cause, words, to whom, which folio: what the entry holds. */
function detailsOf({ event, facts }: Entry, t: Words): readonly string[] {
  const lines: string[] = []
  const text = (name: string): string | null => {
    const value = facts[name]
    return value === undefined ? null : String(value)
  }
  const cause = text('cause')
  if (event === 'duplicated' && cause) lines.push(t(`certificates.duplicateCause.${cause}`))
  else if (cause) lines.push(t(`certificates.cause.${cause}`))
  const to = text('to')
  if (to) lines.push(t(`certificates.deliveredToWhat.${to}`, { name: text('receivedBy') ?? '' }))
  const successor = text('successor')
  if (successor) lines.push(t('certificates.event.successor', { folio: successor }))
  const form = text('formNumber')
  if (form) lines.push(t('certificates.event.form', { number: form }))
  const note = text('note')
  if (note) lines.push(note)
  return lines
}
