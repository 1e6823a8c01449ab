/** What an adult may do for a child: the three answers, until when, and by what order not. */
import { Radio, Stack, TextInput } from '@mantine/core'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'

export type Say = 'may' | 'may-not' | 'forbidden'

export interface AuthorityValue {
  readonly relation: string
  readonly say: Say
  readonly validUntil: string | null
  readonly forbiddenBy: string
}

export const authorityOf = (value: AuthorityValue) => ({
  relation: value.relation,
  mayCollect: value.say === 'may',
  validUntil: value.say === 'may' ? value.validUntil : null,
  forbiddenBy: value.say === 'forbidden' ? value.forbiddenBy : null,
})

export const isSaid = (value: AuthorityValue): boolean =>
  value.relation.trim() !== '' && (value.say !== 'forbidden' || value.forbiddenBy.trim() !== '')

export function AuthorityFields({
  value,
  setValue,
}: {
  readonly value: AuthorityValue
  readonly setValue: (next: AuthorityValue) => void
}) {
  const t = useWords()
  return (
    <>
      <TextInput
        required
        label={t('children.adult.relation')}
        placeholder={t('children.adult.relationHint')}
        maxLength={60}
        autoComplete="off"
        value={value.relation}
        onChange={(event) => setValue({ ...value, relation: event.currentTarget.value })}
      />
      <Radio.Group
        label={t('children.adult.standing')}
        value={value.say}
        onChange={(say) => setValue({ ...value, say: say })}
      >
        <Stack gap={6} mt={4}>
          {(['may', 'may-not', 'forbidden'] as const).map((say) => (
            <Radio key={say} value={say} label={t(`children.adult.${say}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {value.say === 'may' && (
        <DayField
          label={t('children.adult.validUntil')}
          description={t('children.adult.validUntilHint')}
          w="100%"
          clearable
          value={value.validUntil}
          onChange={(validUntil) => setValue({ ...value, validUntil })}
        />
      )}
      {value.say === 'forbidden' && (
        <TextInput
          required
          label={t('children.adult.forbiddenBy')}
          placeholder={t('children.adult.forbiddenByHint')}
          maxLength={120}
          autoComplete="off"
          value={value.forbiddenBy}
          onChange={(event) => setValue({ ...value, forbiddenBy: event.currentTarget.value })}
        />
      )}
    </>
  )
}
