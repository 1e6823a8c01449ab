/** A leaving that was wrong: another day or cause, or it did not happen. */
import { Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { LEFT_CAUSES, type LeftCause } from '../../../shared/contract/stays.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import type { StayActProps } from './stay-acts'

export function CorrectLeaving({ person, stay, onClose }: StayActProps) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('people.correctLeaving')
  const { leaving } = stay
  const [day, setDay] = useState<string | null>(leaving?.leftOn ?? null)
  const [cause, setCause] = useState<LeftCause>(leaving?.cause ?? 'other')
  if (!leaving) return null
  const follows = leaving.batchId !== null && !leaving.closed
  const correct = async (reason: string) => {
    if (!day) return false
    const outcome = await act.run({ id: person.id, stayVersion: leaving.stayVersion, leftOn: day, cause, reason })
    if (!outcome.ok) return false
    notifications.show({ message: t(outcome.value.followed ? 'stays.correct.done' : 'stays.correct.doneAlone') })
    return true
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('stays.correct.verb')}
      consequences={[t(follows ? 'stays.correct.follows' : 'stays.correct.alone')]}
      verb={t('stays.correct.verb')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={correct}
    >
      <Select
        required
        allowDeselect={false}
        label={t('people.leave.cause')}
        data={LEFT_CAUSES.map((value) => ({ value, label: t(`stays.cause.${value}`) }))}
        value={cause}
        onChange={(value) => setCause(value ?? leaving.cause)}
      />
      <DayField required label={t('people.leave.day')} value={day} maxDate={clock?.today} onChange={setDay} />
    </ConfirmAct>
  )
}

/** She did not leave: all that her leaving ended stands again. */
export function UndoStay({ person, stay, onClose }: StayActProps) {
  const t = useWords()
  const act = useAct('people.undo')
  const batchId = stay.leaving?.batchId
  if (!batchId) return null
  const undo = async (reason: string) => {
    const outcome = await act.run({ id: person.id, batchId, reason })
    if (outcome.ok) notifications.show({ message: t('stays.undo.done', { name: spokenName(person.facts) }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('stays.undo.verb')}
      consequences={[t('stays.undo.restores'), t('batches.undo.later')]}
      verb={t('stays.undo.verb')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={undo}
    />
  )
}
