/** The children who live here: how old, how far from the limit, who may collect them. */
import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Input } from '../../../shared/contract'
import type { ChildRow } from '../../../shared/contract/children.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { putFilter, useFilter, useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { AgeBar, AgeWords } from './AgeBar'
import { ChildrenLinks } from './ChildrenLinks'
import { LimitStatus } from './LimitStatus'

type Filters = Pick<Input<'children.list'>, 'limit'> & { readonly presence: 'here' | 'outside' | 'left' | 'all' }
const FIRST: Filters = { presence: 'here' }

/** The list as the figures of today open it: who is over the limit, or close to it. */
export const OverLimitPage = () => <Limited limit="over" />
export const NearLimitPage = () => <Limited limit="soon" />

function Limited({ limit }: { readonly limit: 'over' | 'soon' }) {
  useState(() => {
    putFilter('children.search', '')
    putFilter('children.filters', { ...FIRST, limit })
  })
  return <ChildrenPage />
}

export function ChildrenPage() {
  const t = useWords()
  const go = useGo()
  const [search, setSearch] = useFilter('children.search', '')
  const [filters, setFilters] = useFilter<Filters>('children.filters', FIRST)
  const list = useRead('children.list', { ...filters, search })
  const limit = list.data?.ageLimitMonths ?? 36
  const columns = useMemo(() => columnsOf(t, limit), [t, limit])
  return (
    <Page
      title={t('children.nav')}
      subtitle={list.data && t('children.list.on', { day: formatDay(list.data.day, t.language), limit })}
      primary={
        <>
          <Button variant="default" onClick={() => go('/children/room')}>
            {t('children.room.open')}
          </Button>
          <Button variant="default" onClick={() => go('/children/vaccines')}>
            {t('children.due.open')}
          </Button>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go('/children/new')}>
            {t('children.register.verb')}
          </Button>
        </>
      }
      filters={<ChildrenLinks />}
    >
      <Refusals of={list.refusals} />
      <DataTable
        name="children"
        label={t('children.nav')}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total ?? 0}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/children/${row.id}`)}
        search={t('children.list.search')}
        searchBy={[search, setSearch]}
        onShowAll={() => setFilters({ presence: 'all' })}
        countWords="children.list.count"
        isQuiet={(row) => (row.livesHereUntil !== null || row.kind === 'outside') && filters.presence === 'all'}
        tools={<FilterFields filters={filters} setFilters={setFilters} />}
        empty={<Empty title={t('children.list.empty')} hint={t('children.list.emptyHint')} />}
      />
    </Page>
  )
}

function columnsOf(t: Words, limit: number): readonly Column<ChildRow>[] {
  return [
    { id: 'name', header: t('children.name'), value: listName },
    { id: 'code', header: t('children.code'), value: (row) => row.code, width: 120 },
    {
      id: 'age',
      header: t('children.age'),
      value: (row) => row.age.months,
      cell: (row) => (row.kind === 'here' ? <AgeBar age={row.age} limit={limit} /> : <AgeWords age={row.age} />),
      width: 230,
    },
    {
      id: 'limit',
      header: t('children.limit'),
      value: (row) => row.age.daysToLimit,
      cell: (row) => row.kind === 'here' && <LimitStatus age={row.age} />,
      width: 245,
    },
    {
      id: 'mother',
      header: t('children.mother'),
      value: (row) => listName(row.mother),
      cell: (row) => (
        <RecordLink to="/people" id={row.mother.id}>
          {listName(row.mother)}
        </RecordLink>
      ),
    },
    {
      id: 'mayCollect',
      header: t('children.mayCollect'),
      value: (row) => row.mayCollect,
      cell: (row) =>
        row.kind === 'outside' ? null : row.mayCollect > 0 ? (
          row.mayCollect
        ) : (
          <Status tone="attention" label={t('children.nobodyCollects')} />
        ),
      width: 120,
      align: 'end',
    },
    {
      id: 'outside',
      header: t('children.form.outsideWith'),
      value: (row) => [row.outside.with, row.outside.place].filter(Boolean).join(' · ') || null,
      width: 220,
      hidden: true,
    },
    {
      id: 'birthDate',
      header: t('children.birthDate'),
      value: (row) => row.birthDate,
      cell: (row) => row.birthDate && formatDay(row.birthDate, t.language),
      width: 150,
      hidden: true,
    },
    {
      id: 'livesHereFrom',
      header: t('children.livesHereFrom'),
      value: (row) => row.livesHereFrom,
      cell: (row) => row.livesHereFrom && formatDay(row.livesHereFrom, t.language),
      width: 150,
      hidden: true,
    },
  ]
}

function FilterFields({
  filters,
  setFilters,
}: {
  readonly filters: Filters
  readonly setFilters: (next: Filters) => void
}) {
  const t = useWords()
  return (
    <>
      <Select
        aria-label={t('children.filter.presence')}
        w={190}
        allowDeselect={false}
        data={(['here', 'outside', 'left', 'all'] as const).map((value) => ({
          value,
          label: t(`children.filter.${value}`),
        }))}
        value={filters.presence}
        onChange={(value) => setFilters({ ...filters, presence: value ?? 'here' })}
      />
      <Select
        aria-label={t('children.limit')}
        placeholder={t('children.limit')}
        w={230}
        clearable
        data={(['over', 'over-bare', 'over-extended', 'soon', 'approximate'] as const).map((value) => ({
          value,
          label: t(`children.filter.${value}`),
        }))}
        value={filters.limit ?? null}
        onChange={(value) => setFilters({ ...filters, limit: value ?? undefined })}
      />
    </>
  )
}
