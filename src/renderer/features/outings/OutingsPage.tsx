/** The outings: who is out, who is late, what still lacks a signature; every figure opens its rows. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import type { OutingRow, OutingState } from '../../../shared/contract/outings.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatSpan } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Figures } from '../../ui/Figures'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { OutingStatus } from './OutingStatus'
import { OutingTabs } from './OutingTabs'
import { shortDayAndTime, stateWord } from './outing-words'

const GROUPS = ['late', 'out', 'leaves-today', 'returns-today', 'to-leave', 'requested', 'back-late', 'all'] as const
type Group = (typeof GROUPS)[number] | 'none'

const STATES: Readonly<Partial<Record<Group, readonly OutingState[]>>> = {
  late: ['late', 'not-returned'],
  out: ['out', 'late', 'not-returned'],
  'leaves-today': ['authorised', 'requested', 'paused'],
  'returns-today': ['out', 'late'],
  'to-leave': ['authorised'],
  requested: ['requested', 'paused'],
  'back-late': ['back-late'],
}

function inGroup(row: OutingRow, group: Group, today: string): boolean {
  if (group === 'leaves-today' && row.leavesOn !== today) return false
  if (group === 'returns-today' && row.returnsOn !== today) return false
  return STATES[group]?.includes(row.state) ?? group === 'all'
}

export function OutingsPage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const [group, setGroup] = useFilter<Group>('outings.group', 'all')
  const list = useRead('outings.list', {})
  const without = useRead('outings.withoutOuting', {})
  const today = useClock()?.today ?? ''
  const columns = useMemo(() => columnsOf(t), [t])
  const rows = list.data ?? []
  return (
    <Page
      title={t('outings.nav')}
      filters={<OutingTabs />}
      primary={
        may('outings.request') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go('/outings/new')}>
            {t('outings.request.verb')}
          </Button>
        )
      }
    >
      <Refusals of={list.refusals} />
      <Figures
        label={t('outings.list.figures')}
        chosen={group}
        onChoose={setGroup}
        of={[
          ...GROUPS.map((each) => {
            const count = rows.filter((row) => inGroup(row, each, today)).length
            return {
              id: each,
              label: t(`outings.list.${each}`),
              value: count,
              tone: each === 'late' && count > 0 ? ('stop' as const) : undefined,
            }
          }),
          { id: 'none' as const, label: t('outings.list.none'), value: without.data?.length ?? 0 },
        ]}
      />
      {group === 'none' ? (
        <WithoutOuting rows={without.data} />
      ) : (
        <DataTable
          name="outings"
          label={t('outings.nav')}
          columns={columns}
          rows={list.data?.filter((row) => inGroup(row, group, today))}
          rowKey={(row) => row.id}
          onOpen={(row) => go(`/outings/${row.id}`)}
          search={t('outings.list.search')}
          countWords="outings.list.count"
          initialSort={{ id: 'leaves', desc: true }}
          isQuiet={(row) => row.state === 'cancelled' || row.state === 'not-made'}
          empty={<Empty title={t('outings.list.empty')} hint={t('outings.list.emptyHint')} />}
        />
      )}
    </Page>
  )
}

/** Children who live here and have not been out for long. */
function WithoutOuting({ rows }: { readonly rows: Output<'outings.withoutOuting'> | undefined }) {
  const t = useWords()
  const go = useGo()
  const columns = useMemo(
    (): readonly Column<Output<'outings.withoutOuting'>[number]>[] => [
      { id: 'child', header: t('outings.child'), value: (row) => row.child },
      {
        id: 'last',
        header: t('outings.list.last'),
        value: (row) => row.last,
        cell: (row) => (row.last ? formatDay(row.last, t.language) : t('outings.list.never')),
        width: 260,
      },
      { id: 'days', header: t('outings.list.days'), value: (row) => row.days, width: 120, align: 'end' },
    ],
    [t],
  )
  return (
    <DataTable
      name="outings.without"
      label={t('outings.list.none')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.childId}
      onOpen={(row) => go(`/children/${row.childId}`)}
      countWords="outings.list.noneCount"
      initialSort={{ id: 'days', desc: true }}
      empty={<Empty title={t('outings.list.noneEmpty')} />}
    />
  )
}

function columnsOf(t: Words): readonly Column<OutingRow>[] {
  return [
    { id: 'child', header: t('outings.child'), value: (row) => row.child },
    {
      id: 'status',
      header: t('outings.status'),
      value: (row) => stateWord(row, t),
      cell: (row) => <OutingStatus row={row} />,
      width: 205,
    },
    {
      id: 'leaves',
      header: t('outings.leaves'),
      value: (row) => `${row.leavesOn} ${row.leavesAt}`,
      cell: (row) => shortDayAndTime(row.leavesOn, row.leavesAt, t),
      width: 125,
    },
    {
      id: 'returns',
      header: t('outings.returns'),
      value: (row) => `${row.returnsOn} ${row.returnsAt}`,
      cell: (row) => shortDayAndTime(row.returnsOn, row.returnsAt, t),
      width: 125,
    },
    { id: 'adult', header: t('outings.adult'), value: (row) => row.adult, width: 220 },
    { id: 'kind', header: t('outings.kind'), value: (row) => t(`outings.kind.${row.kind}`), width: 180 },
    { id: 'folio', header: t('outings.folio'), value: (row) => row.folio, width: 165 },
    { id: 'reason', header: t('outings.reason'), value: (row) => row.reason, width: 220, hidden: true },
    {
      id: 'late',
      header: t('outings.late'),
      value: (row) => row.lateMinutes,
      cell: (row) => (row.lateMinutes > 0 ? formatSpan(row.lateMinutes, t.language) : null),
      width: 90,
      align: 'end',
      hidden: true,
    },
  ]
}
