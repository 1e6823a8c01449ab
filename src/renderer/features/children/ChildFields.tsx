/** The fields of a child's data, for registering and for correcting. */
import { Group, Radio, Select, TextInput } from '@mantine/core'
import { CAME } from '../../../shared/contract/children.contract'
import type { Refusal } from '../../../shared/kernel/outcome'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { CurpNotes } from '../../ui/CurpNotes'
import { DayField } from '../../ui/DayField'
import { useFieldRefusal } from '../../ui/Refusals'
import { curpWarningsOf, type FormValue } from './child-form'
import classes from './children.module.css'

export interface ChildFieldsProps {
  readonly form: FormValue
  readonly setForm: (next: FormValue) => void
  readonly refusals: readonly Refusal[]
  /** A child outside has no day from which it lives here. */
  readonly isOutside?: boolean
}

export function ChildFields({ form, setForm, refusals, isOutside = false }: ChildFieldsProps) {
  const t = useWords()
  const fieldRefusal = useFieldRefusal(refusals)
  const text = (field: 'surname1' | 'surname2' | 'givenNames' | 'curp') => ({
    label: t(`children.${field}`),
    value: form[field],
    error: fieldRefusal(field),
    autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [field]: event.currentTarget.value }),
  })
  return (
    <div className={classes.fields}>
      <TextInput {...text('surname1')} required maxLength={80} />
      <TextInput {...text('surname2')} maxLength={80} />
      <TextInput {...text('givenNames')} required maxLength={120} />
      <Select
        label={t('children.sex')}
        clearable
        data={(['M', 'H', 'X'] as const).map((value) => ({ value, label: t(`children.sex.${value}`) }))}
        value={form.sex}
        onChange={(value) => setForm({ ...form, sex: value })}
      />
      <BirthFields form={form} setForm={setForm} error={fieldRefusal('birthDate')} />
      {!isOutside && <HereFields form={form} setForm={setForm} error={fieldRefusal('livesHereFrom')} />}
      <div>
        <TextInput {...text('curp')} maxLength={24} description={t('children.curpHint')} />
        <CurpNotes warnings={curpWarningsOf(form)} />
      </div>
    </div>
  )
}

function BirthFields({
  form,
  setForm,
  error,
}: Pick<ChildFieldsProps, 'form' | 'setForm'> & { readonly error: string | undefined }) {
  const t = useWords()
  return (
    <div>
      <DayField
        label={t('children.birthDate')}
        value={form.birthDate}
        error={error}
        clearable
        onChange={(birthDate) => setForm({ ...form, birthDate })}
      />
      <Radio.Group
        aria-label={t('children.birthPrecision')}
        value={form.birthPrecision === 'approximate' ? 'approximate' : 'exact'}
        onChange={(value) => setForm({ ...form, birthPrecision: value })}
      >
        <Group gap="md" mt={6}>
          <Radio size="xs" value="exact" label={t('children.birth.exact')} disabled={!form.birthDate} />
          <Radio size="xs" value="approximate" label={t('children.birth.approximate')} disabled={!form.birthDate} />
        </Group>
      </Radio.Group>
    </div>
  )
}

function HereFields({
  form,
  setForm,
  error,
}: Pick<ChildFieldsProps, 'form' | 'setForm'> & { readonly error: string | undefined }) {
  const t = useWords()
  const clock = useClock()
  return (
    <>
      <DayField
        label={t('children.livesHereFrom')}
        description={t('children.livesHereFromHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        clearable
        maxDate={clock?.today}
        value={form.livesHereFrom}
        error={error}
        onChange={(livesHereFrom) => setForm({ ...form, livesHereFrom })}
      />
      <Select
        label={t('children.came')}
        clearable
        data={CAME.map((value) => ({ value, label: t(`children.came.${value}`) }))}
        value={form.came}
        onChange={(value) => setForm({ ...form, came: CAME.find((each) => each === value) ?? null })}
      />
    </>
  )
}
