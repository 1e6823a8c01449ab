/** Who an adult is: somebody from the register, or somebody new with the document that was shown. */
import { Autocomplete, Group, Select, Textarea, TextInput } from '@mantine/core'
import { DOCUMENT_KINDS, type AdultPerson } from '../../../shared/contract/child-adults.contract'
import { useWords } from '../../platform/words'
import type { TypedAdult } from './adult-form'

interface AdultFieldsProps {
  readonly value: TypedAdult
  readonly onChange: (next: TypedAdult) => void
  readonly refusal: (field: string) => string | undefined
  /** Asks how the person looks: for somebody who is to be recognised. */
  readonly asksLook?: boolean
}

/** Name with those already known below it; whoever is chosen needs no other field. */
export function ChooseAdult({
  known,
  ...fields
}: AdultFieldsProps & {
  readonly known: { readonly labels: readonly string[]; readonly chosen: AdultPerson | undefined }
}) {
  const t = useWords()
  const { value, onChange, refusal } = fields
  return (
    <>
      <Autocomplete
        data-autofocus
        required
        openOnFocus={false}
        label={t('children.adult.fullName')}
        description={t('children.adult.fullNameHint')}
        maxLength={160}
        data={[...known.labels]}
        filter={({ options }) => options}
        value={value.fullName}
        error={refusal('adult')}
        onChange={(fullName) => onChange({ ...value, fullName })}
      />
      {!known.chosen && <WhoFields {...fields} />}
    </>
  )
}

/** Document, telephone, address; and how somebody looks. */
export function WhoFields({ value, onChange, refusal, asksLook = false }: AdultFieldsProps) {
  const t = useWords()
  const listed = value.documentKind !== null && value.documentKind !== 'other'
  return (
    <>
      <Group grow align="flex-start">
        <Select
          label={t('children.adult.documentKind')}
          clearable
          data={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`children.adult.documentKind.${kind}`) }))}
          value={value.documentKind}
          onChange={(documentKind) => onChange({ ...value, documentKind })}
        />
        <TextInput
          label={t(listed ? 'children.adult.last4' : 'children.adult.document')}
          maxLength={60}
          autoComplete="off"
          value={value.document}
          error={refusal('document')}
          onChange={(event) => onChange({ ...value, document: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label={t('children.adult.phone')}
        maxLength={40}
        autoComplete="off"
        inputMode="tel"
        value={value.phone}
        onChange={(event) => onChange({ ...value, phone: event.currentTarget.value })}
      />
      <TextInput
        label={t('children.adult.address')}
        maxLength={200}
        autoComplete="off"
        value={value.address}
        onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
      />
      {asksLook && (
        <Textarea
          label={t('children.adult.description')}
          description={t('children.adult.descriptionHint')}
          maxLength={300}
          autosize
          minRows={2}
          value={value.description}
          onChange={(event) => onChange({ ...value, description: event.currentTarget.value })}
        />
      )}
    </>
  )
}
