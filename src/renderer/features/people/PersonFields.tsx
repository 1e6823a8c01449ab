/** The fields of a woman's data, for registering and for correcting. */
import { Radio, Select, TextInput, Group } from '@mantine/core'
import type { Refusal } from '../../../shared/kernel/outcome'
import { useWords } from '../../platform/words'
import { CurpNotes } from '../../ui/CurpNotes'
import { DayField } from '../../ui/DayField'
import { useFieldRefusal } from '../../ui/Refusals'
import { curpWarningsOf, type FormValue } from './person-form'
import classes from './people.module.css'

export interface PersonFieldsProps {
  readonly form: FormValue
  readonly setForm: (next: FormValue) => void
  readonly refusals: readonly Refusal[]
}

export function PersonFields({ form, setForm, refusals }: PersonFieldsProps) {
  const t = useWords()
  const fieldRefusal = useFieldRefusal(refusals)
  const text = (
    field: 'fileNumber' | 'surname1' | 'surname2' | 'givenNames' | 'chosenName' | 'curp' | 'schooling' | 'language',
  ) => ({
    label: t(`people.${field}`),
    value: form[field],
    error: fieldRefusal(field),
    autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [field]: event.currentTarget.value }),
  })
  return (
    <div className={classes.fields}>
      <TextInput {...text('fileNumber')} required maxLength={40} autoFocus />
      <TextInput {...text('surname1')} required maxLength={80} />
      <TextInput {...text('surname2')} maxLength={80} />
      <TextInput {...text('givenNames')} required maxLength={120} />
      <TextInput {...text('chosenName')} maxLength={80} description={t('people.chosenNameHint')} />
      <BirthFields form={form} setForm={setForm} error={fieldRefusal('birthDate')} />
      <div>
        <TextInput {...text('curp')} maxLength={24} description={t('people.curpHint')} />
        <CurpNotes warnings={curpWarningsOf(form)} />
      </div>
      <Select
        label={t('people.legalStatus')}
        clearable
        data={(['tried', 'sentenced'] as const).map((value) => ({ value, label: t(`people.legalStatus.${value}`) }))}
        value={form.legalStatus}
        onChange={(value) => setForm({ ...form, legalStatus: value })}
      />
      <TextInput {...text('schooling')} maxLength={80} />
      <TextInput {...text('language')} maxLength={80} description={t('people.languageHint')} />
    </div>
  )
}

function BirthFields({
  form,
  setForm,
  error,
}: Pick<PersonFieldsProps, 'form' | 'setForm'> & { readonly error: string | undefined }) {
  const t = useWords()
  return (
    <div>
      <DayField
        label={t('people.birthDate')}
        value={form.birthDate}
        error={error}
        clearable
        onChange={(birthDate) => setForm({ ...form, birthDate })}
      />
      <Radio.Group
        aria-label={t('people.birthPrecision')}
        value={form.birthPrecision === 'approximate' ? 'approximate' : 'exact'}
        onChange={(value) => setForm({ ...form, birthPrecision: value })}
      >
        <Group gap="md" mt={6}>
          <Radio size="xs" value="exact" label={t('people.birth.exact')} disabled={!form.birthDate} />
          <Radio size="xs" value="approximate" label={t('people.birth.approximate')} disabled={!form.birthDate} />
        </Group>
      </Radio.Group>
    </div>
  )
}
