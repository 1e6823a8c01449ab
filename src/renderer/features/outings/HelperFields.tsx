/** Who goes along with a group: from the house, or anybody else by name; the doctor among them. */
import { ActionIcon, Autocomplete, Button, Fieldset, Group, Select, Stack } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useWords } from '../../platform/words'
import type { Choices, Helper, PlanForm } from './plan-form'

export interface HelperFieldsProps {
  readonly form: PlanForm
  readonly set: (change: Partial<PlanForm>) => void
  readonly choices: Choices | undefined
}

export function HelperFields({ form, set, choices }: HelperFieldsProps) {
  const t = useWords()
  const house = [
    ...(choices?.staff ?? []).map((each) => ({ key: `staff:${each.id}`, name: each.name })),
    ...(choices?.instructors ?? []).map((each) => ({ key: `instructor:${each.id}`, name: each.name })),
  ]
  const { helpers } = form
  const change = (n: number, to: Partial<Helper>) =>
    set({ helpers: helpers.map((each, at) => (at === n ? { ...each, ...to } : each)) })
  const add = (duty: Helper['duty']) => set({ helpers: [...helpers, { duty, who: null, name: '' }] })
  return (
    <Fieldset legend={t('outings.helpers')}>
      <Stack gap="xs">
        {helpers.map((helper, n) => (
          <Group key={n} align="flex-end" wrap="nowrap">
            <Select
              label={t('outings.duty')}
              w={170}
              allowDeselect={false}
              data={(['helper', 'doctor'] as const).map((duty) => ({ value: duty, label: t(`outings.duty.${duty}`) }))}
              value={helper.duty}
              onChange={(duty) => change(n, { duty: duty ?? 'helper' })}
            />
            <Autocomplete
              label={t('outings.helpers.name')}
              flex={1}
              maxLength={120}
              data={[...new Set(house.map((each) => each.name))]}
              value={helper.name}
              onChange={(name) => change(n, { name, who: house.find((each) => each.name === name)?.key ?? null })}
            />
            <ActionIcon
              variant="subtle"
              aria-label={t('outings.helpers.remove', { n: n + 1 })}
              onClick={() => set({ helpers: helpers.filter((_, at) => at !== n) })}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => add('helper')}
          >
            {t('outings.helpers.add')}
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => add('doctor')}
          >
            {t('outings.helpers.addDoctor')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
