/** The list of the women: found by half a surname, filtered, opened with Enter. */
import { Button, Select } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Input } from '../../../shared/contract'
import type { PersonRow } from '../../../shared/contract/people.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { StayStatus } from './StayStatus'
import { useDormitoryWord } from '../../platform/use-dormitory-word'

type Presence = NonNullable<Input<'people.list'>['presence']>
type Filters = Omit<Input<'people.list'>, 'search' | 'limit'> & { readonly presence: Presence }
const FIRST: Filters = { presence: 'here' }

export function PeoplePage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const dormitoryWord = useDormitoryWord()
  const [search, setSearch] = useFilter('people.search', '')
  const [filters, setFilters] = useFilter<Filters>('people.filters', FIRST)
  const list = useRead('people.list', { ...filters, search })
  const columns = useMemo(() => columnsOf(t, dormitoryWord), [t, dormitoryWord])
  return (
    <Page
      title={t('people.nav')}
      primary={
        <>
          {may('people.keepApart') && (
            <Button variant="default" onClick={() => go('/people/keep-apart')}>
              {t('people.keepApart.title')}
            </Button>
          )}
          {may('people.register') && (
            <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => go('/people/new')}>
              {t('people.register.verb')}
            </Button>
          )}
        </>
      }
    >
      <Refusals of={list.refusals} />
      <DataTable
        name="people"
        label={t('people.nav')}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total ?? 0}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/people/${row.id}`)}
        search={t('people.list.search')}
        searchBy={[search, setSearch]}
        onShowAll={() => setFilters({ presence: 'all' })}
        countWords="people.list.count"
        isQuiet={(row) => !row.here && filters.presence === 'all'}
        tools={<FilterFields filters={filters} setFilters={setFilters} dormitories={list.data?.dormitories ?? []} />}
        empty={<Empty title={t('people.list.empty')} hint={t('people.list.emptyHint')} />}
      />
    </Page>
  )
}

function columnsOf(t: Words, dormitoryWord: string): readonly Column<PersonRow>[] {
  return [
    { id: 'name', header: t('people.name'), value: listName },
    { id: 'chosenName', header: t('people.chosenName'), value: (row) => row.chosenName, width: 150 },
    { id: 'fileNumber', header: t('people.fileNumber'), value: (row) => row.fileNumber, width: 140 },
    { id: 'dormitory', header: dormitoryWord, value: (row) => (row.here ? row.dormitory : null), width: 120 },
    {
      id: 'status',
      header: t('people.status'),
      value: (row) => statusWord(row, t),
      cell: (row) => <StayStatus stay={row} />,
      width: 170,
    },
    {
      id: 'legalStatus',
      header: t('people.legalStatus'),
      value: (row) => t(`people.legalStatus.${row.legalStatus ?? 'unknown'}`),
      width: 130,
      hidden: true,
    },
    {
      id: 'consents',
      header: t('people.consents'),
      value: (row) => t(`people.consents.${consentOf(row.consents)}`),
      width: 140,
      hidden: true,
    },
    {
      id: 'admittedOn',
      header: t('people.admittedOn'),
      value: (row) => row.admittedOn,
      cell: (row) => row.admittedOn && formatDay(row.admittedOn, t.language),
      width: 150,
      hidden: true,
    },
  ]
}

/** As the column is sorted, sought and printed. */
const statusWord = (row: PersonRow, t: Words): string => {
  if (row.state === 'active') return t('people.here')
  return row.state === 'left' ? t(`people.left.${row.leftCause ?? 'other'}`) : t(`stays.state.${row.state}`)
}

const consentOf = (consents: boolean | null): 'yes' | 'no' | 'unknown' =>
  consents === null ? 'unknown' : consents ? 'yes' : 'no'

function FilterFields({
  filters,
  setFilters,
  dormitories,
}: {
  readonly filters: Filters
  readonly setFilters: (next: Filters) => void
  readonly dormitories: readonly string[]
}) {
  const t = useWords()
  const { may } = useSession()
  const dormitoryWord = useDormitoryWord()
  const choices = (key: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`people.${key}.${value}`) }))
  return (
    <>
      <Select
        aria-label={t('people.filter.presence')}
        w={125}
        rightSectionWidth={26}
        allowDeselect={false}
        data={choices('filter.presence', ['here', 'away', 'expected', 'left', 'all'])}
        value={filters.presence}
        onChange={(value) => setFilters({ ...filters, presence: (value ?? 'here') as Presence })}
      />
      <Select
        aria-label={dormitoryWord}
        placeholder={dormitoryWord}
        w={122}
        rightSectionWidth={26}
        clearable
        data={[...dormitories]}
        value={filters.dormitory ?? null}
        onChange={(value) => setFilters({ ...filters, dormitory: value ?? undefined })}
      />
      <Select
        aria-label={t('people.legalStatus')}
        placeholder={t('people.filter.legalStatus')}
        w={118}
        rightSectionWidth={26}
        clearable
        data={choices('legalStatus', ['tried', 'sentenced', 'unknown'])}
        value={filters.legalStatus ?? null}
        onChange={(value) => setFilters({ ...filters, legalStatus: (value ?? undefined) as Filters['legalStatus'] })}
      />
      <Select
        aria-label={t('people.filter.file')}
        placeholder={t('people.consents')}
        w={148}
        rightSectionWidth={26}
        clearable
        comboboxProps={{ width: 230, position: 'bottom-start' }}
        data={[
          ...choices('consents', ['yes', 'no', 'unknown']),
          ...(may('people.recordIntake') ? [{ value: 'intake', label: t('people.filter.withoutIntake') }] : []),
        ]}
        value={filters.withoutIntake ? 'intake' : (filters.consents ?? null)}
        onChange={(value) => setFilters({ ...filters, ...fileFilter(value) })}
      />
    </>
  )
}

/** One field for what her file may lack: an answer to the consent, or the intake. */
const fileFilter = (value: string | null): Pick<Filters, 'consents' | 'withoutIntake'> => ({
  consents: value === 'intake' || value === null ? undefined : (value as Filters['consents']),
  withoutIntake: value === 'intake',
})
