/** The waiting list of all workshops, in turn: points that open their reasons, and what is still to be approved. */
import { Button, Group, Select, UnstyledButton } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Wait } from '../../../shared/contract/waits.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { inOrder, listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useDormitoryWord } from '../../platform/use-dormitory-word'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { ApprovePending } from './ApprovePending'
import { OfferButtons } from './OfferButtons'
import { PutOnList } from './PutOnList'
import { WaitDrawer } from './WaitDrawer'
import { hasLapsed, WaitStatus } from './WaitStatus'
import classes from './places.module.css'

const SHOWN = ['turn', 'pending', 'offered', 'lapsed', 'neverServed'] as const
type Shown = (typeof SHOWN)[number]

const isShown = (wait: Wait, shown: Shown | null, today: CivilDate | null): boolean => {
  if (shown === null) return true
  if (shown === 'turn') return wait.state === 'approved'
  if (shown === 'neverServed') return wait.neverServed
  if (shown === 'lapsed') return hasLapsed(wait, today)
  return wait.state === shown
}

export function WaitingPage() {
  const t = useWords()
  const { may } = useSession()
  const today = useClock()?.today ?? null
  const [workshopId, setWorkshopId] = useFilter<string | null>('places.workshop', null)
  const [shown, setShown] = useFilter<Shown | null>('places.shown', null)
  const [adding, setAdding] = useState(false)
  const [approving, setApproving] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const { data, refusals } = useRead('places.waiting', {})
  const dormitory = useDormitoryWord()
  const columns = useMemo(() => columnsOf(t, dormitory, today, setOpened), [t, dormitory, today])
  const ofWorkshop = data?.waits.filter((wait) => !workshopId || wait.workshopId === workshopId)
  const pending = (ofWorkshop ?? []).filter((wait) => wait.state === 'pending')
  const workshop = data?.workshops.find((each) => each.id === workshopId)
  return (
    <Page
      title={t('places.waiting.title')}
      back={{ to: '/attendance', label: t('attendance.nav') }}
      primary={
        <>
          {may('places.decideWaits') && pending.length > 0 && (
            <Button variant="default" onClick={() => setApproving(true)}>
              {t('places.approve.verb', { count: pending.length })}
            </Button>
          )}
          {may('places.wait') && (
            <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
              {t('places.wait.verb')}
            </Button>
          )}
        </>
      }
      filters={<Links offering={may('places.offer') ? (workshop?.editions ?? []) : []} />}
    >
      <Refusals of={refusals} />
      <DataTable
        name="waiting"
        label={t('places.waiting.title')}
        columns={columns}
        rows={ofWorkshop?.filter((wait) => isShown(wait, shown, today))}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpened(row.id)}
        search={t('places.waiting.search')}
        countWords="places.waiting.count"
        initialSort={{ id: 'workshop' }}
        onShowAll={() => {
          setWorkshopId(null)
          setShown(null)
        }}
        tools={
          <>
            <Select
              aria-label={t('places.waiting.workshop')}
              placeholder={t('places.waiting.allWorkshops')}
              w={260}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('ui.clear') }}
              data={(data?.workshops ?? []).map((each) => ({ value: each.id, label: each.title }))}
              value={workshopId}
              onChange={setWorkshopId}
            />
            <Select
              aria-label={t('places.waiting.shown')}
              placeholder={t('places.waiting.shown.all')}
              w={190}
              clearable
              clearButtonProps={{ 'aria-label': t('ui.clear') }}
              data={SHOWN.map((value) => ({ value, label: t(`places.waiting.shown.${value}`) }))}
              value={shown}
              onChange={(next) => setShown(SHOWN.find((each) => each === next) ?? null)}
            />
          </>
        }
        empty={<Empty title={t('places.waiting.empty')} hint={t('places.waiting.emptyHint')} />}
      />
      {adding && (
        <PutOnList workshops={data?.workshops ?? []} workshopId={workshopId} onClose={() => setAdding(false)} />
      )}
      {approving && <ApprovePending waits={pending} onClose={() => setApproving(false)} />}
      {opened && <WaitDrawer id={opened} workshops={data?.workshops ?? []} onClose={() => setOpened(null)} />}
    </Page>
  )
}

type Editions = Output<'places.waiting'>['workshops'][number]['editions']

/** The pages that hang here; and, once a workshop is chosen, offering the places of its groups. */
function Links({ offering }: { readonly offering: Editions }) {
  const t = useWords()
  const { may } = useSession()
  return (
    <Group gap="md">
      <OfferButtons editions={offering} />
      {may('places.checkList') && <RecordLink to="/places/list">{t('places.list.open')}</RecordLink>}
      {may('places.offers') && <RecordLink to="/places/offers">{t('places.offers.title')}</RecordLink>}
      {may('places.neverServed') && <RecordLink to="/places/never-served">{t('places.never.title')}</RecordLink>}
      {may('places.jumps') && <RecordLink to="/places/jumps">{t('places.jumps.title')}</RecordLink>}
    </Group>
  )
}

const LAST = Number.MAX_SAFE_INTEGER

const columnsOf = (
  t: Words,
  dormitory: string,
  today: CivilDate | null,
  open: (id: string) => void,
): readonly Column<Wait>[] => [
  {
    id: 'workshop',
    header: t('places.waiting.workshop'),
    value: (row) => row.workshop,
    compare: (a, b) => inOrder(a.workshop, b.workshop) || (a.position ?? LAST) - (b.position ?? LAST),
  },
  { id: 'position', header: t('places.waiting.turn'), value: (row) => row.position, width: 76, align: 'end' },
  {
    id: 'name',
    header: t('places.name'),
    value: (row) => listName(row),
    cell: (row) => (
      <RecordLink to="/people" id={row.personId}>
        {listName(row)}
      </RecordLink>
    ),
    width: 280,
  },
  { id: 'file', header: t('places.file'), value: (row) => row.fileNumber, width: 122, hidden: true },
  { id: 'dormitory', header: dormitory, value: (row) => row.dormitory, width: 92, hidden: true },
  {
    id: 'points',
    header: t('places.waiting.points'),
    value: (row) => row.points,
    cell: (row) => (
      <UnstyledButton
        className={classes.pointsButton ?? ''}
        aria-label={t('places.waiting.pointsOf', { count: row.points, name: listName(row) })}
        onClick={(event) => {
          event.stopPropagation()
          open(row.id)
        }}
      >
        {row.points}
      </UnstyledButton>
    ),
    width: 84,
    align: 'end',
  },
  {
    id: 'requestedOn',
    header: t('places.waiting.since'),
    value: (row) => row.requestedOn,
    cell: (row) => formatDay(row.requestedOn, t.language),
    width: 146,
  },
  {
    id: 'days',
    header: t('places.waiting.days'),
    value: (row) => row.daysWaiting,
    cell: (row) => t('places.waiting.daysOf', { count: row.daysWaiting }),
    width: 96,
    align: 'end',
  },
  {
    id: 'state',
    header: t('places.waiting.state'),
    value: (row) => t(`places.state.${row.state}`),
    cell: (row) => <WaitStatus wait={row} today={today} />,
    width: 164,
  },
]
