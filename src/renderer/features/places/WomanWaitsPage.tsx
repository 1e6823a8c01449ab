/** What one woman waits for, with her turn and her points; a request is written down here too. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Wait } from '../../../shared/contract/waits.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { PutOnList } from './PutOnList'
import { WaitDrawer } from './WaitDrawer'
import { WaitStatus } from './WaitStatus'

export function WomanWaitsPage() {
  const t = useWords()
  const personId = useRouteParam('id')
  const { may } = useSession()
  const today = useClock()?.today ?? null
  const { data, refusals } = useRead('places.requestsOf', { personId })
  const { data: list } = useRead('places.waiting', {})
  const [adding, setAdding] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const columns = useMemo(() => columnsOf(t, today), [t, today])
  return (
    <Page
      title={t('places.woman.title')}
      subtitle={data && `${listName(data.woman)} · ${data.woman.fileNumber}`}
      back={{ to: `/people/${personId}`, label: t('places.woman.back') }}
      primary={
        may('places.wait') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('places.wait.verb')}
          </Button>
        )
      }
    >
      <Refusals of={refusals} />
      <DataTable
        name="woman-waits"
        label={t('places.woman.title')}
        columns={columns}
        rows={data?.requests}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpened(row.id)}
        countWords="places.waiting.count"
        isQuiet={(row) => row.state !== 'pending' && row.state !== 'approved' && row.state !== 'offered'}
        empty={<Empty title={t('places.woman.empty')} hint={t('places.woman.emptyHint')} />}
      />
      {adding && (
        <PutOnList
          workshops={list?.workshops ?? []}
          workshopId={null}
          personId={personId}
          onClose={() => setAdding(false)}
        />
      )}
      {opened && <WaitDrawer id={opened} workshops={list?.workshops ?? []} onClose={() => setOpened(null)} />}
    </Page>
  )
}

const columnsOf = (t: Words, today: CivilDate | null): readonly Column<Wait>[] => [
  { id: 'workshop', header: t('places.waiting.workshop'), value: (row) => row.workshop },
  { id: 'position', header: t('places.waiting.turn'), value: (row) => row.position, width: 90, align: 'end' },
  { id: 'points', header: t('places.waiting.points'), value: (row) => row.points, width: 90, align: 'end' },
  {
    id: 'requestedOn',
    header: t('places.waiting.since'),
    value: (row) => row.requestedOn,
    cell: (row) => formatDay(row.requestedOn, t.language),
    width: 160,
  },
  {
    id: 'by',
    header: t('places.record.by'),
    value: (row) => row.requestedBy && t(`places.requester.${row.requestedBy}`),
    width: 190,
  },
  {
    id: 'state',
    header: t('places.waiting.state'),
    value: (row) => t(`places.state.${row.state}`),
    cell: (row) => <WaitStatus wait={row} today={today} />,
    width: 180,
  },
]
