/** Notes a special day, changes it or takes it away; says before saving what it does to sessions, and for whose cause. */
import { Button, Drawer, Group, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Input } from '../../../shared/contract'
import type { CalendarDay } from '../../../shared/contract/calendar.contract'
import { SPECIAL_EFFECTS, SPECIAL_KINDS, specialEffect, specialKind } from '../../../shared/kernel/special-days'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { TimeField } from '../../ui/TimeField'
import { RemoveSpecialDay } from './RemoveSpecialDay'
import { SpecialDayConsequences } from './SpecialDayConsequences'

/** A day to note (its date is known) or one that stands. */
export type OpenDay = { readonly on: string } | { readonly id: string; readonly on: string }

interface DrawerProps {
  readonly open: OpenDay | null
  readonly onClose: () => void
}

export function SpecialDayDrawer({ open, onClose }: DrawerProps) {
  const t = useWords()
  return (
    <Drawer
      opened={open !== null}
      onClose={onClose}
      title={t(open && 'id' in open ? 'timetable.special.change' : 'timetable.special.add')}
      position="right"
      size={460}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {open &&
        ('id' in open ? (
          <Standing id={open.id} on={open.on} onClose={onClose} />
        ) : (
          <DayForm on={open.on} onClose={onClose} />
        ))}
    </Drawer>
  )
}

function Standing({ id, on, onClose }: { readonly id: string; readonly on: string; readonly onClose: () => void }) {
  const read = useRead('office.calendar', { from: on, until: on })
  const day = read.data?.days.find((each) => each.id === id)
  return (
    <>
      <Refusals of={read.refusals} />
      {day && <DayForm key={day.version} on={on} day={day} onClose={onClose} />}
    </>
  )
}

const TYPING_MS = 250
const BY_KIND = 'by-kind'

interface FormProps {
  readonly on: string
  readonly day?: CalendarDay
  readonly onClose: () => void
}

function DayForm({ on, day: stands, onClose }: FormProps) {
  const t = useWords()
  const form = useDayForm(on, stands)
  const { save, refusals, pending, facts, day } = form
  const error = useFieldRefusal(refusals)
  const [removing, setRemoving] = useState(false)
  const [settled] = useDebouncedValue(day ? { ...facts, day } : null, TYPING_MS)
  const preview = useRead(
    'office.previewSpecialDay',
    { id: stands?.id ?? null, day: settled ?? { ...facts, day: on } },
    { enabled: settled !== null && settled.title !== '' },
  )
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save().then((saved) => saved && onClose())
        }}
      >
        <Stack gap="md">
          <DayField required label={t('timetable.special.day')} value={day} onChange={form.setDay} />
          <TextInput
            required
            data-autofocus
            label={t('timetable.special.title')}
            maxLength={160}
            autoComplete="off"
            value={form.title}
            error={error('title')}
            onChange={(event) => form.setTitle(event.currentTarget.value)}
          />
          <Select
            label={t('timetable.special.kind')}
            allowDeselect={false}
            data={SPECIAL_KINDS.map((value) => ({ value, label: t(`timetable.special.${value}`) }))}
            value={form.kind}
            onChange={(value) => form.setKind(specialKind.parse(value))}
          />
          <Select
            label={t('timetable.special.effect')}
            allowDeselect={false}
            disabled={facts.dormitories !== null}
            description={facts.dormitories === null ? undefined : t('timetable.special.effectDormitories')}
            data={[
              { value: BY_KIND, label: t('timetable.special.effect.byKind') },
              ...SPECIAL_EFFECTS.map((value) => ({ value, label: t(`timetable.special.effect.${value}`) })),
            ]}
            value={form.effect ?? BY_KIND}
            onChange={(value) => form.setEffect(value === BY_KIND ? null : specialEffect.parse(value))}
          />
          <TextInput
            label={t('timetable.special.dormitories')}
            description={t('timetable.special.dormitoriesHint')}
            maxLength={200}
            autoComplete="off"
            value={form.dormitories}
            onChange={(event) => form.setDormitories(event.currentTarget.value)}
          />
          <Group gap="md" align="flex-start">
            <TimeField label={t('timetable.special.from')} w={180} value={form.startsAt} onChange={form.setStartsAt} />
            <TimeField
              label={t('timetable.special.until')}
              value={form.endsAt}
              error={error('endsAt')}
              onChange={form.setEndsAt}
            />
          </Group>
          {preview.data && <SpecialDayConsequences of={preview.data} />}
          <Refusals of={refusals} />
          <Group gap="sm">
            <Button type="submit" loading={pending} disabled={!day || !facts.title}>
              {t(stands ? 'timetable.special.saveChange' : 'timetable.special.save')}
            </Button>
            {stands && (
              <Button variant="default" onClick={() => setRemoving(true)}>
                {t('timetable.special.remove')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      {stands && (
        <RemoveSpecialDay opened={removing} day={stands} onClose={() => setRemoving(false)} onRemoved={onClose} />
      )}
    </>
  )
}

type Facts = Omit<Input<'office.addSpecialDay'>, 'day'>

/** The fields and what saves them: a new day is noted, one that stands is changed. */
function useDayForm(on: string, stands: CalendarDay | undefined) {
  const t = useWords()
  const add = useAct('office.addSpecialDay')
  const change = useAct('office.changeSpecialDay')
  const [day, setDay] = useState<string | null>(stands?.day ?? on)
  const [title, setTitle] = useState(stands?.title ?? '')
  const [kind, setKind] = useState<Facts['kind']>(stands?.kind ?? 'closure')
  const [effect, setEffect] = useState<Facts['effect']>(stands?.effect ?? null)
  const [dormitories, setDormitories] = useState(stands?.dormitories ?? '')
  const [startsAt, setStartsAt] = useState<string | null>(stands?.startsAt ?? null)
  const [endsAt, setEndsAt] = useState<string | null>(stands?.endsAt ?? null)
  const facts: Facts = { title: title.trim(), kind, effect, dormitories: dormitories.trim() || null, startsAt, endsAt }
  const save = async (): Promise<boolean> => {
    if (!day) return false
    const outcome = stands
      ? await change.run({ id: stands.id, version: stands.version, ...facts, day })
      : await add.run({ ...facts, day })
    if (!outcome.ok) return false
    const { cancelled, shortened, restored } = outcome.value
    const told = [
      t(stands ? 'timetable.done.specialChanged' : 'timetable.done.specialNoted'),
      cancelled > 0 && t('timetable.done.cancelledBy', { count: cancelled }),
      shortened > 0 && t('timetable.done.shortenedBy', { count: shortened }),
      restored > 0 && t('timetable.done.restoredBy', { count: restored }),
    ]
    notifications.show({ message: told.filter(Boolean).join(' ') })
    return true
  }
  return {
    day,
    setDay,
    title,
    setTitle,
    kind,
    setKind,
    effect,
    setEffect,
    dormitories,
    setDormitories,
    startsAt,
    setStartsAt,
    endsAt,
    setEndsAt,
    facts,
    save,
    pending: add.pending || change.pending,
    refusals: stands ? change.refusals : add.refusals,
  }
}
