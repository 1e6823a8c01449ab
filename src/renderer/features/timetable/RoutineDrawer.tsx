/** A routine of the week: noted, changed from a day on, or ended. What was before that day stays as it was. */
import { Button, Chip, Drawer, Group, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { RoutineSeries } from '../../../shared/contract/calendar.contract'
import { longWeekday } from '../../../shared/i18n/format'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import { ROUTINE_KINDS, routineKind, type RoutineKind } from '../../../shared/kernel/special-days'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { TimeField } from '../../ui/TimeField'

interface DrawerProps {
  /** A routine to change, or `new`. */
  readonly open: RoutineSeries | 'new' | null
  readonly today: CivilDate
  readonly onClose: () => void
}

export function RoutineDrawer({ open, today, onClose }: DrawerProps) {
  const t = useWords()
  return (
    <Drawer
      opened={open !== null}
      onClose={onClose}
      title={t(open === 'new' ? 'timetable.routine.add' : 'timetable.routine.change')}
      position="right"
      size={460}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {open && <RoutineForm routine={open === 'new' ? undefined : open} today={today} onClose={onClose} />}
    </Drawer>
  )
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const
const WORKDAYS = ['1', '2', '3', '4', '5']

interface FormProps {
  readonly routine: RoutineSeries | undefined
  readonly today: CivilDate
  readonly onClose: () => void
}

function RoutineForm({ routine, today, onClose }: FormProps) {
  const t = useWords()
  const add = useAct('office.addRoutine')
  const change = useAct('office.changeRoutine')
  const refusals = routine ? change.refusals : add.refusals
  const error = useFieldRefusal(refusals)
  const [kind, setKind] = useState<RoutineKind>(routine?.kind ?? 'count')
  const [title, setTitle] = useState(routine?.title ?? '')
  const [weekdays, setWeekdays] = useState<string[]>(routine?.weekdays.map(String) ?? WORKDAYS)
  const [startsAt, setStartsAt] = useState<string | null>(routine?.startsAt ?? null)
  const [endsAt, setEndsAt] = useState<string | null>(routine?.endsAt ?? null)
  const [dormitories, setDormitories] = useState(routine?.dormitories ?? '')
  const [from, setFrom] = useState<string | null>(today)
  const [until, setUntil] = useState<string | null>(routine?.validUntil ?? null)
  const [ending, setEnding] = useState(false)
  const named = title.trim() || t(`timetable.routine.kind.${kind}`)
  const ready = startsAt && endsAt && from && weekdays.length > 0
  const save = async () => {
    if (!startsAt || !endsAt || !from) return
    const written = {
      kind,
      title: named,
      dormitories: dormitories.trim() || null,
      weekdays: weekdays.map(Number),
      startsAt,
      endsAt,
      validUntil: until,
    }
    const outcome = routine
      ? await change.run({ ...written, id: routine.id, from })
      : await add.run({ ...written, validFrom: from })
    if (!outcome.ok) return
    notifications.show({ message: t('timetable.routine.saved') })
    onClose()
  }
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack gap="md">
          <Select
            data-autofocus
            label={t('timetable.special.kind')}
            allowDeselect={false}
            data={ROUTINE_KINDS.map((value) => ({ value, label: t(`timetable.routine.kind.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(routineKind.parse(value))}
          />
          <TextInput
            label={t('timetable.routine.name')}
            description={t('timetable.routine.nameHint')}
            maxLength={80}
            autoComplete="off"
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Chip.Group multiple value={weekdays} onChange={setWeekdays}>
            <Group gap={6} role="group" aria-label={t('timetable.routine.weekdays')}>
              {WEEK.map((weekday) => (
                <Chip key={weekday} size="sm" value={String(weekday)}>
                  {longWeekday(weekday, t.language)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <Group gap="md" align="flex-start">
            <TimeField required label={t('timetable.session.from')} value={startsAt} onChange={setStartsAt} />
            <TimeField
              required
              label={t('timetable.session.until')}
              value={endsAt}
              error={error('endsAt')}
              onChange={setEndsAt}
            />
          </Group>
          <TextInput
            label={t('timetable.special.dormitories')}
            description={t('timetable.special.dormitoriesHint')}
            maxLength={200}
            autoComplete="off"
            value={dormitories}
            onChange={(event) => setDormitories(event.currentTarget.value)}
          />
          <Group gap="md" align="flex-start">
            <DayField
              required
              label={t(routine ? 'timetable.routine.changeFrom' : 'timetable.routine.from')}
              value={from}
              onChange={setFrom}
            />
            <DayField
              label={t('timetable.routine.until')}
              value={until}
              error={error('validUntil')}
              onChange={setUntil}
            />
          </Group>
          <Refusals of={refusals} />
          <Group gap="sm">
            <Button type="submit" loading={add.pending || change.pending} disabled={!ready}>
              {t(routine ? 'timetable.routine.saveChange' : 'timetable.routine.save')}
            </Button>
            {routine && (
              <Button variant="default" onClick={() => setEnding(true)}>
                {t('timetable.routine.end')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      {routine && (
        <EndRoutine
          opened={ending}
          routine={routine}
          today={today}
          onClose={() => setEnding(false)}
          onEnded={onClose}
        />
      )}
    </>
  )
}

function EndRoutine({
  opened,
  routine,
  today,
  onClose,
  onEnded,
}: {
  readonly opened: boolean
  readonly routine: RoutineSeries
  readonly today: CivilDate
  readonly onClose: () => void
  readonly onEnded: () => void
}) {
  const t = useWords()
  const act = useAct('office.endRoutine')
  const [lastDay, setLastDay] = useState<string | null>(addDays(today, -1))
  const neverHeld = lastDay !== null && lastDay < routine.validFrom
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={t('timetable.routine.endTitle', { title: routine.title })}
      consequences={[t(neverHeld ? 'timetable.routine.removed' : 'timetable.routine.ends')]}
      verb={t('timetable.routine.end')}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async (reason) => {
        if (!lastDay) return false
        const outcome = await act.run({ id: routine.id, lastDay, reason })
        if (!outcome.ok) return false
        notifications.show({ message: t('timetable.routine.saved') })
        onEnded()
        return true
      }}
    >
      <DayField required label={t('timetable.routine.lastDay')} value={lastDay} onChange={setLastDay} />
    </ConfirmAct>
  )
}
