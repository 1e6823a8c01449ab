/** One signature of the list: its name, who records it, for what, when it is asked for, and in an emergency. */
import { ActionIcon, Group, MultiSelect, Select, Table, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { EMERGENCY_WAYS, RECORDERS, SCOPES, type SigningRule } from '../../../shared/contract/signing'
import { useWords } from '../../platform/words'
import { conditionsOf, WHENS, whensOf } from './signing-words'

export interface SigningRowProps {
  readonly rule: SigningRule
  readonly first: boolean
  readonly last: boolean
  readonly readOnly: boolean
  readonly onChange: (rule: SigningRule) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

export function SigningRow({ rule, first, last, readOnly, onChange, onMove, onRemove }: SigningRowProps) {
  const t = useWords()
  const pick = <Value extends string>(
    label: string,
    values: readonly Value[],
    words: (value: Value) => string,
    value: Value,
    set: (value: Value) => void,
  ) => (
    <Select
      aria-label={`${t(label)}: ${rule.name}`}
      allowDeselect={false}
      disabled={readOnly}
      data={values.map((each) => ({ value: each, label: words(each) }))}
      value={value}
      onChange={(next) => next !== null && set(next)}
    />
  )
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            disabled={first || readOnly}
            aria-label={t('office.signing.up', { name: rule.name })}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            disabled={last || readOnly}
            aria-label={t('office.signing.down', { name: rule.name })}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={t('office.signing.name')}
          maxLength={60}
          readOnly={readOnly}
          value={rule.name}
          onChange={(event) => onChange({ ...rule, name: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        {pick(
          'office.signing.recordedBy',
          RECORDERS,
          (each) => t(`office.signing.recorder.${each}`),
          rule.recordedBy,
          (recordedBy) => onChange({ ...rule, recordedBy }),
        )}
      </Table.Td>
      <Table.Td>
        {pick(
          'office.signing.scope',
          SCOPES,
          (each) => t(`office.signing.scope.${each}`),
          rule.scope,
          (scope) => onChange({ ...rule, scope }),
        )}
      </Table.Td>
      <Table.Td>
        <MultiSelect
          aria-label={`${t('office.signing.when')}: ${rule.name}`}
          disabled={readOnly}
          placeholder={rule.requiredWhen.length === 0 ? t('office.signing.always') : ''}
          data={WHENS.map((each) => ({ value: each, label: t(`office.signing.when.${each}`) }))}
          value={[...whensOf(rule)]}
          onChange={(whens) => onChange({ ...rule, requiredWhen: conditionsOf(rule, whens) })}
        />
      </Table.Td>
      <Table.Td>
        {pick(
          'office.signing.emergency',
          EMERGENCY_WAYS,
          (each) => t(`office.signing.emergency.${each}`),
          rule.emergency,
          (emergency) => onChange({ ...rule, emergency }),
        )}
      </Table.Td>
      <Table.Td>
        <ActionIcon
          variant="subtle"
          disabled={readOnly}
          aria-label={t('office.signing.remove', { name: rule.name })}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  )
}
