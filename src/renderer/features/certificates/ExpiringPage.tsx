/** Certificates that hold until a day: those that end soon or have ended, to be renewed. */
import { SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useFoundColumns } from './RegisterPage'

type Row = Output<'certificates.expiring'>['rows'][number]
const SPANS = [90, 180, 365] as const

export function ExpiringPage() {
  const t = useWords()
  const go = useGo()
  const today = useClock()?.today ?? ''
  const [days, setDays] = useFilter('certificates.expiring', 90)
  const read = useRead('certificates.expiring', { days })
  const found = useFoundColumns()
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      ...found.filter((column) => column.id !== 'issued'),
      {
        id: 'until',
        header: t('certificates.record.validUntil'),
        value: (row) => row.validUntil,
        cell: (row) =>
          row.validUntil && (
            <Status
              tone={row.validUntil < today ? 'stop' : 'attention'}
              label={formatDay(row.validUntil, t.language)}
              reason={t(row.validUntil < today ? 'certificates.expiring.ended' : 'certificates.expiring.ends')}
            />
          ),
        width: 172,
      },
      {
        id: 'left',
        header: t('certificates.expiring.here'),
        value: (row) => (row.left ? 1 : 0),
        cell: (row) => t(row.left ? 'certificates.left' : 'certificates.expiring.isHere'),
        width: 170,
      },
    ],
    [found, t, today],
  )
  return (
    <Page
      title={t('certificates.expiring.title')}
      subtitle={t('certificates.expiring.subtitle')}
      back={{ to: '/certificates', label: t('certificates.nav') }}
    >
      <Refusals of={read.refusals} />
      <DataTable
        name="certificates.expiring"
        label={t('certificates.expiring.title')}
        columns={columns}
        rows={read.data?.rows}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/certificates/folio/${row.id}`)}
        search={t('certificates.undelivered.search')}
        countWords="certificates.register.count"
        tools={
          <SegmentedControl
            aria-label={t('certificates.expiring.span')}
            value={String(days)}
            onChange={(value) => setDays(Number(value))}
            data={SPANS.map((each) => ({
              value: String(each),
              label: t('certificates.expiring.days', { count: each }),
            }))}
          />
        }
        empty={<Empty title={t('certificates.expiring.empty')} hint={t('certificates.expiring.emptyHint')} />}
      />
    </Page>
  )
}
