/** A roll keyed in from paper: the paper's order, one letter a mark, its totals asked before anything is kept. */
import { ActionIcon, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { SessionState } from '../../../shared/contract/marks'
import { formatDay } from '../../../shared/i18n/format'
import { useFilter, useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { Status, type Tone } from '../../ui/Status'
import { useReserved } from '../../ui/use-reserved'
import { NotHeld } from './NotHeld'
import { RollForm } from './RollForm'
import { Scans } from './Scans'
import { ToolsCount } from './ToolsCount'
import type { Roll } from './roll'
import classes from './attendance.module.css'

const TONES: Readonly<Record<SessionState, Tone>> = {
  planned: 'info',
  'under-way': 'info',
  'awaiting-roll': 'attention',
  closed: 'done',
  cancelled: 'quiet',
  'made-up': 'quiet',
}
/** Once it has begun it can no longer be cancelled ahead, only be said not to have been held. */
const HELD: readonly SessionState[] = ['under-way', 'awaiting-roll', 'closed']

/** Without a count it is not closed, whole as its marks may be. */
const UNCOUNTED: readonly Roll['tools']['state'][] = ['not-counted', 'out']

export function RollPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const { may } = useSession()
  const [saved, setSaved] = useState<string | null>(null)
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
      subtitle={roll && <Where roll={roll} />}
      primary={
        roll && (
          <>
            {HELD.includes(roll.state) && !roll.monthClosed && may('attendance.notHeld') && <NotHeld roll={roll} />}
            {roll.session.cancelledCause === null && (
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
      {roll && <NewerSheet roll={roll} />}
      {roll?.monthClosed && <Status tone="attention" label={t('attendance.roll.closed')} />}
      {session && session.cancelledCause !== null && (
        <Status tone="quiet" label={t('attendance.roll.cancelled', { note: session.cancelledNote ?? '' })} />
      )}
      {roll && roll.isAhead && <Status tone="info" label={t('attendance.roll.ahead')} />}
      {roll && roll.session.id === id && (
        <div className={classes.rollBody}>
          <RollForm
            key={`${id}:${String(roll.version)}`}
            roll={roll}
            readOnly={!may('attendance.saveRoll') || roll.isAhead || roll.session.cancelledCause !== null}
            saved={saved === id}
            onSaved={() => setSaved(id)}
          />
          <ToolsCount roll={roll} />
          <Scans roll={roll} />
        </div>
      )}
    </Page>
  )
}

function Where({ roll }: { readonly roll: Roll }) {
  const t = useWords()
  const { session, state, tools } = roll
  return (
    <Group gap="md">
      <span>
        {[
          formatDay(session.day, t.language),
          `${session.startsAt}–${session.endsAt}`,
          session.instructor,
          session.room,
        ].join(' · ')}
      </span>
      <Status tone={TONES[state]} label={t(`attendance.state.${state}`)} />
      {HELD.includes(state) && UNCOUNTED.includes(tools.state) && (
        <Status tone="attention" label={t('attendance.tools.missing')} />
      )}
    </Group>
  )
}

/** She came with the folio of a sheet that has been printed anew: the one in her hand may lack women. */
function NewerSheet({ roll }: { readonly roll: Roll }) {
  const t = useWords()
  const [typed] = useFilter<string | null>('attendance.folio', null)
  if (!typed || !roll.folio || !typed.startsWith(`${roll.session.id} `)) return null
  return <Status tone="attention" label={t('attendance.roll.newer', { folio: typed.split(' ')[1] ?? roll.folio })} />
}

function Neighbours({ roll }: { readonly roll: Roll }) {
  const t = useWords()
  const go = useGo()
  const open = (id: string | null) => (id ? () => go(`/attendance/rolls/${id}`) : undefined)
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('attendance.roll.previous')}
        title={t('attendance.roll.previous')}
        disabled={!roll.previousId}
        onClick={open(roll.previousId)}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('attendance.roll.next')}
        title={t('attendance.roll.next')}
        disabled={!roll.nextId}
        onClick={open(roll.nextId)}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
