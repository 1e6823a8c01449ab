/** Everything that collides in some days: how grave, whose, both sides, why; each row opens what can be done. */
import { Button, Drawer, Select, Stack } from '@mantine/core'
import { IconArrowsShuffle, IconWalk } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { CLASH_KINDS, CLASH_LEVELS, type ClashFacts, type ClashLevel } from '../../../shared/contract/clash-facts'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { addDays, mondayOf } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { sideWords, TONE_OF_LEVEL, whoseWords, whyWords } from '../../ui/clash-words'
import { Clashes } from '../../ui/Clashes'
import { DataTable, type Column } from '../../ui/DataTable'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { Figures } from '../../ui/Figures'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { SessionDrawer } from './SessionDrawer'
import { WalksDrawer } from './WalksDrawer'

export function ClashesPage() {
  const today = useClock()?.today
  return today ? <ClashTable today={today} /> : null
}

const ALL = 'all'
type Level = ClashLevel | typeof ALL

function ClashTable({ today }: { readonly today: string }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const monday = mondayOf(today)
  const [from, setFrom] = useFilter<string>('timetable.clashes.from', monday)
  const [until, setUntil] = useFilter<string>('timetable.clashes.until', addDays(monday, 6))
  const [kind, setKind] = useFilter<string>('timetable.clashes.kind', ALL)
  const [level, setLevel] = useFilter<Level>('timetable.clashes.level', ALL)
  const [open, setOpen] = useState<ClashFacts | null>(null)
  const [session, setSession] = useState<string | null>(null)
  const [walks, setWalks] = useState(false)
  const read = useRead('timetable.clashes', { from, until }, { enabled: from <= until })
  const columns = useMemo(() => columnsOf(t), [t])
  const ofKind = read.data?.filter((clash) => kind === ALL || clash.kind === kind)
  const count = (of: Level) => (ofKind ?? []).filter((clash) => of === ALL || clash.level === of).length
  return (
    <Page
      title={t('timetable.clashes.page')}
      back={{ to: '/timetable', label: t('timetable.nav') }}
      primary={
        <>
          <Button variant="default" leftSection={<IconWalk size={18} aria-hidden />} onClick={() => setWalks(true)}>
            {t('timetable.walk.title')}
          </Button>
          {may('timetable.freeSlots') && (
            <Button
              leftSection={<IconArrowsShuffle size={18} aria-hidden />}
              onClick={() => go('/timetable/free-slots')}
            >
              {t('timetable.slots.page')}
            </Button>
          )}
        </>
      }
      filters={
        <>
          <DayField label={t('timetable.slots.from')} value={from} onChange={(day) => day && setFrom(day)} />
          <DayField label={t('timetable.slots.until')} value={until} onChange={(day) => day && setUntil(day)} />
          <Select
            label={t('timetable.clash.what')}
            allowDeselect={false}
            w={190}
            data={[
              { value: ALL, label: t('timetable.clashes.allKinds') },
              ...CLASH_KINDS.map((value) => ({ value, label: t(`timetable.clash.${value}`) })),
            ]}
            value={kind}
            onChange={(value) => setKind(value ?? ALL)}
          />
        </>
      }
    >
      <Refusals of={read.refusals} />
      <Figures
        label={t('timetable.clash.level')}
        chosen={level}
        onChoose={setLevel}
        of={([...CLASH_LEVELS, ALL] as const).map((each) => ({
          id: each,
          label: each === ALL ? t('timetable.clashes.allLevels') : t(`timetable.clash.level.${each}`),
          value: count(each),
          tone: each === 'block' && count(each) > 0 ? ('stop' as const) : undefined,
        }))}
      />
      <DataTable<ClashFacts>
        name="timetable.clashes"
        label={t('timetable.clashes.page')}
        columns={columns}
        rows={ofKind?.filter((clash) => level === ALL || clash.level === level)}
        rowKey={(clash) => clash.key}
        onOpen={setOpen}
        search={t('timetable.clashes.search')}
        countWords="timetable.clash.many"
        isQuiet={(clash) => clash.level === 'info'}
        empty={<Empty title={t('timetable.clashes.empty')} hint={t('timetable.clashes.emptyHint')} />}
      />
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size={440}
        title={open ? `${t(`timetable.clash.${open.kind}`)} · ${formatDay(open.day, t.language)}` : ''}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {open && (
          <WhatToDo
            clash={open}
            onSession={(id) => {
              setOpen(null)
              setSession(id)
            }}
          />
        )}
      </Drawer>
      <SessionDrawer open={session ? { id: session } : null} onClose={() => setSession(null)} />
      <WalksDrawer opened={walks} onClose={() => setWalks(false)} />
    </Page>
  )
}

