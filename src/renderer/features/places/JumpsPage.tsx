/** Every order that was not the proposed one: for whom, why, who decided it, and whom it passed over. */
import { Group } from '@mantine/core'
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { addMonths } from '../../../shared/kernel/civil-date'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'

type Row = Output<'places.jumps'>[number]

const MONTHS = 6

export function JumpsPage() {
  const t = useWords()
  const today = useClock()?.today ?? null
  const [chosenFrom, setFrom] = useFilter<string | null>('places.jumps.from', null)
  const [chosenUntil, setUntil] = useFilter<string | null>('places.jumps.until', null)
  const from = chosenFrom ?? (today && addMonths(today, -MONTHS))
  const until = chosenUntil ?? today
  const { data, refusals } = useRead(
    'places.jumps',
    { from: from ?? '2000-01-01', until: until ?? '2000-01-01' },
    { enabled: from !== null && until !== null },
  )
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Page
      title={t('places.jumps.title')}
      subtitle={t('places.jumps.subtitle')}
      back={{ to: '/places', label: t('places.waiting.title') }}
      filters={
        <Group gap="sm">
          <DayField label={t('places.jumps.from')} value={from} onChange={setFrom} />
          <DayField label={t('places.jumps.until')} value={until} onChange={setUntil} />
        </Group>
      }
    >
      <Refusals of={refusals} />
      <DataTable
        name="jumps"
        label={t('places.jumps.title')}
        columns={columns}
        rows={data}
        rowKey={(row) => row.id}
        search={t('places.waiting.search')}
        countWords="places.jumps.count"
        empty={<Empty title={t('places.jumps.empty')} hint={t('places.jumps.emptyHint')} />}
      />
    </Page>
  )
}

const columnsOf = (t: Words): readonly Column<Row>[] => [
  {
    id: 'day',
    header: t('places.jumps.day'),
    value: (row) => row.day,
    cell: (row) => formatDay(row.day, t.language),
    width: 136,
  },
  {
    id: 'name',
    header: t('places.name'),
    value: (row) => listName(row),
    cell: (row) => (
      <RecordLink to="/people" id={row.personId}>
        {listName(row)}
      </RecordLink>
    ),
    width: 220,
  },
  {
    id: 'workshop',
    header: t('places.waiting.workshop'),
    value: (row) => [row.workshop, row.code].filter(Boolean).join(' · '),
  },
  {
    id: 'kind',
    header: t('places.jumps.what'),
    value: (row) => t(`places.jumps.kind.${row.kind}`),
    width: 120,
  },
  {
    id: 'passed',
    header: t('places.jumps.passed'),
    value: (row) => row.passed.length,
    cell: (row) => (
      <Status
        tone="quiet"
        label={t('places.jumps.passedCount', { count: row.passed.length })}
        reason={
          row.passed.map((woman) => `${listName(woman)} (${t(`places.state.${woman.state}`)})`).join(' · ') || '—'
        }
      />
    ),
    width: 140,
  },
  {
    id: 'reason',
    header: t('places.jump.why'),
    value: (row) => [t(`places.jump.${row.reason}`), row.note].filter(Boolean).join(': '),
    width: 200,
  },
  { id: 'by', header: t('places.jumps.by'), value: (row) => row.by, width: 150 },
]
