/** Puts a woman ahead of the proposed order, or back into it. Both keep their reason. */
import { Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Wait } from '../../../shared/contract/waits.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { JumpReasonFields, jumpOf, NO_JUMP } from './JumpReasonFields'

interface AheadWaitProps {
  readonly wait: Wait
  readonly onClose: () => void
}

export const AheadWait = (props: AheadWaitProps) =>
  props.wait.ahead ? <PutBack {...props} /> : <PutAhead {...props} />

function PutAhead({ wait, onClose }: AheadWaitProps) {
  const t = useWords()
  const act = useAct('places.putAhead')
  const [jump, setJump] = useState(NO_JUMP)
  const [asked, setAsked] = useState(false)
  const name = spokenName(wait)
  const confirm = async () => {
    const chosen = jumpOf(jump)
    setAsked(true)
    if (!chosen) return false
    const outcome = await act.run({ id: wait.id, version: wait.version, jump: chosen })
    if (outcome.ok) notifications.show({ message: t('places.ahead.done', { name, workshop: wait.workshop }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.ahead.title', { workshop: wait.workshop })}
      consequences={[t('places.ahead.passes', { name, count: (wait.position ?? 1) - 1 }), t('places.ahead.shown')]}
      verb={t('places.ahead.verbName', { name })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <JumpReasonFields value={jump} onChange={setJump} asked={asked} />
      </Stack>
    </ConfirmAct>
  )
}

function PutBack({ wait, onClose }: AheadWaitProps) {
  const t = useWords()
  const act = useAct('places.putBack')
  const name = spokenName(wait)
  const confirm = async (reason: string) => {
    const outcome = await act.run({ id: wait.id, version: wait.version, reason })
    if (outcome.ok) notifications.show({ message: t('places.back.done', { name, workshop: wait.workshop }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.back.title', { workshop: wait.workshop })}
      consequences={[t('places.back.means', { name })]}
      verb={t('places.back.verbName', { name })}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    />
  )
}
