/** Why the order is not the proposed one: a reason of the list, and words where it says *other*. */
import { Select, Textarea } from '@mantine/core'
import { JUMP_REASONS, type JumpReason } from '../../../shared/contract/waits.contract'
import { useWords } from '../../platform/words'

interface JumpReasonFieldsProps {
  readonly value: JumpReason
  readonly onChange: (next: JumpReason) => void
}

export const NO_JUMP: JumpReason = { reason: 'clash', note: '' }

export function JumpReasonFields({ value, onChange }: JumpReasonFieldsProps) {
  const t = useWords()
  return (
    <>
      <Select
        required
        allowDeselect={false}
        label={t('places.jump.why')}
        data={JUMP_REASONS.map((reason) => ({ value: reason, label: t(`places.jump.${reason}`) }))}
        value={value.reason}
        onChange={(next) => onChange({ ...value, reason: JUMP_REASONS.find((each) => each === next) ?? value.reason })}
      />
      <Textarea
        autosize
        minRows={2}
        maxLength={300}
        required={value.reason === 'other'}
        label={t('places.jump.note')}
        description={t('places.jump.kept')}
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
      />
    </>
  )
}
