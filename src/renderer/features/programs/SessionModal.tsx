/** One session of an edition: who gives it, where, how children are cared for; or, if it was lost, when it is made up for. */
import { Button, Drawer, Group, Radio, Select, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { CARES } from '../../../shared/contract/workshops.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { TimeField } from '../../ui/TimeField'
import classes from './programs.module.css'

type Arrangement = Output<'timetable.arrangement'>

interface SessionModalProps {
  readonly id: string
  readonly closed: boolean
  readonly onClose: () => void
}

export function SessionModal({ id, closed, onClose }: SessionModalProps) {
  const t = useWords()
  const { may } = useSession()
  const read = useRead('timetable.arrangement', { id })
  const session = read.data
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={440}
      title={session ? `${formatDay(session.day, t.language)}, ${session.startsAt}–${session.endsAt}` : '…'}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap="lg">
        <Refusals of={read.refusals} />
        {session && (
          <>
            {may('attendance.roll') && !session.cancelled && (
              <RecordLink to="/attendance/rolls" id={id}>
                {t('programs.session.openRoll')}
              </RecordLink>
            )}
            {closed && <p className={classes.soft}>{t('refusal.edition-closed')}</p>}
            {!closed && !session.cancelled && (
              <SubstituteForm key={`s${String(session.version)}`} session={session} onDone={onClose} />
            )}
            {!closed && !session.cancelled && (
              <ArrangeForm key={`a${String(session.version)}`} session={session} onDone={onClose} />
            )}
            {session.cancelled && session.madeUpOn && (
              <p>{t('programs.session.madeUp', { day: formatDay(session.madeUpOn, t.language) })}</p>
            )}
            {!closed && session.cancelled && !session.madeUpOn && <CatchUpForm session={session} onDone={onClose} />}
          </>
        )}
      </Stack>
    </Drawer>
  )
}

interface FormProps {
  readonly session: Arrangement
  readonly onDone: () => void
}

