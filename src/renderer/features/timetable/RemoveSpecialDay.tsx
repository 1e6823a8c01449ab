/** Takes a special day away: what it had taken is proposed to be held again, and she chooses which. */
import { Checkbox, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { CalendarDay } from '../../../shared/contract/calendar.contract'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { changeWords } from './SpecialDayConsequences'

interface RemoveProps {
  readonly opened: boolean
  readonly day: CalendarDay
  readonly onClose: () => void
  readonly onRemoved: () => void
}

export function RemoveSpecialDay({ opened, day, onClose, onRemoved }: RemoveProps) {
  const t = useWords()
  const act = useAct('office.removeSpecialDay')
  const preview = useRead('office.previewSpecialDay', { id: day.id, day: null }, { enabled: opened })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const changes = preview.data?.changes ?? []
  const marked = preview.data?.marked ?? 0
  const restore = changes.map(({ session }) => session.id).filter((id) => !left.has(id))
  const toggle = (id: string, on: boolean) => {
    const next = new Set(left)
    if (on) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={t('timetable.special.removeTitle', { title: day.title })}
      consequences={[
        t('timetable.special.removes', { count: restore.length }),
        ...(changes.length > restore.length
          ? [t('timetable.special.staysCancelled', { count: changes.length - restore.length })]
          : []),
        ...(marked > 0 ? [t('timetable.special.marked', { count: marked })] : []),
      ]}
      verb={t('timetable.special.remove')}
      danger
      reason
      pending={act.pending || preview.pending}
      refusals={[...preview.refusals, ...act.refusals]}
      onConfirm={async (reason) => {
        const outcome = await act.run({ id: day.id, version: day.version, reason, restore })
        if (!outcome.ok) return false
        notifications.show({ message: t('timetable.done.specialRemoved', { count: outcome.value.restored }) })
        onRemoved()
        return true
      }}
    >
      {changes.length > 0 && (
        <Checkbox.Group label={t('timetable.special.restore')} value={restore}>
          <Stack gap={6} mt={6}>
            {changes.map((change) => (
              <Checkbox
                key={change.session.id}
                value={change.session.id}
                label={changeWords(change, t)}
                onChange={(event) => toggle(change.session.id, event.currentTarget.checked)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </ConfirmAct>
  )
}
