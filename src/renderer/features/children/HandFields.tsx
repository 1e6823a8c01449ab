/** Who brings or fetches: the mother, or somebody of the staff by name. */
import { Radio, Stack, TextInput } from '@mantine/core'
import type { Hand } from '../../../shared/contract/childcare.contract'
import { useWords } from '../../platform/words'

export interface HandFieldsProps {
  readonly label: string
  /** Her name, so that nobody is handed to another. */
  readonly mother: string
  readonly value: Hand
  readonly onChange: (hand: Hand) => void
}

export function HandFields({ label, mother, value, onChange }: HandFieldsProps) {
  const t = useWords()
  return (
    <Stack gap={8}>
      <Radio.Group
        label={label}
        value={value.by}
        onChange={(by) => onChange(by === 'staff' ? { by: 'staff', name: '' } : { by: 'mother' })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="mother" label={t('children.room.motherNamed', { name: mother })} />
          <Radio value="staff" label={t('children.room.staff')} />
        </Stack>
      </Radio.Group>
      {value.by === 'staff' && (
        <TextInput
          required
          label={t('children.room.staffName')}
          maxLength={80}
          value={value.name}
          onChange={(event) => onChange({ by: 'staff', name: event.currentTarget.value })}
        />
      )}
    </Stack>
  )
}

export const isWhole = (hand: Hand): boolean => hand.by === 'mother' || hand.name.trim() !== ''
