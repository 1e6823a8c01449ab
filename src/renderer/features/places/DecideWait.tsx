/** One decision about one request: what it means for her, why, and who told her. */
import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Decision, Wait } from '../../../shared/contract/waits.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { useUndoNotice } from '../../ui/use-undo'

interface DecideWaitProps {
  readonly wait: Wait
  readonly decision: Decision
  readonly onClose: () => void
}

export function DecideWait({ wait, decision, onClose }: DecideWaitProps) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('places.decideWaits')
  const say = useUndoNotice()
  const [reason, setReason] = useState('')
  const [toldOn, setToldOn] = useState<string | null>(null)
  const [toldBy, setToldBy] = useState('')
  const name = spokenName(wait)
  const confirm = async () => {
    const outcome = await act.run({
      waits: [{ id: wait.id, version: wait.version }],
      decision,
      reason,
      ...(decision === 'decline' && toldOn ? { toldOn, toldBy } : {}),
    })
    if (!outcome.ok) return false
    say(outcome.value.batchId, t(`places.decide.${decision}.done`, { name, workshop: wait.workshop }))
    return true
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t(`places.decide.${decision}.title`, { workshop: wait.workshop })}
      consequences={[t(`places.decide.${decision}.means`, { name })]}
      verb={t(`places.decide.${decision}.verb`)}
      danger={decision === 'decline' || decision === 'withdraw'}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          maxLength={300}
          required={decision === 'decline' || decision === 'reinstate' || wait.state === 'declined'}
          label={t('places.decide.why')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {decision === 'decline' && (
          <Group align="flex-end" grow>
            <DayField
              label={t('places.tell.on')}
              value={toldOn}
              onChange={setToldOn}
              maxDate={today ?? undefined}
              clearable
            />
            <TextInput
              label={t('places.tell.by')}
              maxLength={80}
              required={toldOn !== null}
              value={toldBy}
              onChange={(event) => setToldBy(event.currentTarget.value)}
            />
          </Group>
        )}
      </Stack>
    </ConfirmAct>
  )
}
