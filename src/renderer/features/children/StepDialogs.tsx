/** What is said of one step of a plan: done, not possible, to do again, another day; and a step of the child's own. */
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { SeparationStep } from '../../../shared/contract/separation.contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { FormDialog, said, type FormField } from './FormDialog'
import { stepName } from '../../ui/step-name'
import classes from './children.module.css'

type Ask = 'done' | 'not-possible' | 'to-do' | 'move'
const ASKS: Readonly<Record<SeparationStep['state'], readonly Ask[]>> = {
  'to-do': ['done', 'not-possible', 'move'],
  done: ['to-do'],
  'not-possible': ['done', 'to-do'],
}

interface StepDialogProps {
  readonly step: SeparationStep
  readonly today: string
  readonly onClose: () => void
}

export function StepDialog({ step, today, onClose }: StepDialogProps) {
  const t = useWords()
  const [ask, setAsk] = useState<Ask | null>(null)
  if (ask === 'move') return <MoveStep step={step} onClose={onClose} />
  if (ask) return <SetStep step={step} state={ask} today={today} onClose={onClose} />
  return (
    <Modal
      opened
      onClose={onClose}
      title={stepName(step, t)}
      centered
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap="md">
        {step.note && <p className={classes.quiet}>{step.note}</p>}
        <Group gap="sm">
          {ASKS[step.state].map((each, index) => (
            <Button
              key={each}
              variant={index === 0 ? 'filled' : 'default'}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              onClick={() => setAsk(each)}
            >
              {t(`children.step.act.${each}`)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Modal>
  )
}

function SetStep({ step, state, today, onClose }: StepDialogProps & { readonly state: SeparationStep['state'] }) {
  const t = useWords()
  const act = useAct('children.setStep')
  const fields: readonly FormField[] = [
    ...(state === 'to-do' ? [] : [{ name: 'on', kind: 'day', required: true, maxDay: today } as const]),
    ...(state === 'done' ? [{ name: 'who', kind: 'text', max: 120 } as const] : []),
    {
      name: 'note',
      kind: 'area',
      required: state !== 'done',
      label: t(state === 'done' ? 'children.form.note' : 'children.form.reason'),
    },
  ]
  return (
    <FormDialog
      title={`${stepName(step, t)}: ${t(`children.step.act.${state}`)}`}
      verb={t(`children.step.act.${state}`)}
      fields={fields}
      start={{ on: today }}
      act={act}
      send={(values) =>
        act.run({
          id: step.id,
          version: step.version,
          state,
          on: state === 'to-do' ? null : (values.on ?? null),
          who: values.who ?? null,
          note: values.note ?? null,
        })
      }
      told={t('children.step.told')}
      onClose={onClose}
    />
  )
}

function MoveStep({ step, onClose }: Omit<StepDialogProps, 'today'>) {
  const t = useWords()
  const act = useAct('children.moveStep')
  return (
    <FormDialog
      title={`${stepName(step, t)}: ${t('children.step.act.move')}`}
      verb={t('children.step.act.move')}
      fields={[
        { name: 'dueOn', kind: 'day', required: true },
        { name: 'reason', kind: 'area', required: true },
      ]}
      start={{ dueOn: step.dueOn }}
      consequences={[t('children.step.moveMeans')]}
      act={act}
      send={(values) =>
        act.run({ id: step.id, version: step.version, dueOn: said(values, 'dueOn'), reason: said(values, 'reason') })
      }
      told={t('children.step.told')}
      onClose={onClose}
    />
  )
}

export function AddStep({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.addStep')
  const concerns = ['child', 'mother', 'both'] as const
  const sides = ['before', 'after'] as const
  return (
    <FormDialog
      title={t('children.step.add')}
      verb={t('children.step.add')}
      fields={[
        { name: 'title', kind: 'text', required: true, max: 120 },
        { name: 'dueOn', kind: 'day', required: true },
        {
          name: 'side',
          kind: 'choice',
          required: true,
          options: sides.map((value) => ({ value, label: t(`children.plan.${value}`) })),
        },
        {
          name: 'concerns',
          kind: 'choice',
          required: true,
          options: concerns.map((value) => ({ value, label: t(`children.concerns.${value}`) })),
        },
      ]}
      start={{ side: 'before', concerns: 'both' }}
      act={act}
      send={(values) =>
        act.run({
          planId,
          title: said(values, 'title'),
          dueOn: said(values, 'dueOn'),
          side: values.side === 'after' ? 'after' : 'before',
          concerns: concerns.find((each) => each === values.concerns) ?? 'both',
        })
      }
      told={t('children.step.told')}
      onClose={onClose}
    />
  )
}
