/** Makes use of a slot: the session that was looked for moves there, or the group gets one more. */
import { Button, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { FreeSlot } from '../../../shared/contract/clashes.contract'
import { useAct, useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'

interface UseSlotProps {
  readonly slot: FreeSlot
  readonly editionId: string
  readonly roomId: string | null
  readonly instructorId: string | null
  readonly session: Output<'timetable.session'>['session'] | null
}

export function UseSlot(props: UseSlotProps) {
  return props.session ? <MoveHere {...props} session={props.session} /> : <AddHere {...props} />
}

function MoveHere({
  slot,
  session,
  roomId,
  instructorId,
}: UseSlotProps & { readonly session: Output<'timetable.session'>['session'] }) {
  const t = useWords()
  const go = useGo()
  const act = useAct('timetable.move')
  const to = {
    id: session.id,
    day: slot.day,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    ...(roomId && roomId !== session.roomId && { roomId }),
    ...(instructorId && instructorId !== session.instructorId && { instructorId }),
  }
  const preview = useRead('timetable.previewMove', to)
  const move = async (reason: string) => {
    const seen = preview.data?.clashes.map((clash) => clash.key) ?? []
    const outcome = await act.run({ ...to, version: session.version, reason, seen })
    if (!outcome.ok) return
    notifications.show({ message: t('timetable.done.moved') })
    go('/timetable')
  }
  return (
    <WithReason
      verb={t('timetable.slots.move')}
      pending={act.pending}
      ready={preview.data !== undefined}
      refusals={[...preview.refusals, ...act.refusals]}
      onGo={move}
    />
  )
}

function AddHere({ slot, editionId, roomId, instructorId }: UseSlotProps) {
  const t = useWords()
  const go = useGo()
  const act = useAct('timetable.addSession')
  const seen = [...slot.taken.flatMap((woman) => woman.clashes), ...slot.others].map((clash) => clash.key)
  const add = async (reason: string) => {
    const { day, startsAt, endsAt } = slot
    const outcome = await act.run({ editionId, day, startsAt, endsAt, roomId, instructorId, reason, seen })
    if (!outcome.ok) return
    notifications.show({ message: t('timetable.slots.done') })
    go('/timetable')
  }
  return <WithReason verb={t('timetable.slots.add')} pending={act.pending} ready refusals={act.refusals} onGo={add} />
}

function WithReason({
  verb,
  pending,
  ready,
  refusals,
  onGo,
}: {
  readonly verb: string
  readonly pending: boolean
  readonly ready: boolean
  readonly refusals: Parameters<typeof Refusals>[0]['of']
  readonly onGo: (reason: string) => Promise<void>
}) {
  const t = useWords()
  const [reason, setReason] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void onGo(reason.trim())
      }}
    >
      <Stack gap="sm" align="flex-start">
        <Textarea
          required
          autosize
          w="100%"
          minRows={2}
          maxLength={300}
          label={t('timetable.session.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Refusals of={refusals} />
        <Button type="submit" loading={pending} disabled={!ready || !reason.trim()}>
          {verb}
        </Button>
      </Stack>
    </form>
  )
}
