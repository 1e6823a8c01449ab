/** What each child takes along and cannot have, and what her mother says to photographs. */
import { Fieldset, Group, Select, Stack, TextInput } from '@mantine/core'
import { useWords } from '../../platform/words'
import { NO_CARE, type ChildCare, type Choices, type PlanForm } from './plan-form'

export interface CareFieldsProps {
  readonly form: PlanForm
  readonly set: (change: Partial<PlanForm>) => void
  readonly choices: Choices | undefined
}

export function CareFields({ form, set, choices }: CareFieldsProps) {
  const t = useWords()
  const change = (childId: string, to: Partial<ChildCare>) =>
    set({ care: { ...form.care, [childId]: { ...(form.care[childId] ?? NO_CARE), ...to } } })
  return (
    <Stack gap="sm">
      {form.childIds.map((childId) => {
        const care = form.care[childId] ?? NO_CARE
        const name = choices?.children.find((child) => child.id === childId)?.name ?? ''
        return (
          <Fieldset key={childId} legend={t('outings.care', { child: name })}>
            <Group align="flex-start">
              {(['allergies', 'belongings'] as const).map((field) => (
                <TextInput
                  key={field}
                  label={t(`outings.${field}`)}
                  flex={1}
                  miw={180}
                  maxLength={300}
                  value={care[field]}
                  onChange={(event) => change(childId, { [field]: event.currentTarget.value })}
                />
              ))}
              <Select
                label={t('outings.photo')}
                w={170}
                allowDeselect={false}
                data={(['unknown', 'yes', 'no'] as const).map((value) => ({
                  value,
                  label: t(`outings.photo.${value}`),
                }))}
                value={care.photo}
                onChange={(photo) => change(childId, { photo: photo ?? 'unknown' })}
              />
            </Group>
          </Fieldset>
        )
      })}
    </Stack>
  )
}