function columnsOf(t: Words): readonly Column<ClashFacts>[] {
  return [
    {
      id: 'level',
      header: t('timetable.clash.level'),
      width: 130,
      value: (clash) => CLASH_LEVELS.indexOf(clash.level),
      cell: (clash) => <Status tone={TONE_OF_LEVEL[clash.level]} label={t(`timetable.clash.level.${clash.level}`)} />,
    },
    {
      id: 'day',
      header: t('timetable.appointment.day'),
      width: 135,
      value: (clash) => `${clash.day} ${clash.from}`,
      cell: (clash) => formatDay(clash.day, t.language),
    },
    {
      id: 'time',
      header: t('timetable.appointment.when'),
      width: 105,
      value: (clash) =>
        clash.from === clash.until ? clash.from : t('timetable.clash.span', { from: clash.from, until: clash.until }),
    },
    {
      id: 'kind',
      header: t('timetable.clash.what'),
      width: 110,
      value: (clash) => t(`timetable.clash.${clash.kind}`),
    },
    { id: 'whose', header: t('timetable.clash.whose'), width: 210, value: (clash) => whoseWords(clash, t) },
    {
      id: 'sides',
      header: t('timetable.clash.sides'),
      value: (clash) => t('timetable.clash.sentence', { a: sideWords(clash.a, t), b: sideWords(clash.b, t) }),
    },
    { id: 'why', header: t('timetable.clash.why'), width: 220, value: (clash) => whyWords(clash, t) },
  ]
}

/** The clash in full, and where each side can be changed. */
function WhatToDo({ clash, onSession }: { readonly clash: ClashFacts; readonly onSession: (id: string) => void }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const record = clash.kind === 'child' ? '/children' : '/people'
  const sessions = [clash.a, clash.b].filter((side) => side.sessionId !== null)
  return (
    <Stack gap="md">
      <Clashes clashes={[clash]} none="" />
      {(['woman', 'care', 'child'] as const).some((kind) => kind === clash.kind) && clash.resourceId && (
        <RecordLink to={record} id={clash.resourceId}>
          {whoseWords(clash, t)}
        </RecordLink>
      )}
      <Stack gap="xs" align="flex-start">
        {[clash.a, clash.b].map((side, i) => (
          <div key={i}>
            {side.sessionId && (
              <Button variant="default" onClick={() => side.sessionId && onSession(side.sessionId)}>
                {t('timetable.clash.openSession')}: {sideWords(side, t)}
              </Button>
            )}
            {side.appointmentId && (
              <Button variant="default" onClick={() => go(`/timetable/appointments/${side.appointmentId ?? ''}`)}>
                {t('timetable.appointment.change')}: {sideWords(side, t)}
              </Button>
            )}
            {side.outingId && (
              <Button variant="default" onClick={() => go(`/outings/${side.outingId ?? ''}`)}>
                {t('timetable.clash.openOuting')}: {sideWords(side, t)}
              </Button>
            )}
          </div>
        ))}
        {may('timetable.freeSlots') &&
          sessions.map((side) => (
            <Button
              key={side.sessionId}
              variant="subtle"
              leftSection={<IconArrowsShuffle size={18} aria-hidden />}
              onClick={() => go(`/timetable/free-slots/${side.sessionId ?? ''}`)}
            >
              {t('timetable.clash.alternatives')}: {sideWords(side, t)}
            </Button>
          ))}
      </Stack>
    </Stack>
  )
}
