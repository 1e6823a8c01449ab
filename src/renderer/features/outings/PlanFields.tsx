/** The fields of a plan: children, what for, where, when, and who goes along. */
import { Checkbox, Group, MultiSelect, Select, Stack, TextInput, Textarea } from '@mantine/core'
import { OUTING_KINDS } from '../../../shared/contract/outings.contract'
import { useWords } from '../../platform/words'
import type { Words } from '../../../shared/i18n'
import { CareFields } from './CareFields'
import { HelperFields } from './HelperFields'
import { OccurrenceFields } from './OccurrenceFields'
import { keepsStep, StepField } from './StepField'
import { adultLabel, adultsOf, type Choices, type PlanForm } from './plan-form'

export interface PlanFieldsProps {
  readonly form: PlanForm
  readonly set: (change: Partial<PlanForm>) => void
  readonly choices: Choices | undefined
  readonly errorOf: (field: string) => string | undefined
  readonly today: string | undefined
}

export function PlanFields({ form, set, choices, errorOf, today }: PlanFieldsProps) {
  const t = useWords()
  const text = (field: 'reason' | 'destination' | 'transport' | 'phone', more: { required?: true; max: number }) => (
    <TextInput
      label={t(`outings.${field}`)}
      required={more.required ?? false}
      maxLength={more.max}
      flex={1}
      miw={220}
      value={form[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <Stack gap="md">
      <MultiSelect
        label={t('outings.children')}
        description={t('outings.request.childrenHint')}
        required
        searchable
        clearable
        data={(choices?.children ?? []).map((child) => ({ value: child.id, label: child.name }))}
        value={[...form.childIds]}
        onChange={(childIds) =>
          set({ childIds, escort: keeps(form, childIds, choices), step: keepsStep(form, childIds, choices) })
        }
        error={errorOf('children')}
      />
      <Group align="flex-start">
        <Select
          label={t('outings.kind')}
          allowDeselect={false}
          w={260}
          data={OUTING_KINDS.map((kind) => ({ value: kind, label: t(`outings.kind.${kind}`) }))}
          value={form.kind}
          onChange={(kind) => set({ kind: kind ?? 'family' })}
        />
        {text('reason', { required: true, max: 200 })}
      </Group>
      <StepField form={form} set={set} choices={choices} error={errorOf('separationStepId')} />
      <OccurrenceFields form={form} set={set} choices={choices} error={errorOf('occurrences')} today={today} />
      <Group align="flex-start">
        {text('destination', { max: 160 })}
        {text('transport', { max: 160 })}
        {text('phone', { max: 40 })}
      </Group>
      <Checkbox
        label={t('outings.travels')}
        checked={form.travels}
        onChange={(event) => set({ travels: event.currentTarget.checked })}
      />
      <Select
        label={t('outings.adult')}
        description={t(form.kind === 'group' ? 'outings.request.adultGroup' : 'outings.request.adultHint')}
        required
        searchable
        disabled={form.childIds.length === 0}
        data={escortsFor(choices, form, t)}
        value={form.escort}
        onChange={(escort) => set({ escort })}
        error={errorOf('escort')}
      />
      <Select
        label={t('outings.returner')}
        description={t('outings.returner.hint')}
        searchable
        clearable
        disabled={form.childIds.length === 0}
        placeholder={t('outings.returner.same')}
        data={adultsOf(choices, form.childIds).map((adult) => ({
          value: adult.id,
          label: adultLabel(adult, 'bringBack', t),
          disabled: !adult.bringBack || adult.forbiddenBy !== null,
        }))}
        value={form.returner}
        onChange={(returner) => set({ returner })}
        error={errorOf('returner')}
      />
      {form.kind === 'group' && <HelperFields form={form} set={set} choices={choices} />}
      <CareFields form={form} set={set} choices={choices} />
      <Textarea
        label={t('outings.note')}
        autosize
        minRows={2}
        maxLength={300}
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </Stack>
  )
}

/** The adult chosen before, if she is on the grid of every child that is chosen now. */
function keeps(form: PlanForm, childIds: readonly string[], choices: Choices | undefined): string | null {
  if (!form.escort?.startsWith('grid:')) return form.escort
  const id = form.escort.slice('grid:'.length)
  return adultsOf(choices, childIds).some((adult) => adult.id === id) ? form.escort : null
}

/** The children's grid, those who may not shown but not to be chosen; staff and instructors where the house may lead. */
function escortsFor(choices: Choices | undefined, form: PlanForm, t: Words) {
  const grid = adultsOf(choices, form.childIds).map((adult) => ({
    value: `grid:${adult.id}`,
    label: adultLabel(adult, 'takeOut', t),
    disabled: !adult.takeOut || adult.forbiddenBy !== null,
  }))
  if (form.kind !== 'group' && form.kind !== 'emergency') return grid
  return [
    { group: t('outings.request.family'), items: grid },
    {
      group: t('outings.request.instructors'),
      items: (choices?.instructors ?? []).map((each) => ({ value: `instructor:${each.id}`, label: each.name })),
    },
    {
      group: t('outings.request.staff'),
      items: (choices?.staff ?? []).map((each) => ({ value: `staff:${each.id}`, label: each.name })),
    },
  ]
}
