/** When something happened before it is written down: its own day and hour, and why so late. */
import { Checkbox, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { TimeField } from '../../ui/TimeField'

export interface Earlier {
  readonly day: string
  readonly time: string
  readonly reason: string
}

/** `undefined`: it happens now. `null`: it happened earlier, and something is still to be filled in. */
export type Told = Earlier | null | undefined

export function GateEarlier({ onChange }: { readonly onChange: (told: Told) => void }) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState<string | null>(today)
  const [time, setTime] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const tell = (is: { day: string | null; time: string | null; reason: string }) => {
    setDay(is.day)
    setTime(is.time)
    setReason(is.reason)
    const { day: on, time: at } = is
    onChange(on && at && is.reason.trim() ? { day: on, time: at, reason: is.reason.trim() } : null)
  }
  return (
    <div>
      <Checkbox
        label={t('outings.gate.earlier')}
        checked={open}
        onChange={(event) => {
          const checked = event.currentTarget.checked
          setOpen(checked)
          if (checked) tell({ day: day ?? today, time, reason })
          else onChange(undefined)
        }}
      />
      {open && (
        <Group align="flex-end" gap="sm" mt={8} wrap="nowrap">
          <DayField
            label={t('outings.gate.earlierDay')}
            value={day}
            onChange={(next) => tell({ day: next, time, reason })}
          />
          <TimeField
            label={t('outings.gate.earlierTime')}
            value={time}
            onChange={(next) => tell({ day, time: next, reason })}
          />
          <TextInput
            flex={1}
            label={t('outings.gate.earlierWhy')}
            maxLength={200}
            value={reason}
            onChange={(event) => tell({ day, time, reason: event.currentTarget.value })}
          />
        </Group>
      )}
    </div>
  )
}
