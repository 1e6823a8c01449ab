/** Who is here and never had a place: counted by dormitory, age and months of waiting, and each by name. */
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatNumber } from '../../../shared/i18n/format'
import { inOrder, listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useDormitoryWord } from '../../platform/use-dormitory-word'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import classes from './waits.module.css'

type Row = Output<'places.neverServed'>[number]

export function NeverServedPage() {
  const t = useWords()
  const dormitory = useDormitoryWord()
  const { data, refusals } = useRead('places.neverServed', {})
  const columns = useMemo(() => columnsOf(t, dormitory), [t, dormitory])
  return (
    <Page
      title={t('places.never.title')}
      subtitle={t('places.never.subtitle')}
      back={{ to: '/places', label: t('places.waiting.title') }}
    >
      <Refusals of={refusals} />
      {data && data.length > 0 && (
        <div className={classes.tallies}>
          <Tally title={dormitory} rows={data} groupOf={(row) => buildingOf(row.dormitory)} />
          <Tally title={t('places.never.age')} rows={data} groupOf={(row) => row.ageGroup} />
          <Tally
            title={t('places.never.waiting')}
            rows={data}
            groupOf={(row) => t(`places.never.months.${monthsGroup(row.monthsWaiting)}`)}
            inOrderOf={MONTH_GROUPS.map((group) => t(`places.never.months.${group}`))}
          />
        </div>
      )}
      <DataTable
        name="never-served"
        label={t('places.never.title')}
        columns={columns}
        rows={data}
        rowKey={(row) => row.personId}
        search={t('places.never.search')}
        countWords="places.never.count"
        initialSort={{ id: 'monthsWaiting', desc: true }}
        empty={<Empty title={t('places.never.empty')} />}
      />
    </Page>
  )
}

/** The building of a bed: `B` of `B-04`. */
const buildingOf = (dormitory: string | null): string | null => dormitory && (dormitory.split('-')[0] ?? dormitory)

const MONTH_GROUPS = ['none', 'under1', 'under3', 'under6', 'more'] as const

const monthsGroup = (months: number | null): (typeof MONTH_GROUPS)[number] =>
  months === null ? 'none' : months < 1 ? 'under1' : months < 3 ? 'under3' : months < 6 ? 'under6' : 'more'

interface TallyProps {
  readonly title: string
  readonly rows: readonly Row[]
  readonly groupOf: (row: Row) => string | null
  /** Groups whose order is not that of their letters. */
  readonly inOrderOf?: readonly string[]
}

function Tally({ title, rows, groupOf, inOrderOf = [] }: TallyProps) {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const group = groupOf(row) ?? '—'
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  const groups = [...counts].sort(([a], [b]) => inOrderOf.indexOf(a) - inOrderOf.indexOf(b) || inOrder(a, b))
  return (
    <table className={classes.tally}>
      <caption>{title}</caption>
      <tbody>
        {groups.map(([group, count]) => (
          <tr key={group}>
            <th scope="row">{group}</th>
            <td>{formatNumber(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const columnsOf = (t: Words, dormitory: string): readonly Column<Row>[] => [
  {
    id: 'name',
    header: t('places.name'),
    value: (row) => listName(row),
    cell: (row) => (
      <RecordLink to="/people" id={row.personId}>
        {listName(row)}
      </RecordLink>
    ),
  },
  { id: 'file', header: t('places.file'), value: (row) => row.fileNumber, width: 130 },
  { id: 'dormitory', header: dormitory, value: (row) => row.dormitory, width: 110 },
  { id: 'age', header: t('places.never.age'), value: (row) => row.ageGroup, width: 100 },
  { id: 'monthsHere', header: t('places.never.here'), value: (row) => row.monthsHere, width: 130, align: 'end' },
  {
    id: 'monthsWaiting',
    header: t('places.never.waiting'),
    // Who has not asked has waited less than anybody.
    value: (row) => row.monthsWaiting ?? -1,
    cell: (row) => row.monthsWaiting,
    width: 140,
    align: 'end',
  },
  { id: 'workshops', header: t('places.never.asked'), value: (row) => row.workshops.join(', '), width: 300 },
]
