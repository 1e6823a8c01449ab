/** Coming into the childcare room, being fetched from it, and taking back what was written by mistake. */
import { Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Hand, RoomStay } from '../../../shared/contract/childcare.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { TimeField } from '../../ui/TimeField'
import { HandFields, isWhole } from './HandFields'
import type { Room } from './room-words'

export interface EnterRoomProps {
  readonly child: Room['children'][number]
  readonly time: ClockTime
  readonly onClose: () => void
}

export function EnterRoom({ child, time, onClose }: EnterRoomProps) {
  const t = useWords()
  const act = useAct('children.enterRoom')
  const [at, setAt] = useState<string | null>(time)
  const [brought, setBrought] = useState<Hand>({ by: 'mother' })
  const confirm = async () => {
    if (!at || !isWhole(brought)) return false
    const outcome = await act.run({ childId: child.childId, at, brought })
    if (outcome.ok)
      notifications.show({ color: 'nopal', message: t('children.room.entered', { name: child.givenNames }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={listName(child)}
      consequences={[]}
      verb={t('children.room.bring', { name: child.givenNames })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="md">
        <TimeField data-autofocus required label={t('children.room.cameAt')} value={at} onChange={setAt} />
        <HandFields label={t('children.room.brought')} mother={child.mother} value={brought} onChange={setBrought} />
      </Stack>
    </ConfirmAct>
  )
}

export interface LeaveRoomProps {
  readonly stay: RoomStay
  readonly today: CivilDate
  readonly time: ClockTime
  readonly onClose: () => void
}

export function LeaveRoom({ stay, today, time, onClose }: LeaveRoomProps) {
  const t = useWords()
  const act = useAct('children.leaveRoom')
  // Of another day nobody knows the hour beforehand.
  const [at, setAt] = useState<string | null>(stay.day === today ? time : null)
  const [fetched, setFetched] = useState<Hand>({ by: 'mother' })
  const confirm = async () => {
    if (!at || !isWhole(fetched)) return false
    const outcome = await act.run({ id: stay.id, version: stay.version, at, fetched })
    if (outcome.ok) notifications.show({ color: 'nopal', message: t('children.room.left', { name: stay.givenNames }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={listName(stay)}
      consequences={
        stay.day === today ? [] : [t('children.room.ofDay', { day: formatDay(stay.day, t.language), at: stay.inAt })]
      }
      verb={t('children.room.fetch', { name: stay.givenNames })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="md">
        <TimeField data-autofocus required label={t('children.room.leftAt')} value={at} onChange={setAt} />
        <HandFields label={t('children.room.fetched')} mother={stay.mother} value={fetched} onChange={setFetched} />
      </Stack>
    </ConfirmAct>
  )
}

export function WithdrawStay({ stay, onClose }: { readonly stay: RoomStay; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.withdrawStay')
  const confirm = async (reason: string) => {
    const outcome = await act.run({ id: stay.id, version: stay.version, reason })
    if (outcome.ok) notifications.show({ color: 'nopal', message: t('children.health.withdrawn') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('children.room.withdrawTitle')}
      consequences={[
        `${listName(stay)} · ${formatDay(stay.day, t.language)}, ${stay.inAt}–${stay.outAt ?? ''}`,
        t('children.health.withdrawKeeps'),
      ]}
      verb={t('children.health.withdrawVerb')}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    />
  )
}
