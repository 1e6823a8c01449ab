/** Prints the movement list of one day of the week shown, or who arrives where on it. */
import { Group, Select } from '@mantine/core'
import { useState } from 'react'
import { addDays, daysFromTo, type CivilDate } from '../../../shared/kernel/civil-date'
import { useWords } from '../../platform/words'
import { PaperButton } from '../../ui/PaperButton'
import { columnDay } from './Week'

export function MovementsButton({ monday, today }: { readonly monday: CivilDate; readonly today: CivilDate }) {
  const t = useWords()
  const days = daysFromTo(monday, addDays(monday, 6))
  const [chosen, setChosen] = useState(today)
  const day = days.includes(chosen) ? chosen : days.includes(today) ? today : monday
  return (
    <Group gap={4} wrap="nowrap">
      <Select
        aria-label={t('timetable.print.movementsDay')}
        w={128}
        allowDeselect={false}
        data={days.map((value) => ({ value, label: columnDay(value, t) }))}
        value={day}
        onChange={(value) => setChosen(value ?? today)}
      />
      <PaperButton
        variant="default"
        channel="timetable.printMovements"
        input={{ day }}
        label={t('timetable.print.movements')}
      />
      <PaperButton
        variant="default"
        channel="timetable.printArrivals"
        input={{ day }}
        label={t('timetable.arrivals.print')}
      />
    </Group>
  )
}
