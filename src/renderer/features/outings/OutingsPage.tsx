/** The outings: who is out, who is late, what still lacks a signature; every figure opens its rows. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { OutingRow, OutingState } from '../../../shared/contract/outings.contract'
import type { Words } from '../../../shared/i18n'
import { formatSpan } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Figures } from '../../ui/Figures'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { OutingStatus } from './OutingStatus'
import { shortDayAndTime, stateWord } from './outing-words'

const GROUPS = ['late', 'out', 'to-leave', 'requested', 'back-late', 'all'] as const
type Group = (typeof GROUPS)[number]

const STATES: Readonly<Record<Exclude<Group, 'all'>, readonly OutingState[]>> = {
  late: ['late'],
  out: ['out', 'late'],
  'to-leave': ['authorised'],
  requested: ['requested'],
  'back-late': ['back-late'],
}
const inGroup = (row: OutingRow, group: Group): boolean => group === 'all' || STATES[group].includes(row.state)

export function OutingsPage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const [group, setGroup] = useFilter<Group>('outings.group', 'all')
  const list = useRead('outings.list', {})
  const columns = useMemo(() => columnsOf(t), [t])
  const rows = list.data ?? []
  return (
    <Page
      title={t('outings.nav')}
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
        of={GROUPS.map((each) => {
          const count = rows.filter((row) => inGroup(row, each)).length
          return {
            id: each,
            label: t(`outings.list.${each}`),
            value: count,
            tone: each === 'late' && count > 0 ? ('stop' as const) : undefined,
          }
        })}
      />
      <DataTable
        name="outings"
        label={t('outings.nav')}
        columns={columns}
        rows={list.data?.filter((row) => inGroup(row, group))}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/outings/${row.id}`)}
        search={t('outings.list.search')}
        countWords="outings.list.count"
        initialSort={{ id: 'leaves', desc: true }}
        isQuiet={(row) => row.state === 'cancelled' || row.state === 'not-made'}
        empty={<Empty title={t('outings.list.empty')} hint={t('outings.list.emptyHint')} />}
      />
    </Page>
  )
}

function columnsOf(t: Words): readonly Column<OutingRow>[] {
  return [
    { id: 'child', header: t('outings.child'), value: (row) => row.child },
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
    { id: 'kind', header: t('outings.kind'), value: (row) => t(`outings.kind.${row.kind}`), width: 145 },
    {
      id: 'status',
      header: t('outings.status'),
      value: (row) => stateWord(row, t),
      cell: (row) => <OutingStatus row={row} />,
      width: 215,
    },
    { id: 'folio', header: t('outings.folio'), value: (row) => row.folio, width: 145 },
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
