/** A roll keyed in from paper: the paper's order, one letter a mark, its totals asked before anything is kept. */
import { Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { formatDay } from '../../../shared/i18n/format'
import { useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useReserved } from '../../ui/use-reserved'
import { RollForm } from './RollForm'
import type { Roll } from './roll'

export function RollPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const { may } = useSession()
  const { data: roll, refusals, reserved } = useReserved('attendance.roll', 'attendance.sensitiveRoll', { id })
  const session = roll?.session
  return (
    <Page
      title={session ? t('attendance.roll.title', { title: session.title }) : t('attendance.nav')}
      back={
        session
          ? { to: `/attendance/editions/${session.editionId}`, label: session.code }
          : { to: '/attendance', label: t('attendance.nav') }
      }
      subtitle={session && <Where session={session} />}
      primary={
        roll && (
          <>
            {session?.cancelledCause === null && (
              <PaperButton
                variant="default"
                channel="attendance.printDay"
                input={{ id: roll.session.id }}
                label={t('attendance.day.print')}
              />
            )}
            <Neighbours roll={roll} />
          </>
        )
      }
    >
      <Refusals of={refusals} />
      {reserved}
      {roll && session && session.cancelledCause !== null && (
        <Status tone="quiet" label={t('attendance.roll.cancelled', { note: session.cancelledNote ?? '' })} />
      )}
      {roll && roll.isAhead && <Status tone="info" label={t('attendance.roll.ahead')} />}
      {roll && roll.session.id === id && (
        <RollForm
          key={`${id}:${String(roll.version)}`}
          roll={roll}
          readOnly={!may('attendance.saveRoll') || roll.isAhead || session?.cancelledCause !== null}
        />
      )}
    </Page>
  )
}

function Where({ session }: { readonly session: Roll['session'] }) {
  const t = useWords()
  return (
    <>
      {[
        formatDay(session.day, t.language),
        `${session.startsAt}–${session.endsAt}`,
        session.instructor,
        session.room,
      ].join(' · ')}
    </>
  )
}

function Neighbours({ roll }: { readonly roll: Roll }) {
  const t = useWords()
  const go = useGo()
  const open = (id: string | null) => (id ? () => go(`/attendance/rolls/${id}`) : undefined)
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        variant="default"
        leftSection={<IconChevronLeft size={16} aria-hidden />}
        disabled={!roll.previousId}
        onClick={open(roll.previousId)}
      >
        {t('attendance.roll.previous')}
      </Button>
      <Button
        variant="default"
        rightSection={<IconChevronRight size={16} aria-hidden />}
        disabled={!roll.nextId}
        onClick={open(roll.nextId)}
      >
        {t('attendance.roll.next')}
      </Button>
    </Group>
  )
}
