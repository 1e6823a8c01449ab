/** Her coming: announced, confirmed, admitted; and where she sleeps. */
import { TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useDormitoryWord } from '../../platform/use-dormitory-word'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { NoteField } from './NoteField'
import type { StayActProps } from './stay-acts'

function DormitoryField({
  value,
  onChange,
  first,
}: {
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly first?: boolean
}) {
  const dormitoryWord = useDormitoryWord()
  return (
    <TextInput
      {...(first ? { 'data-autofocus': true } : {})}
      label={dormitoryWord}
      maxLength={20}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export function Move({ person, stay, onClose }: StayActProps) {
  const t = useWords()
  const dormitoryWord = useDormitoryWord()
  const act = useAct('people.setDormitory')
  const [dormitory, setDormitory] = useState(person.stays[0]?.dormitory ?? '')
  const verb = t('people.move.verb', { word: dormitoryWord.toLowerCase() })
  const move = async () => {
    const outcome = await act.run({ id: person.id, stayVersion: stay.stayVersion ?? 0, dormitory })
    if (outcome.ok) notifications.show({ message: t('people.move.done', { dormitory: dormitory || '—' }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={verb}
      consequences={[]}
      verb={verb}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={move}
    >
      <DormitoryField first value={dormitory} onChange={setDormitory} />
    </ConfirmAct>
  )
}

export function Readmit({ person, stay, onClose }: StayActProps) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('people.readmit')
  const [typed, setTyped] = useState<string | null>(null)
  const [dormitory, setDormitory] = useState('')
  const day = typed ?? clock?.today ?? null
  const verb = t(stay.state === 'left' ? 'people.readmit.verb' : 'stays.admit.verb')
  const readmit = async () => {
    if (!day) return false
    const outcome = await act.run({ id: person.id, admittedOn: day, dormitory })
    if (outcome.ok) notifications.show({ message: t('people.readmit.done') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={verb}
      consequences={[t('people.readmit.newStay')]}
      verb={verb}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={readmit}
    >
      <DayField
        data-autofocus
        required
        label={t('people.admittedOn')}
        value={day}
        maxDate={clock?.today}
        onChange={setTyped}
      />
      <DormitoryField value={dormitory} onChange={setDormitory} />
    </ConfirmAct>
  )
}

/** She will come: until somebody confirms it she is on no list. */
export function Announce({ person, onClose }: StayActProps) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('people.expect')
  const [typed, setTyped] = useState<string | null>(null)
  const [dormitory, setDormitory] = useState('')
  const [note, setNote] = useState('')
  const day = typed ?? clock?.today ?? null
  const announce = async () => {
    if (!day) return false
    const outcome = await act.run({ id: person.id, expectedOn: day, dormitory, note })
    if (outcome.ok) notifications.show({ message: t('stays.announce.done') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('stays.announce.verb')}
      consequences={[t('stays.announce.until')]}
      verb={t('stays.announce.verb')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={announce}
    >
      <DayField data-autofocus required label={t('stays.announce.day')} value={day} onChange={setTyped} />
      <DormitoryField value={dormitory} onChange={setDormitory} />
      <NoteField value={note} onChange={setNote} />
    </ConfirmAct>
  )
}

export function ConfirmArrival({ person, stay, onClose }: StayActProps) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('people.confirmArrival')
  const [typed, setTyped] = useState<string | null>(null)
  const [dormitory, setDormitory] = useState(stay.arrival?.dormitory ?? '')
  const day = typed ?? clock?.today ?? null
  const confirm = async () => {
    if (!day) return false
    const version = stay.arrival?.version ?? 0
    const outcome = await act.run({ id: person.id, version, admittedOn: day, dormitory })
    if (outcome.ok) notifications.show({ message: t('stays.confirm.done') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('stays.confirm.verb')}
      consequences={[t('stays.confirm.opens')]}
      verb={t('stays.confirm.verb')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <DayField
        data-autofocus
        required
        label={t('people.admittedOn')}
        value={day}
        maxDate={clock?.today}
        onChange={setTyped}
      />
      <DormitoryField value={dormitory} onChange={setDormitory} />
    </ConfirmAct>
  )
}

/** She will not come. */
export function CancelArrival({ person, stay, onClose }: StayActProps) {
  const t = useWords()
  const act = useAct('people.cancelArrival')
  const cancel = async (reason: string) =>
    (await act.run({ id: person.id, version: stay.arrival?.version ?? 0, reason })).ok
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('stays.cancelArrival.verb')}
      consequences={[]}
      verb={t('stays.cancelArrival.verb')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={cancel}
    />
  )
}
