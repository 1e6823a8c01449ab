/** When a group could meet: who and how long, which room and instructor, on which days; the best slots first. */
import { Button, Drawer, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract'
import type { ClashSide } from '../../../shared/contract/clash-facts'
import type { FreeSlot } from '../../../shared/contract/clashes.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { addDays, minutesOf } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useFilter, useRouteParam } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { whyWords } from '../../ui/clash-words'
import { Clashes } from '../../ui/Clashes'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { FreeSlotFields, wishOf, type SlotForm } from './FreeSlotFields'
import { UseSlot } from './UseSlot'
import classes from './timetable.module.css'

type Wish = Input<'timetable.freeSlots'>
type Session = Output<'timetable.session'>['session']

/** On its own it asks who; with a session in the address it looks for another hour for that one. */
export function FreeSlotsPage() {
  const id = useRouteParam('id')
  const today = useClock()?.today
  const read = useRead('timetable.session', { id }, { enabled: id !== '' })
  if (!today || (id && !read.data && read.refusals.length === 0)) return null
  return <FreeSlots key={id} today={today} session={read.data?.session ?? null} />
}

const emptyForm = (today: string): SlotForm => ({
  from: 'edition',
  editionId: null,
  text: '',
  roomId: null,
  instructorId: null,
  minutes: 120,
  since: addDays(today, 1),
  until: addDays(today, 14),
  weekdays: [1, 2, 3, 4, 5],
  opensAt: '09:00',
  closesAt: '17:00',
  least: 1,
})

const formOf = (session: Session, today: string): SlotForm => ({
  ...emptyForm(today),
  editionId: session.editionId,
  roomId: session.roomId,
  instructorId: session.instructorId,
  minutes: minutesOf(session.endsAt) - minutesOf(session.startsAt),
  since: session.day > today ? session.day : today,
  until: addDays(session.day > today ? session.day : today, 13),
})

function FreeSlots({ today, session }: { readonly today: string; readonly session: Session | null }) {
  const t = useWords()
  const [form, setForm] = useFilter<SlotForm>(
    `timetable.slots:${session?.id ?? ''}`,
    session ? formOf(session, today) : emptyForm(today),
  )
  const [asked, setAsked] = useState<Wish | null>(() => (session ? wishOf(form, session.id) : null))
  const [open, setOpen] = useState<FreeSlot | null>(null)
  const read = useRead('timetable.freeSlots', asked ?? NOBODY, { enabled: asked !== null })
  const found = asked ? read.data : undefined
  const wish = wishOf(form, session?.id)
  return (
    <Page
      title={t('timetable.slots.page')}
      subtitle={
        session &&
        `${session.title ?? t('timetable.neutral')} · ${formatDay(session.day, t.language)}, ${session.startsAt}–${session.endsAt}`
      }
      back={{ to: '/timetable', label: t('timetable.nav') }}
    >
      <div className={classes.slots}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (wish) setAsked(wish)
          }}
        >
          <Stack gap="sm">
            <FreeSlotFields
              form={form}
              fixed={session !== null}
              onChange={(change) => setForm({ ...form, ...change })}
            />
            <Button type="submit" disabled={!wish} loading={asked !== null && read.pending}>
              {t('timetable.slots.find')}
            </Button>
          </Stack>
        </form>
        <div className={classes.slotsFound}>
          <Refusals of={read.refusals} />
          {!asked && <Empty title={t('timetable.slots.first')} hint={t('timetable.slots.firstHint')} />}
          {found && found.unknown.length > 0 && (
            <Status tone="attention" label={t('timetable.slots.unknown', { lines: found.unknown.join(' · ') })} />
          )}
          {found && (
            <p className={classes.soft}>{t('timetable.slots.leftOut', { looked: found.looked, ...found.leftOut })}</p>
          )}
          {asked && (
            <DataTable<FreeSlot>
              name="timetable.slots"
              label={t('timetable.slots.page')}
              columns={columnsOf(t, found?.women.length ?? 0)}
              rows={found?.slots}
              rowKey={(slot) => `${slot.day} ${slot.startsAt}`}
              onOpen={setOpen}
              countWords="timetable.slots.count"
              empty={<Empty title={t('timetable.slots.empty')} hint={t('timetable.slots.emptyHint')} />}
            />
          )}
        </div>
      </div>
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size={460}
        title={open ? slotWords(open, t) : ''}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {open && found && (
          <Stack gap="md">
            <SlotFacts slot={open} all={found.women.length} />
            {form.from === 'edition' && form.editionId && (
              <UseSlot
                slot={open}
                editionId={form.editionId}
                roomId={form.roomId}
                instructorId={form.instructorId}
                session={session}
              />
            )}
          </Stack>
        )}
      </Drawer>
    </Page>
  )
}

/** Never asked: a question needs some shape while nothing has been asked yet. */
const NOBODY: Wish = {
  women: { from: 'list', text: '' },
  roomId: null,
  instructorId: null,
  minutes: 60,
  from: '2026-01-01',
  until: '2026-01-01',
  weekdays: [1],
  opensAt: '09:00',
  closesAt: '10:00',
  least: 0,
}

const slotWords = (slot: FreeSlot, t: Words): string =>
  `${formatDay(slot.day, t.language)}, ${slot.startsAt}–${slot.endsAt}`

function columnsOf(t: Words, all: number): readonly Column<FreeSlot>[] {
  return [
    {
      id: 'when',
      header: t('timetable.slots.when'),
      width: 230,
      value: (slot) => `${slot.day} ${slot.startsAt}`,
      cell: (slot) => slotWords(slot, t),
    },
    {
      id: 'free',
      header: t('timetable.slots.who'),
      width: 150,
      value: (slot) => slot.free,
      cell: (slot) => (
        <Status
          tone={slot.free === all ? 'done' : 'info'}
          label={t('timetable.slots.free', { free: slot.free, all })}
        />
      ),
    },
    {
      id: 'taken',
      header: t('timetable.slots.hard'),
      value: (slot) => slot.taken.map((woman) => woman.who).join('; '),
    },
    {
      id: 'others',
      header: t('timetable.clash.level.warn'),
      width: 200,
      value: (slot) => slot.others.map((clash) => whyWords(clash, t)).join('; '),
    },
  ]
}

/** The session that would be has no room of its own yet in words; one that may not be named beside a woman has. */
const isAhead = (side: ClashSide): boolean => side.is === 'session' && side.sessionId === null && side.room === ''

function SlotFacts({ slot, all }: { readonly slot: FreeSlot; readonly all: number }) {
  const t = useWords()
  return (
    <>
      <Status tone={slot.free === all ? 'done' : 'info'} label={t('timetable.slots.free', { free: slot.free, all })} />
      {slot.taken.length > 0 && (
        <section aria-label={t('timetable.slots.notFree')}>
          <h2 className={classes.asideTitle}>{t('timetable.slots.notFree')}</h2>
          <Clashes
            clashes={slot.taken.flatMap((woman) =>
              woman.clashes.map((clash) => ({ ...clash, key: `${woman.id} ${clash.key}`, resource: woman.who })),
            )}
            none=""
            isOwn={isAhead}
          />
        </section>
      )}
      {slot.others.length > 0 && <Clashes clashes={slot.others} none="" isOwn={isAhead} />}
    </>
  )
}
