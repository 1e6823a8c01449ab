/** What was exported: every bundle with the fingerprint by which headquarters knows it. */
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatMonth } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { formatBytes, fingerprint } from './bundle-words'
import classes from './bundles.module.css'

type Row = Output<'bundles.list'>[number]

export function History() {
  const t = useWords()
  const moment = useMoment()
  const { data } = useRead('bundles.list', {})
  const columns = useMemo(() => columnsOf(t, moment), [t, moment])
  return (
    <Section
      title={t('bundles.history')}
      actions={
        <PaperButton channel="bundles.cover" input={{}} label={t('bundles.cover.verb')} variant="default" size="sm" />
      }
    >
      <DataTable
        name="bundles"
        label={t('bundles.history')}
        columns={columns}
        rows={data}
        rowKey={(row) => row.fileName}
        size="content"
        countWords="bundles.history.count"
        empty={<Empty title={t('bundles.history.empty')} hint={t('bundles.history.emptyHint')} />}
      />
    </Section>
  )
}

const columnsOf = (t: Words, moment: (at: string) => string): readonly Column<Row>[] => [
  { id: 'sequence', header: t('bundles.history.sequence'), value: (row) => row.sequence, width: 90, align: 'end' },
  {
    id: 'period',
    header: t('bundles.history.period'),
    value: (row) => row.period,
    cell: (row) =>
      row.supplementOf === null
        ? formatMonth(row.period, t.language)
        : t('bundles.history.supplement', {
            month: formatMonth(row.period, t.language),
            sequence: row.supplementOf,
          }),
  },
  { id: 'file', header: t('bundles.history.file'), value: (row) => row.fileName, width: 196 },
  { id: 'at', header: t('bundles.history.at'), value: (row) => row.exportedAt, cell: (row) => moment(row.exportedAt) },
  { id: 'by', header: t('bundles.history.by'), value: (row) => row.exportedBy, width: 150 },
  {
    id: 'bytes',
    header: t('bundles.history.bytes'),
    value: (row) => row.bytes,
    cell: (row) => formatBytes(row.bytes),
    width: 100,
    align: 'end',
  },
  {
    id: 'hash',
    header: t('bundles.history.hash'),
    value: (row) => row.sha256,
    cell: (row) => <span className={classes.hash}>{fingerprint(row.sha256)}</span>,
    width: 170,
  },
]
