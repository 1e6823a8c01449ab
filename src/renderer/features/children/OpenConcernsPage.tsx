/** Every open protection concern: what is late first. Only the director and the mother-child lead have this page. */
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { ConcernStatus } from './ProtectionPage'

type Row = Output<'children.openConcerns'>[number]

export function OpenConcernsPage() {
  const t = useWords()
  const go = useGo()
  const moment = useMoment()
  const read = useRead('children.openConcerns', {})
  const columns = useMemo(() => columnsOf(t, moment), [t, moment])
  return (
    <Page title={t('children.protection.all')} back={{ to: '/children', label: t('children.nav') }}>
      <Refusals of={read.refusals} />
      <DataTable
        name="children.protection"
        label={t('children.protection.all')}
        columns={columns}
        rows={read.data}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/children/${row.child.id}/protection`)}
        countWords="children.protection.count"
        empty={<Empty title={t('children.protection.allEmpty')} />}
      />
    </Page>
  )
}

function columnsOf(t: Words, moment: (at: string) => string): readonly Column<Row>[] {
  return [
    { id: 'child', header: t('children.name'), value: (row) => listName(row.child) },
    {
      id: 'seen',
      header: t('children.protection.seenOn'),
      value: (row) => row.seenOn,
      cell: (row) => formatDay(row.seenOn, t.language),
      width: 140,
    },
    {
      id: 'state',
      header: t('children.checklist.state'),
      value: (row) => row.state,
      cell: (row) => <ConcernStatus concern={row} />,
      width: 240,
    },
    {
      id: 'by',
      header: t('children.protection.notifyBy'),
      value: (row) => (row.state === 'to-notify' ? row.notifyBy : null),
      cell: (row) => row.state === 'to-notify' && moment(row.notifyBy),
      width: 220,
    },
  ]
}
