/** The return clock: what is to be done now about a child who is late, and what was answered. */
import { Button, Group, TextInput } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useState } from 'react'
import type { GateLine, ReturnStep } from '../../../shared/contract/gate-line'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import classes from './gate.module.css'

export function GateClock({ line }: { readonly line: GateLine }) {
  const t = useWords()
  return (
    <div className={classes.clock}>
      {line.due.map((step) => (
        <Step key={step} line={line} step={step} />
      ))}
      {line.calls.length > 0 && (
        <ul className={classes.calls} aria-label={t('outings.gate.called')}>
          {line.calls.map((call, index) => (
            <li key={`${call.time} ${String(index)}`}>
              {call.time} · {t(`outings.stepDone.${call.step}`)}: {call.note}
            </li>
          ))}
        </ul>
      )}
      <Group gap={8} mt={8}>
        <PaperButton
          channel="outings.printProtocol"
          input={{ id: line.id }}
          label={t('outings.gate.protocol')}
          variant="default"
          size="xs"
        />
      </Group>
    </div>
  )
}

function Step({ line, step }: { readonly line: GateLine; readonly step: ReturnStep }) {
  const t = useWords()
  const act = useAct('outings.recordCall')
  const [note, setNote] = useState('')
  return (
    <form
      className={classes.step}
      onSubmit={(event) => {
        event.preventDefault()
        if (note.trim()) void act.run({ id: line.id, step, note: note.trim() })
      }}
    >
      <p className={classes.stepTitle}>
        <IconPhoneCall size={22} aria-hidden />
        {t(`outings.step.${step}`, { adult: line.adult })}
        {step === 'call-taker' && <strong>{line.phone ?? t('outings.gate.noPhone')}</strong>}
      </p>
      <Group align="flex-end" gap={8} wrap="nowrap">
        <TextInput
          flex={1}
          label={t('outings.gate.callNote')}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={act.pending} disabled={note.trim() === ''}>
          {t('outings.gate.callDone')}
        </Button>
      </Group>
      <Refusals of={act.refusals} />
    </form>
  )
}
