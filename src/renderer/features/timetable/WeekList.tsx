/** The week of a dormitory day by day: many groups take women of one dormitory at one hour, and each must be read. */
import { Table } from '@mantine/core'
import type { Output } from '../../../shared/contract'
import { addDays, daysFromTo, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { useWords } from '../../platform/words'
import { NOTHING } from '../../ui/Facts'
import type { OpenSession } from './SessionDrawer'
import { SessionEntry } from './SessionEntry'
import classes from './timetable.module.css'
import { linesOf, type Layer } from './week-events'
import { columnDay } from './week-words'

interface ListProps {
  readonly monday: CivilDate
  readonly label: string
  readonly week: Output<'timetable.week'>
  readonly layers: readonly Layer[]
  readonly onOpen: (session: OpenSession) => void
}

export function WeekList({ monday, label, week, layers, onOpen }: ListProps) {
  const t = useWords()
  const weekend = [...week.sessions, ...week.appointments].some((each) => weekdayOf(each.day) > 5)
  const days = daysFromTo(monday, addDays(monday, weekend ? 6 : 4))
  const noticesOf = (day: CivilDate) =>
    layers.includes('special') ? week.specialDays.filter((special) => special.day === day) : []
  return (
    <div className={classes.allRooms}>
      <Table aria-label={label} layout="fixed" verticalSpacing={4} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {days.map((day) => (
              <Table.Th key={day} scope="col">
                {columnDay(day, t)}
                {noticesOf(day).map((special) => (
                  <span key={special.id} className={classes.notice}>
                    {special.title}
                  </span>
                ))}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            {days.map((day) => {
              const lines = linesOf(week, layers, day, t)
              return (
                <Table.Td key={day}>
                  {lines.length === 0 && NOTHING}
                  {lines.map((line) =>
                    'session' in line ? (
                      <SessionEntry key={line.id} session={line.session} clashes={week.clashes} onOpen={onOpen} />
                    ) : (
                      <span key={line.id} className={classes.roomEntry} data-beside>
                        <span className={classes.time}>
                          {line.startsAt}–{line.endsAt ?? ''}
                        </span>
                        <span className={classes.why}>{line.text}</span>
                      </span>
                    ),
                  )}
                </Table.Td>
              )
            })}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </div>
  )
}
