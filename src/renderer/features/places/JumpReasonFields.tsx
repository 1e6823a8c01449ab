/** Why the order is not the proposed one: a reason of the list, and words where it says *other*. */
import { Select, Textarea } from '@mantine/core'
import { JUMP_REASONS, type JumpReason } from '../../../shared/contract/waits.contract'
import { useWords } from '../../platform/words'

/** Nothing is chosen beforehand: a reason that stands there by itself is nobody's reason. */
export interface JumpDraft {
  readonly reason: JumpReason['reason'] | null
  readonly note: string
}

export const NO_JUMP: JumpDraft = { reason: null, note: '' }

/** The reason as it is sent; undefined while none is chosen. */
export const jumpOf = ({ reason, note }: JumpDraft): JumpReason | undefined => (reason ? { reason, note } : undefined)

interface JumpReasonFieldsProps {
  readonly value: JumpDraft
  readonly onChange: (next: JumpDraft) => void
  /** She tried to go on without one. */
  readonly asked?: boolean
}

export function JumpReasonFields({ value, onChange, asked = false }: JumpReasonFieldsProps) {
  const t = useWords()
  return (
    <>
      <Select
        required
        allowDeselect={false}
        label={t('places.jump.why')}
        placeholder={t('places.jump.choose')}
        error={asked && !value.reason ? t('refusal.wait-needs-reason') : undefined}
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
