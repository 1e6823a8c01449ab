/** Rooms and instructors: what they are called, whether they are in use, until when a permit holds; and who came. */
import { Modal, SegmentedControl, Tabs } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { addDays, addMonths } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { InstructionTable } from './InstructionTable'
import { InstructorForm, RoomForm } from './ResourceForms'
import classes from './programs.module.css'

type Resources = Output<'programs.resources'>
type Instructor = Resources['instructors'][number]
type Room = Resources['rooms'][number]

/** Days before the end of a permit on which the list begins to say so. */
const SOON = 30

export function ResourcesPage() {
  const t = useWords()
  const [tab, setTab] = useFilter<string>('programs.resources', 'instructors')
  const read = useRead('programs.resources', {})
  return (
    <Page title={t('programs.resources.title')} back={{ to: '/programs/catalog', label: t('programs.catalog.title') }}>
      <Refusals of={read.refusals} />
      <Tabs
        value={tab}
        onChange={(next) => setTab(next ?? 'instructors')}
        keepMounted={false}
        className={classes.tabs ?? ''}
      >
        <Tabs.List>
          <Tabs.Tab value="instructors">{t('programs.resources.instructors')}</Tabs.Tab>
          <Tabs.Tab value="rooms">{t('programs.resources.rooms')}</Tabs.Tab>
          <Tabs.Tab value="came">{t('programs.instruction.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="instructors" className={classes.panel ?? ''}>
          <Instructors rows={read.data?.instructors} />
        </Tabs.Panel>
        <Tabs.Panel value="rooms" className={classes.panel ?? ''}>
          <Rooms rows={read.data?.rooms} />
        </Tabs.Panel>
        <Tabs.Panel value="came" className={classes.panel ?? ''}>
          <WhoCame />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function Instructors({ rows }: { readonly rows: readonly Instructor[] | undefined }) {
  const t = useWords()
  const { may } = useSession()
  const today = useClock()?.today ?? '2026-01-01'
  const [open, setOpen] = useState<Instructor | null>(null)
  const columns: readonly Column<Instructor>[] = [
    { id: 'name', header: t('programs.resources.name'), value: (row) => row.name },
    { id: 'provider', header: t('programs.instruction.provider'), value: (row) => row.provider, width: 260 },
    {
      id: 'clearance',
      header: t('programs.resources.clearance'),
      value: (row) => row.clearanceUntil,
      cell: (row) => <Clearance until={row.clearanceUntil} today={today} />,
      width: 200,
    },
    {
      id: 'editions',
      header: t('programs.resources.editions'),
      value: (row) => row.editions,
      width: 150,
      align: 'end',
    },
    {
      id: 'active',
      header: t('programs.column.state'),
      value: (row) => t(row.active ? 'programs.resources.active' : 'programs.resources.inactive'),
      width: 120,
    },
  ]
  return (
    <>
      <DataTable
        name="programs.instructors"
        label={t('programs.resources.instructors')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        search
        countWords="programs.resources.instructorCount"
        isQuiet={(row) => !row.active}
        {...(may('programs.changeInstructor') && { onOpen: setOpen })}
        empty={<Empty title={t('programs.resources.noInstructors')} hint={t('programs.resources.noneHint')} />}
      />
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t('programs.resources.changeInstructor')}
        centered
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {open && <InstructorForm instructor={open} onDone={() => setOpen(null)} />}
      </Modal>
    </>
  )
}

function Clearance({ until, today }: { readonly until: string | null; readonly today: string }) {
  const t = useWords()
  if (!until) return '—'
  const day = formatDay(until, t.language)
  if (until < today) return <Status tone="stop" label={day} reason={t('programs.resources.lapsed')} />
  if (until <= addDays(today, SOON))
    return <Status tone="attention" label={day} reason={t('programs.resources.soon')} />
  return day
}

function Rooms({ rows }: { readonly rows: readonly Room[] | undefined }) {
  const t = useWords()
  const { may } = useSession()
  const [open, setOpen] = useState<Room | null>(null)
  const columns: readonly Column<Room>[] = [
    { id: 'name', header: t('programs.resources.name'), value: (row) => row.name },
    {
      id: 'editions',
      header: t('programs.resources.editions'),
      value: (row) => row.editions,
      width: 150,
      align: 'end',
    },
    {
      id: 'active',
      header: t('programs.column.state'),
      value: (row) => t(row.active ? 'programs.resources.active' : 'programs.resources.inactive'),
      width: 120,
    },
  ]
  return (
    <>
      <DataTable
        name="programs.rooms"
        label={t('programs.resources.rooms')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        search
        countWords="programs.resources.roomCount"
        isQuiet={(row) => !row.active}
        {...(may('programs.changeRoom') && { onOpen: setOpen })}
        empty={<Empty title={t('programs.resources.noRooms')} hint={t('programs.resources.noneHint')} />}
      />
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t('programs.resources.changeRoom')}
        centered
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {open && <RoomForm room={open} onDone={() => setOpen(null)} />}
      </Modal>
    </>
  )
}

function WhoCame() {
  const t = useWords()
  const today = useClock()?.today
  const [by, setBy] = useFilter<'instructor' | 'provider'>('programs.came.by', 'instructor')
  const [period, setPeriod] = useFilter<{ from: string | null; until: string | null }>('programs.came', {
    from: null,
    until: null,
  })
  const from = period.from ?? (today ? addMonths(today, -3) : null)
  const until = period.until ?? today ?? null
  return (
    <>
      <div className={classes.row}>
        <DayField
          label={t('programs.instruction.from')}
          value={from}
          onChange={(day) => setPeriod({ from: day, until })}
        />
        <DayField
          label={t('programs.instruction.until')}
          value={until}
          onChange={(day) => setPeriod({ from, until: day })}
        />
        <SegmentedControl
          mt={25}
          aria-label={t('programs.instruction.by')}
          value={by}
          onChange={(value) => setBy(value === 'provider' ? 'provider' : 'instructor')}
          data={(['instructor', 'provider'] as const).map((value) => ({
            value,
            label: t(`programs.instruction.by.${value}`),
          }))}
        />
      </div>
      <p className={classes.hint}>{t('programs.instruction.hint')}</p>
      {from && until && from <= until && <InstructionTable by={by} from={from} until={until} />}
    </>
  )
}
