/** One session: what it is, what it collides with, and the acts on it. */
import { Button, Drawer, Group, Stack } from '@mantine/core'
import { IconArrowsMove, IconBan, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { CancelForm, MoveForm, RestoreForm, type Span } from './SessionActs'
import { SessionPapers } from './SessionPapers'
import { SessionClashes } from './SessionClashes'
import classes from './timetable.module.css'

export interface OpenSession {
  readonly id: string
  /** Where it was dragged to: the drawer opens on the move, which shows what it would collide with. */
  readonly moveTo?: Span
}

export function SessionDrawer({ open, onClose }: { readonly open: OpenSession | null; readonly onClose: () => void }) {
  const t = useWords()
  return (
    <Drawer
      opened={open !== null}
      onClose={onClose}
      title={t('timetable.session.title')}
      position="right"
      size={440}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {open && (
        <Content
          key={`${open.id} ${open.moveTo?.day ?? ''} ${open.moveTo?.startsAt ?? ''}`}
          open={open}
          onClose={onClose}
        />
      )}
    </Drawer>
  )
}

type Doing = 'look' | 'cancel' | 'move' | 'restore'

function Content({ open, onClose }: { readonly open: OpenSession; readonly onClose: () => void }) {
  const read = useRead('timetable.session', { id: open.id })
  const [doing, setDoing] = useState<Doing>(open.moveTo ? 'move' : 'look')
  const session = read.data?.session
  const back = () => setDoing('look')
  return (
    <Stack gap="md">
      <Refusals of={read.refusals} />
      {read.data && session && (
        <>
          <About facts={read.data} />
          {doing === 'look' && <SessionPapers session={session} />}
          {doing === 'look' && <Acts session={session} setDoing={setDoing} />}
          {doing === 'cancel' && <CancelForm session={session} onBack={back} onDone={onClose} />}
          {doing === 'restore' && <RestoreForm session={session} onBack={back} onDone={onClose} />}
          {doing === 'move' && (
            <MoveForm session={session} to={open.moveTo ?? session} onBack={back} onDone={onClose} />
          )}
        </>
      )}
    </Stack>
  )
}

function About({ facts }: { readonly facts: Output<'timetable.session'> }) {
  const t = useWords()
  const { may } = useSession()
  const { session, clashes } = facts
  return (
    <>
      <div>
        <h2 className={classes.drawerTitle}>{session.title ?? t('timetable.neutral')}</h2>
        {session.code && may('programs.edition') && (
          <RecordLink to="/programs" id={session.editionId}>
            {session.code} · {t('timetable.session.open')}
          </RecordLink>
        )}
        {session.code && may('timetable.arrangement') && (
          <div>
            <RecordLink to={`/programs/${session.editionId}/sessions`} id={session.id}>
              {t(session.cancelledCause ? 'timetable.session.makeUp' : 'timetable.session.arrange')}
            </RecordLink>
          </div>
        )}
      </div>
      {session.cancelledCause && (
        <Status
          tone="attention"
          label={t('timetable.session.cancelledBy', { cause: t(`timetable.cause.${session.cancelledCause}`) })}
          reason={session.cancelledNote}
        />
      )}
      <Facts>
        <Fact label={t('timetable.session.when')} wide>
          {formatDay(session.day, t.language)}, {session.startsAt}–{session.endsAt}
        </Fact>
        <Fact label={t('timetable.session.room')}>{session.room}</Fact>
        <Fact label={t('timetable.session.instructor')}>{session.instructor}</Fact>
        <Fact label={t('timetable.session.places')}>{session.places}</Fact>
        <Fact label={t('timetable.session.marks')}>
          {session.marks === 0
            ? t('timetable.session.noMarks')
            : t('timetable.session.marksOf', { marks: session.marks })}
        </Fact>
        {session.cancelledNote && (
          <Fact label={t('timetable.session.note')} wide>
            {session.cancelledNote}
          </Fact>
        )}
      </Facts>
      {!session.cancelledCause && (
        <SessionClashes clashes={clashes} sessionId={session.id} none={t('timetable.session.noClash')} />
      )}
    </>
  )
}

function Acts({
  session,
  setDoing,
}: {
  readonly session: Output<'timetable.session'>['session']
  readonly setDoing: (doing: Doing) => void
}) {
  const t = useWords()
  const { may } = useSession()
  if (!may('timetable.cancel')) return null
  if (session.marks > 0)
    return (
      <p className={classes.soft}>
        {t('timetable.session.hasMarks')}{' '}
        {may('attendance.roll') && (
          <RecordLink to="/attendance/rolls" id={session.id}>
            {t('timetable.session.openRoll')}
          </RecordLink>
        )}
      </p>
    )
  return (
    <Group gap="sm">
      {session.cancelledCause ? (
        <Button
          variant="default"
          leftSection={<IconRestore size={18} aria-hidden />}
          onClick={() => setDoing('restore')}
        >
          {t('timetable.session.restore')}
        </Button>
      ) : (
        <>
          <Button
            variant="default"
            leftSection={<IconArrowsMove size={18} aria-hidden />}
            onClick={() => setDoing('move')}
          >
            {t('timetable.session.move')}
          </Button>
          <Button variant="default" leftSection={<IconBan size={18} aria-hidden />} onClick={() => setDoing('cancel')}>
            {t('timetable.session.cancel')}
          </Button>
        </>
      )}
    </Group>
  )
}
