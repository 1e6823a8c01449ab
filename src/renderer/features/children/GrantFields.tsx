/** What is granted: which acts, from when until when, on whose word and what paper, and the document seen. */
import { Checkbox, Group, Select, TextInput } from '@mantine/core'
import { AUTHORITY_ACTS, EVIDENCE_KINDS, type AuthorityAct } from '../../../shared/contract/child-adults.contract'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'

export interface Grant {
  readonly acts: readonly AuthorityAct[]
  readonly from: string | null
  readonly until: string | null
  readonly evidenceKind: (typeof EVIDENCE_KINDS)[number] | null
  readonly evidenceNumber: string
  readonly seenOn: string | null
}

export function GrantFields({
  value,
  onChange,
  refusal,
  asksActs = true,
}: {
  readonly value: Grant
  readonly onChange: (next: Grant) => void
  readonly refusal: (field: string) => string | undefined
  readonly asksActs?: boolean
}) {
  const t = useWords()
  const reversed = isReversed(value)
  return (
    <>
      {asksActs && (
        <Checkbox.Group
          label={t('children.grid.acts')}
          value={[...value.acts]}
          onChange={(acts) => onChange({ ...value, acts: AUTHORITY_ACTS.filter((act) => acts.includes(act)) })}
        >
          <Group gap="md" mt={6}>
            {AUTHORITY_ACTS.map((act) => (
              <Checkbox key={act} value={act} label={t(`children.grid.act.${act}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <Group grow align="flex-start">
        <DayField
          w="100%"
          clearable
          label={t('children.grid.from')}
          description={t('children.grid.fromHint')}
          value={value.from}
          error={refusal('from')}
          onChange={(from) => onChange({ ...value, from })}
        />
        <DayField
          w="100%"
          clearable
          label={t('children.grid.until')}
          description={t('children.grid.untilHint')}
          value={value.until}
          error={refusal('until') ?? (reversed ? t('children.grid.reversed') : undefined)}
          onChange={(until) => onChange({ ...value, until })}
        />
      </Group>
      <Group grow align="flex-start">
        <Select
          label={t('children.grid.evidence')}
          clearable
          data={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`children.grid.evidence.${kind}`) }))}
          value={value.evidenceKind}
          onChange={(evidenceKind) => onChange({ ...value, evidenceKind })}
        />
        <TextInput
          label={t('children.grid.evidenceNumber')}
          maxLength={80}
          autoComplete="off"
          value={value.evidenceNumber}
          onChange={(event) => onChange({ ...value, evidenceNumber: event.currentTarget.value })}
        />
      </Group>
      <DayField
        w="100%"
        clearable
        label={t('children.grid.seenOn')}
        description={t('children.grid.seenOnHint')}
        value={value.seenOn}
        error={refusal('seenOn')}
        onChange={(seenOn) => onChange({ ...value, seenOn })}
      />
    </>
  )
}

export const isReversed = (grant: Grant): boolean =>
  grant.from !== null && grant.until !== null && grant.until < grant.from
