/** The papers of one session: its roster for the workshop, and the passes of its women. */
import { Group } from '@mantine/core'
import type { SessionCard } from '../../../shared/contract/timetable.contract'
import { useWords } from '../../platform/words'
import { PaperButton } from '../../ui/PaperButton'

export function SessionPapers({ session }: { readonly session: SessionCard }) {
  const t = useWords()
  // Without a title she may not know the group, and so not its women either.
  if (session.cancelledCause !== null || session.title === null || session.places === 0) return null
  return (
    <Group gap="sm">
      <PaperButton
        variant="default"
        channel="attendance.printDay"
        input={{ id: session.id }}
        label={t('attendance.day.print')}
      />
      <PaperButton
        variant="default"
        channel="timetable.printPass"
        input={{ day: session.day, sessionId: session.id }}
        label={t('timetable.pass.print')}
      />
    </Group>
  )
}
