/** The week of every room at once, as the printed week has it: rooms down, days across. */
import { Table } from '@mantine/core'
import type { Output } from '../../../shared/contract'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type { SpecialDayFacts } from '../../../shared/contract/timetable.contract'
import type { WeekSession } from '../../../shared/contract/week.contract'
import { addDays, daysFromTo, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { NOTHING } from '../../ui/Facts'
import type { OpenSession } from './SessionDrawer'
import { SessionEntry } from './SessionEntry'
import classes from './timetable.module.css'
import { columnDay } from './week-words'

/** What the field of rooms holds for all of them. */
export const ALL_ROOMS = 'all'

interface AllRoomsProps {
  readonly monday: CivilDate
  readonly rooms: Output<'timetable.picks'>
  readonly sessions: readonly WeekSession[]
  readonly clashes: readonly ClashFacts[]
  readonly specialDays: readonly SpecialDayFacts[]
  readonly onOpen: (session: OpenSession) => void
}

export function AllRooms({ monday, rooms, sessions, clashes, specialDays, onOpen }: AllRoomsProps) {
  const t = useWords()
  const weekend = sessions.some((session) => weekdayOf(session.day) > 5)
  const days = daysFromTo(monday, addDays(monday, weekend ? 6 : 4))
  if (rooms.length === 0) return <Empty title={t('timetable.empty')} hint={t('timetable.emptyHint')} />
  const noticesOf = (day: CivilDate) => specialDays.filter((special) => special.day === day)
  return (
    <div className={classes.allRooms}>
      <Table aria-label={t('timetable.pick.allRooms')} layout="fixed" verticalSpacing={4} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={96}>
              {t('timetable.session.room')}
            </Table.Th>
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
          {rooms.map((room) => (
            <Table.Tr key={room.id}>
              <Table.Th scope="row">{room.label}</Table.Th>
              {days.map((day) => {
                const held = sessions.filter((session) => session.roomId === room.id && session.day === day)
                return (
                  <Table.Td key={day}>
                    {held.length === 0
                      ? NOTHING
                      : held.map((session) => (
                          <SessionEntry key={session.id} session={session} clashes={clashes} onOpen={onOpen} />
                        ))}
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