function SubstituteForm({ session, onDone }: FormProps) {
  const t = useWords()
  const today = useClock()?.today
  const act = useAct('timetable.substitute')
  const error = useFieldRefusal(act.refusals)
  const [instructorId, setInstructorId] = useState<string | null>(session.actualId ?? session.plannedId)
  const [reason, setReason] = useState('')
  const ahead = today !== undefined && session.day > today
  const run = async () => {
    const outcome = await act.run({ id: session.id, version: session.version, instructorId, reason })
    if (!outcome.ok) return
    notifications.show({ message: t('programs.substitute.done') })
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <Stack gap="sm">
        <Select
          searchable
          allowDeselect={false}
          label={t(ahead ? 'programs.substitute.ahead' : 'programs.substitute.came')}
          data={session.instructors.map(({ id, name }) => ({ value: id, label: name }))}
          value={instructorId}
          error={error('instructorId')}
          onChange={setInstructorId}
        />
        <ReasonField value={reason} onChange={setReason} />
        <Refusals of={act.refusals.filter((refusal) => refusal.field === undefined)} />
        <div>
          <Button
            type="submit"
            variant="default"
            loading={act.pending}
            disabled={!reason.trim() || instructorId === (session.actualId ?? session.plannedId)}
          >
            {t('programs.substitute.verb')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function ArrangeForm({ session, onDone }: FormProps) {
  const t = useWords()
  const act = useAct('timetable.arrange')
  const [roomId, setRoomId] = useState<string | null>(session.roomId)
  const [care, setCare] = useState<string | null>(session.care)
  const [reason, setReason] = useState('')
  const own = session.editionCare ? t(`programs.care.${session.editionCare}`) : t('programs.care.none')
  const run = async () => {
    const chosen = CARES.find((each) => each === care) ?? null
    const outcome = await act.run({ id: session.id, version: session.version, roomId, care: chosen, reason })
    if (!outcome.ok) return
    notifications.show({ message: t('programs.arrange.done') })
    onDone()
  }
  const same = roomId === session.roomId && care === session.care
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <Stack gap="sm">
        <Select
          searchable
          allowDeselect={false}
          label={t('programs.column.room')}
          data={session.rooms.map(({ id, name }) => ({ value: id, label: name }))}
          value={roomId}
          onChange={setRoomId}
        />
        <Select
          clearable
          label={t('programs.form.care')}
          placeholder={t('programs.arrange.asEdition', { care: own })}
          data={CARES.map((value) => ({ value, label: t(`programs.care.${value}`) }))}
          value={care}
          onChange={setCare}
        />
        <ReasonField value={reason} onChange={setReason} />
        <Refusals of={act.refusals} />
        <div>
          <Button type="submit" variant="default" loading={act.pending} disabled={!reason.trim() || same}>
            {t('programs.arrange.verb')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function ReasonField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useWords()
  return (
    <Textarea
      required
      autosize
      minRows={1}
      maxLength={300}
      label={t('ui.confirm.reason')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface Span {
  readonly day: string | null
  readonly startsAt: string | null
  readonly endsAt: string | null
}

function CatchUpForm({ session, onDone }: FormProps) {
  const t = useWords()
  const dates = useRead('timetable.catchUpDates', { id: session.id })
  const act = useAct('timetable.catchUp')
  const error = useFieldRefusal(act.refusals)
  const [typed, setTyped] = useState<Span | null>(null)
  const first = dates.data?.[0]
  const span: Span = typed ?? first ?? { day: null, startsAt: session.startsAt, endsAt: session.endsAt }
  const key = (of: Span) => `${of.day ?? ''} ${of.startsAt ?? ''}`
  const run = async () => {
    const { day, startsAt, endsAt } = span
    if (!day || !startsAt || !endsAt) return
    const outcome = await act.run({ id: session.id, day, startsAt, endsAt })
    if (!outcome.ok) return
    notifications.show({ message: t('programs.catchUp.done', { day: formatDay(day, t.language) }) })
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <Stack gap="md">
        <Refusals of={dates.refusals} />
        {dates.data && dates.data.length > 0 && (
          <Radio.Group
            label={t('programs.catchUp.proposed')}
            value={key(span)}
            onChange={(value) => setTyped(dates.data?.find((each) => key(each) === value) ?? null)}
          >
            <Stack gap="xs" mt="xs">
              {dates.data.map((each) => (
                <Radio
                  key={key(each)}
                  value={key(each)}
                  label={`${formatDay(each.day, t.language)}, ${each.startsAt}–${each.endsAt}`}
                  description={[
                    each.clashes.length === 0
                      ? t('programs.catchUp.free')
                      : t('programs.catchUp.clashes', { count: each.clashes.length }),
                    each.afterEnd && t('programs.catchUp.afterEnd'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {dates.data?.length === 0 && <p className={classes.soft}>{t('programs.catchUp.none')}</p>}
        <DayField
          required
          label={t('programs.session.day')}
          value={span.day}
          error={error('day')}
          onChange={(day) => setTyped({ ...span, day })}
        />
        <Group gap="md" align="flex-start">
          <TimeField
            required
            label={t('programs.form.from')}
            value={span.startsAt}
            error={error('startsAt')}
            onChange={(startsAt) => setTyped({ ...span, startsAt })}
          />
          <TimeField
            required
            label={t('programs.form.until')}
            value={span.endsAt}
            error={error('endsAt')}
            onChange={(endsAt) => setTyped({ ...span, endsAt })}
          />
        </Group>
        <Refusals of={act.refusals.filter((refusal) => refusal.field === undefined)} />
        <div>
          <Button
            type="submit"
            variant="default"
            loading={act.pending}
            disabled={!span.day || !span.startsAt || !span.endsAt}
          >
            {t('programs.catchUp.verb')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
