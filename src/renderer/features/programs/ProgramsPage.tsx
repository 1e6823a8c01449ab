/** All editions by axis: their hours, how full they are, where they stand. */
import { Button, Group, Select } from '@mantine/core'
import { IconCopy, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { EditionRow } from '../../../shared/contract/programs.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { EditionStatus, PlacesStatus } from './EditionStatus'
import { patternWords } from './pattern-words'

interface Filters {
  readonly axisId: string | null
  readonly state: EditionRow['state'] | null
  readonly on: string | null
}
const FIRST: Filters = { axisId: null, state: null, on: null }
const STATES = ['running', 'coming', 'ended', 'closed'] as const

export function ProgramsPage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const [filters, setFilters] = useFilter<Filters>('programs.filters', FIRST)
  const list = useRead('programs.editions', filters.on ? { on: filters.on } : {})
  const rows = list.data?.editions.filter(
    (row) => (!filters.axisId || row.axisId === filters.axisId) && (!filters.state || row.state === filters.state),
  )
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Page
      title={t('programs.title')}
      primary={
        may('programs.create') && (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconCopy size={18} aria-hidden />}
              onClick={() => go('/programs/term')}
            >
              {t('programs.term.open')}
            </Button>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go('/programs/new')}>
              {t('programs.new')}
            </Button>
          </Group>
        )
      }
      filters={
        <>
          {may('programs.workshops') && <RecordLink to="/programs/catalog">{t('programs.catalog.title')}</RecordLink>}
          {may('programs.resources') && (
            <RecordLink to="/programs/resources">{t('programs.resources.title')}</RecordLink>
          )}
        </>
      }
    >
      <Refusals of={list.refusals} />
      <DataTable
        name="programs"
        label={t('programs.title')}
        columns={columns}
        rows={rows}
        total={list.data?.editions.length ?? 0}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/programs/${row.id}`)}
        search={t('programs.search')}
        countWords="programs.count"
        onShowAll={() => setFilters(FIRST)}
        isQuiet={(row) => row.state === 'ended' || row.state === 'closed'}
        tools={
          <>
            <Select
              aria-label={t('programs.filter.axis')}
              placeholder={t('programs.filter.allAxes')}
              w={230}
              clearable
              data={(list.data?.axes ?? []).map((axis) => ({ value: axis.id, label: axis.name }))}
              value={filters.axisId}
              onChange={(axisId) => setFilters({ ...filters, axisId })}
            />
            <Select
              aria-label={t('programs.filter.state')}
              placeholder={t('programs.filter.allStates')}
              w={160}
              clearable
              data={STATES.map((value) => ({ value, label: t(`programs.state.${value}`) }))}
              value={filters.state}
              onChange={(state) => setFilters({ ...filters, state: state })}
            />
            <StateDay value={filters.on} onChange={(on) => setFilters({ ...filters, on })} />
          </>
        }
        empty={<Empty title={t('programs.empty.title')} hint={t('programs.empty.hint')} />}
      />
    </Page>
  )
}

/** The day on which the state is asked; today unless she picks another. */
function StateDay({
  value,
  onChange,
}: {
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}) {
  const t = useWords()
  return (
    <DayField
      label=""
      aria-label={t('programs.filter.on')}
      placeholder={t('programs.filter.on')}
      clearable
      w={150}
      value={value}
      onChange={onChange}
    />
  )
}

const columnsOf = (t: Words): readonly Column<EditionRow>[] => [
  { id: 'title', header: t('programs.column.title'), value: (row) => row.title },
  { id: 'code', header: t('programs.column.code'), value: (row) => row.code, width: 112 },
  { id: 'axis', header: t('programs.column.axis'), value: (row) => row.axis, width: 170, hidden: true },
  { id: 'instructor', header: t('programs.column.instructor'), value: (row) => row.instructor, width: 160 },
  { id: 'room', header: t('programs.column.room'), value: (row) => row.room, width: 92 },
  {
    id: 'when',
    header: t('programs.column.when'),
    value: (row) => patternWords(row.slots, t),
    width: 220,
  },
  {
    id: 'places',
    header: t('programs.column.places'),
    value: (row) => row.places,
    cell: (row) => <PlacesStatus edition={row} />,
    width: 118,
  },
  {
    id: 'waiting',
    header: t('programs.column.waiting'),
    value: (row) => row.waiting,
    cell: (row) => (row.waiting === 0 ? '—' : row.waiting),
    width: 92,
    align: 'end',
  },
  {
    id: 'startsOn',
    header: t('programs.column.startsOn'),
    value: (row) => row.startsOn,
    cell: (row) => formatDay(row.startsOn, t.language),
    width: 140,
    hidden: true,
  },
  {
    id: 'endsOn',
    header: t('programs.column.endsOn'),
    value: (row) => row.endsOn,
    cell: (row) => formatDay(row.endsOn, t.language),
    width: 140,
    hidden: true,
  },
  {
    id: 'state',
    header: t('programs.column.state'),
    value: (row) => t(`programs.state.${row.state}`),
    cell: (row) => <EditionStatus edition={row} />,
    width: 124,
  },
]
