/** Rights of all children that end within thirty days: whom to call for a new paper. */
import { useMemo } from 'react'
import type { EndingRow } from '../../../shared/contract/child-adults.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'

export function EndingPage() {
  const t = useWords()
  const go = useGo()
  const read = useRead('children.endingAuthorities', {})
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Page title={t('children.ending.title')} back={{ to: '/children', label: t('children.nav') }}>
      <Refusals of={read.refusals} />
      <DataTable
        name="children.ending"
        label={t('children.ending.title')}
        columns={columns}
        rows={read.data?.rows}
        rowKey={(row) => `${row.child.id} ${row.adultId} ${row.until}`}
        onOpen={(row) => go(`/children/${row.child.id}/adults`)}
        countWords="children.ending.count"
        empty={<Empty title={t('children.ending.empty')} />}
      />
    </Page>
  )
}

function columnsOf(t: Words): readonly Column<EndingRow>[] {
  return [
    {
      id: 'until',
      header: t('children.grid.until'),
      value: (row) => row.until,
      cell: (row) => formatDay(row.until, t.language),
      width: 130,
    },
    { id: 'child', header: t('children.name'), value: (row) => listName(row.child) },
    {
      id: 'adult',
      header: t('children.grid.adult'),
      value: (row) => row.name,
      cell: (row) => (
        <RecordLink to="/children/adults" id={row.adultId}>
          {row.name}
        </RecordLink>
      ),
    },
    { id: 'relation', header: t('children.adult.relation'), value: (row) => row.relation, width: 150 },
    {
      id: 'acts',
      header: t('children.grid.acts'),
      value: (row) => row.acts.map((act) => t(`children.grid.act.${act}`)).join(', '),
      width: 220,
    },
    { id: 'phone', header: t('children.adult.phone'), value: (row) => row.phone, width: 130 },
  ]
}
