/** The permissions by state: what waits for consents, for the direction, what stands, what ends soon. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { PermissionRow } from '../../../shared/contract/permissions.contract'
import type { Words } from '../../../shared/i18n'
import { formatShortDay } from '../../../shared/i18n/format'
import { addDays } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Figures } from '../../ui/Figures'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { OutingTabs } from './OutingTabs'
import { PermissionStatus } from './PermissionStatus'
import { spanWords } from './outing-words'

const GROUPS = ['open', 'to-authorise', 'consents', 'authorised', 'ending', 'owed', 'paused', 'draft', 'all'] as const
type Group = (typeof GROUPS)[number]
const OPEN: ReadonlySet<string> = new Set(['draft', 'consents', 'to-authorise', 'authorised', 'paused'])

/** Days before its last return in which a permission of several outings is shown as ending. */
const ENDING_DAYS = 15

function inGroup(row: PermissionRow, group: Group, today: string): boolean {
  if (group === 'all') return true
  if (group === 'open') return OPEN.has(row.state) || row.owed.length > 0
  if (group === 'owed') return row.owed.length > 0
  if (group === 'ending')
    return (
      row.state === 'authorised' && row.outings > 1 && row.until !== null && row.until <= addDays(today, ENDING_DAYS)
    )
  return row.state === group
}

export function PermissionsPage() {
  const t = useWords()
  const go = useGo()
  const { may, me } = useSession()
  const today = useClock()?.today ?? ''
  const [group, setGroup] = useFilter<Group>(
    'outings.permissions.group',
    me?.role === 'director' ? 'to-authorise' : 'open',
  )
  const list = useRead('outings.permissions', {})
  const columns = useMemo(() => columnsOf(t), [t])
  const rows = list.data ?? []
  return (
    <Page
      title={t('outings.nav')}
      filters={<OutingTabs />}
      primary={
        may('outings.request') && (
          <>
            <PaperButton
              channel="outings.printMonth"
              input={{ month: today.slice(0, 7) }}
              label={t('outings.month.verb')}
              variant="default"
            />
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go('/outings/new')}>
              {t('outings.request.verb')}
            </Button>
          </>
        )
      }
    >
      <Refusals of={list.refusals} />
      <Figures
        label={t('outings.permissions.figures')}
        chosen={group}
        onChoose={setGroup}
        of={GROUPS.map((each) => {
          const value = rows.filter((row) => inGroup(row, each, today)).length
          return {
            id: each,
            label: t(`outings.permissions.${each}`),
            value,
            tone: (each === 'to-authorise' || each === 'owed') && value > 0 ? ('attention' as const) : undefined,
          }
        })}
      />
      <DataTable
        name="outings.permissions"
        label={t('outings.permissions.title')}
        columns={columns}
        rows={list.data?.filter((row) => inGroup(row, group, today))}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/permissions/${row.id}`)}
        search={t('outings.list.search')}
        countWords="outings.permissions.count"
        initialSort={{ id: 'next' }}
        isQuiet={(row) => row.state === 'cancelled' || row.state === 'expired' || row.state === 'denied'}
        empty={<Empty title={t('outings.permissions.empty')} hint={t('outings.permissions.emptyHint')} />}
      />
    </Page>
  )
}

function columnsOf(t: Words): readonly Column<PermissionRow>[] {
  return [
    { id: 'children', header: t('outings.children'), value: (row) => row.children.join(' · ') },
    {
      id: 'status',
      header: t('outings.status'),
      value: (row) => t(`outings.permission.state.${row.state}`),
      cell: (row) => <PermissionStatus row={row} />,
      width: 190,
    },
    {
      id: 'next',
      header: t('outings.permission.next'),
      value: (row) => (row.next ? `${row.next.leavesOn} ${row.next.leavesAt}` : ''),
      cell: (row) => row.next && spanWords(row.next, t),
      width: 215,
    },
    {
      id: 'outings',
      header: t('outings.permission.outings'),
      value: (row) => row.outings,
      width: 80,
      align: 'end',
    },
    {
      id: 'until',
      header: t('outings.permission.until'),
      value: (row) => row.until,
      cell: (row) => row.until && formatShortDay(row.until, t.language),
      width: 90,
      hidden: true,
    },
    { id: 'adult', header: t('outings.adult'), value: (row) => row.adult, width: 190 },
    { id: 'kind', header: t('outings.kind'), value: (row) => t(`outings.kind.${row.kind}`), width: 150 },
    { id: 'folio', header: t('outings.folio'), value: (row) => row.folio, width: 150 },
    { id: 'asked', header: t('outings.requestedBy'), value: (row) => row.requestedBy, width: 150, hidden: true },
  ]
}
