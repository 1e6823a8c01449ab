/** Which step of a child's plan of separation the outing serves; only where one of the children has an open plan. */
import { Select } from '@mantine/core'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { stepName } from '../../ui/step-name'
import type { Choices, PlanForm } from './plan-form'

export interface StepFieldProps {
  readonly form: PlanForm
  readonly set: (change: Partial<PlanForm>) => void
  readonly choices: Choices | undefined
  readonly error: string | undefined
}

export function StepField({ form, set, choices, error }: StepFieldProps) {
  const t = useWords()
  const planned = withPlan(choices, form.childIds)
  if (planned.length === 0) return null
  return (
    <Select
      label={t('outings.step')}
      description={t('outings.step.hint')}
      clearable
      searchable
      data={planned.map((child) => ({
        group: child.name,
        items: child.steps.map((step) => ({
          value: step.id,
          label: `${stepName(step, t)} · ${formatDay(step.dueOn, t.language)}`,
          disabled: !step.toDo && step.id !== form.step,
        })),
      }))}
      value={form.step}
      onChange={(step) => set({ step })}
      error={error}
    />
  )
}

const withPlan = (choices: Choices | undefined, childIds: readonly string[]) =>
  (choices?.children ?? []).filter((child) => childIds.includes(child.id) && child.steps.length > 0)

/** The step chosen before, unless its child was taken off the plan. */
export function keepsStep(form: PlanForm, childIds: readonly string[], choices: Choices | undefined): string | null {
  const gone = withPlan(choices, form.childIds).filter((child) => !childIds.includes(child.id))
  return gone.some((child) => child.steps.some((step) => step.id === form.step)) ? null : form.step
}
