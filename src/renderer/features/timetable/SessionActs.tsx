/** The three acts on a session: cancel with its cause, put back, move after seeing what it would collide with. */
import { Button, Group, Select, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type ReactNode } from 'react'
import { LOST_CAUSES, type SessionCard } from '../../../shared/contract/timetable.contract'
import { standOf } from '../../../shared/kernel/clash-stand'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { RecordLink } from '../../ui/RecordLink'
import { ReasonField } from '../../ui/ReasonField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { TimeField } from '../../ui/TimeField'
import { SessionClashes } from './SessionClashes'

export interface Span {
  readonly day: string
  readonly startsAt: string
  readonly endsAt: string
}

interface ActProps {
  readonly session: SessionCard
  readonly onBack: () => void
  readonly onDone: () => void
}

/** A form in the drawer with its two buttons. */
function ActForm({
  verb,
  danger = false,
  disabled,
  pending,
  onSubmit,
  onBack,
  children,
}: {
  readonly verb: string
  readonly danger?: boolean
  readonly disabled: boolean
  readonly pending: boolean
  readonly onSubmit: () => void
  readonly onBack: () => void
  readonly children: ReactNode
}) {
  const t = useWords()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Stack gap="md">
        {children}
        <Group gap="sm">
          <Button type="submit" color={danger ? 'granada' : undefined} disabled={disabled} loading={pending}>
            {verb}
          </Button>
          <Button variant="default" onClick={onBack}>
            {t('timetable.session.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

export function CancelForm({ session, onBack, onDone }: ActProps) {
  const t = useWords()
  const act = useAct('timetable.cancel')
  const [cause, setCause] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const chosen = LOST_CAUSES.find((each) => each === cause)
  const cancel = async () => {
    if (!chosen) return
    const outcome = await act.run({
      id: session.id,
      version: session.version,
      cause: chosen,
      note: note.trim() || null,
    })
    if (!outcome.ok) return
    notifications.show({ message: t('timetable.done.cancelled') })
    onDone()
  }
  return (
    <ActForm
      verb={t('timetable.session.cancel')}
      danger
      disabled={!chosen}
      pending={act.pending}
      onSubmit={() => void cancel()}
      onBack={onBack}
    >
      <Select
        data-autofocus
        required
        label={t('timetable.session.cause')}
        data={LOST_CAUSES.map((value) => ({ value, label: t(`timetable.cause.${value}`) }))}
        value={cause}
        onChange={setCause}
      />
      <Textarea
        autosize
        minRows={2}
        maxLength={300}
        label={t('timetable.session.note')}
        description={t('timetable.session.noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Refusals of={act.refusals} />
    </ActForm>
  )
}

export function RestoreForm({ session, onBack, onDone }: ActProps) {
  const t = useWords()
  const act = useAct('timetable.restore')
  const [reason, setReason] = useState('')
  const restore = async () => {
    const outcome = await act.run({ id: session.id, version: session.version, reason })
    if (!outcome.ok) return
    notifications.show({ message: t('timetable.done.restored') })
    onDone()
  }
  return (
    <ActForm
      verb={t('timetable.session.restore')}
      disabled={!reason.trim()}
      pending={act.pending}
      onSubmit={() => void restore()}
      onBack={onBack}
    >
      <ReasonField label={t('timetable.session.reason')} value={reason} onChange={setReason} />
      <Refusals of={act.refusals} />
    </ActForm>
  )
}

export function MoveForm({ session, to, onBack, onDone }: ActProps & { readonly to: Span }) {
  const t = useWords()
  const act = useAct('timetable.move')
  const error = useFieldRefusal(act.refusals)
  const [day, setDay] = useState<string | null>(to.day)
  const [startsAt, setStartsAt] = useState<string | null>(to.startsAt)
  const [endsAt, setEndsAt] = useState<string | null>(to.endsAt)
  const [reason, setReason] = useState('')
  const span = day && startsAt && endsAt ? { day, startsAt, endsAt } : null
  const moved = span && (day !== session.day || startsAt !== session.startsAt || endsAt !== session.endsAt)
  const preview = useRead('timetable.previewMove', { id: session.id, ...(span ?? to) }, { enabled: Boolean(moved) })
  const clashes = (moved && preview.data?.clashes) || []
  const { me, may } = useSession()
  const deciding = { director: me?.role === 'director', group: true }
  const forbidden = clashes.some((clash) => standOf(clash, deciding) === 'forbids')
  const asks = clashes.some((clash) => standOf(clash, deciding) === 'asks')
  const closed = moved && preview.data?.closed ? preview.data.specialDays[0] : undefined
  const move = async () => {
    if (!span) return
    const seen = clashes.map((clash) => clash.key)
    const outcome = await act.run({ id: session.id, version: session.version, ...span, reason, seen })
    if (!outcome.ok) return
    notifications.show({ message: t('timetable.done.moved') })
    onDone()
  }
  return (
    <ActForm
      verb={t(asks ? 'timetable.session.moveAnyway' : 'timetable.session.move')}
      danger={asks}
      disabled={!moved || !reason.trim() || closed !== undefined || forbidden || !preview.data}
      pending={act.pending}
      onSubmit={() => void move()}
      onBack={onBack}
    >
      <DayField required label={t('timetable.session.day')} value={day} error={error('day')} onChange={setDay} />
      <Group gap="md" align="flex-start">
        <TimeField
          required
          label={t('timetable.session.from')}
          value={startsAt}
          error={error('startsAt')}
          onChange={setStartsAt}
        />
        <TimeField
          required
          label={t('timetable.session.until')}
          value={endsAt}
          error={error('endsAt')}
          onChange={setEndsAt}
        />
      </Group>
      <div role="status">
        {closed && <Status tone="stop" label={t('timetable.session.moveClosed', { title: closed.title })} />}
        {moved && preview.data && !closed && (
          <SessionClashes
            clashes={preview.data.clashes}
            sessionId={session.id}
            none={t('timetable.session.moveFree')}
          />
        )}
        {forbidden && <Status tone="stop" label={t('timetable.session.moveForbidden')} />}
        {clashes.length > 0 && may('timetable.freeSlots') && (
          <RecordLink to="/timetable/free-slots" id={session.id}>
            {t('timetable.clash.alternatives')}
          </RecordLink>
        )}
      </div>
      <ReasonField label={t('timetable.session.reason')} value={reason} onChange={setReason} />
      <Refusals of={[...(moved ? preview.refusals : []), ...act.refusals]} />
    </ActForm>
  )
}
