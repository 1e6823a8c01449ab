/** The waiting list of all workshops, in turn: who has waited longest stands first. */
import { Button, Select } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Wait } from '../../../shared/contract/waits.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { inOrder, listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { CloseWait } from './CloseWait'
import { GivePlace } from './GivePlace'
import { PutOnList } from './PutOnList'
import { useDormitoryWord } from '../../platform/use-dormitory-word'
import classes from './places.module.css'

export function WaitingPage() {
  const t = useWords()
  const { may } = useSession()
  const [workshopId, setWorkshopId] = useFilter<string | null>('places.workshop', null)
  const [adding, setAdding] = useState(false)
  const [closing, setClosing] = useState<Wait | null>(null)
  const [giving, setGiving] = useState<{ readonly wait: Wait; readonly edition: Edition } | null>(null)
  const { data, refusals } = useRead('places.waiting', {})
  const plans = may('places.give')
  const dormitory = useDormitoryWord()
  const columns = useMemo(
    () =>
      columnsOf(t, dormitory, plans, data?.workshops ?? [], setClosing, (wait, edition) =>
        setGiving({ wait, edition }),
      ),
    [t, dormitory, plans, data],
  )
  const rows = data?.waits.filter((wait) => !workshopId || wait.workshopId === workshopId)
  return (
    <Page
      title={t('places.waiting.title')}
      back={{ to: '/attendance', label: t('attendance.nav') }}
      primary={
        may('places.wait') && (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('places.wait.verb')}
          </Button>
        )
      }
    >
      <Refusals of={refusals} />
      <DataTable
        name="waiting"
        label={t('places.waiting.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        search={t('places.waiting.search')}
        countWords="places.waiting.count"
        initialSort={{ id: 'workshop' }}
        tools={
          <Select
            aria-label={t('places.waiting.workshop')}
            placeholder={t('places.waiting.allWorkshops')}
            w={280}
            clearable
            clearButtonProps={{ 'aria-label': t('ui.clear') }}
            data={(data?.workshops ?? []).map((each) => ({ value: each.id, label: each.title }))}
            value={workshopId}
            onChange={setWorkshopId}
          />
        }
        empty={<Empty title={t('places.waiting.empty')} hint={t('places.waiting.emptyHint')} />}
      />
      {adding && (
        <PutOnList workshops={data?.workshops ?? []} workshopId={workshopId} onClose={() => setAdding(false)} />
      )}
      {closing && <CloseWait wait={closing} onClose={() => setClosing(null)} />}
      {giving && <GivePlace edition={giving.edition} woman={giving.wait} onClose={() => setGiving(null)} />}
    </Page>
  )
}

type Workshop = Output<'places.waiting'>['workshops'][number]
type Edition = Workshop['editions'][number]

function columnsOf(
  t: Words,
  dormitory: string,
  plans: boolean,
  workshops: readonly Workshop[],
  close: (wait: Wait) => void,
  give: (wait: Wait, edition: Edition) => void,
): readonly Column<Wait>[] {
  return [
    {
      id: 'workshop',
      header: t('places.waiting.workshop'),
      value: (row) => row.workshop,
      compare: (a, b) => inOrder(a.workshop, b.workshop) || a.position - b.position,
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
      width: 290,
    },
    { id: 'file', header: t('places.file'), value: (row) => row.fileNumber, width: 122, hidden: true },
    { id: 'dormitory', header: dormitory, value: (row) => row.dormitory, width: 92, hidden: true },
    {
      id: 'requestedOn',
      header: t('places.waiting.since'),
      value: (row) => row.requestedOn,
      cell: (row) => formatDay(row.requestedOn, t.language),
      width: 150,
    },
    {
      id: 'days',
      header: t('places.waiting.days'),
      value: (row) => row.daysWaiting,
      cell: (row) => t('places.waiting.daysOf', { count: row.daysWaiting }),
      width: 100,
      align: 'end',
    },
    ...(plans
      ? [
          {
            id: 'acts',
            header: t('places.acts'),
            value: () => null,
            width: 200,
            cell: (row: Wait) => (
              <WaitActs
                row={row}
                editions={workshops.find((each) => each.id === row.workshopId)?.editions ?? []}
                close={close}
                give={give}
              />
            ),
          },
        ]
      : []),
  ]
}

function WaitActs({
  row,
  editions,
  close,
  give,
}: {
  readonly row: Wait
  readonly editions: Workshop['editions']
  readonly close: (wait: Wait) => void
  readonly give: (wait: Wait, edition: Edition) => void
}) {
  const t = useWords()
  const free = editions.find((edition) => edition.taken < edition.capacity)
  return (
    <>
      {free ? (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('places.give.toIn', { name: listName(row), code: free.code })}
          title={free.code}
          onClick={() => give(row, free)}
        >
          {t('places.give.verb')}
        </Button>
      ) : (
        <span className={classes.full}>
          <Status
            tone="quiet"
            label={t('places.waiting.full')}
            reason={t(editions.length > 0 ? 'places.waiting.allFull' : 'places.waiting.noEdition')}
          />
        </span>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t('places.closeWait.verbName', { name: listName(row) })}
        onClick={() => close(row)}
      >
        {t('places.closeWait.verb')}
      </Button>
    </>
  )
}
