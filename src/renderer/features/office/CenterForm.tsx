/** The fields of a center's settings: at set-up and on the settings page. */
import { NativeSelect, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { CenterSettings } from '../../../shared/contract/office.contract'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import type { CenterField } from '../../../shared/contract/center-file'
import { LinesField } from './LinesField'
import { SignatoriesField } from './SignatoriesField'
import classes from './CenterForm.module.css'

export interface CenterFormProps {
  readonly value: CenterSettings
  readonly onChange: (next: CenterSettings) => void
  /** The sentence under a field, if something is wrong with it. */
  readonly errorOf: (field: CenterField) => string | undefined
  /** The code is for life once the center exists. */
  readonly codeFixed?: boolean
  readonly readOnly?: boolean
}

/** The zones of Mexico, as IANA names them. */
const PLACES = [
  'Mexico_City',
  'Monterrey',
  'Merida',
  'Cancun',
  'Bahia_Banderas',
  'Mazatlan',
  'Chihuahua',
  'Ojinaga',
  'Ciudad_Juarez',
  'Hermosillo',
  'Matamoros',
  'Tijuana',
]
const ZONES = PLACES.map((place) => `America/${place}`)

export function CenterForm({ value, onChange, errorOf, codeFixed = false, readOnly = false }: CenterFormProps) {
  const t = useWords()
  const set = <Field extends CenterField>(field: Field, next: CenterSettings[Field]) =>
    onChange({ ...value, [field]: next })
  const text = (field: 'name' | 'municipality' | 'state' | 'issuer' | 'issuerContact', required = true) => (
    <TextInput
      label={t(`office.center.${field}`)}
      required={required}
      readOnly={readOnly}
      autoComplete="off"
      error={errorOf(field)}
      value={value[field]}
      onChange={(event) => set(field, event.currentTarget.value)}
    />
  )
  const number = (field: 'ageLimitMonths' | 'idleMinutes' | 'lateGraceMinutes', min: number, max: number) => (
    <NumberInput
      label={t(`office.center.${field}`)}
      description={t(`office.center.${field}Hint`)}
      required
      readOnly={readOnly}
      allowDecimal={false}
      allowNegative={false}
      min={min}
      max={max}
      error={errorOf(field)}
      value={value[field]}
      onChange={(next) => set(field, Number(next))}
    />
  )
  const pick = <Field extends 'paper' | 'dormitoryWord' | 'timezone'>(
    field: Field,
    options: readonly CenterSettings[Field][],
    words: (option: string) => string,
  ) => (
    <NativeSelect
      label={t(`office.center.${field}`)}
      required
      disabled={readOnly}
      error={errorOf(field)}
      value={value[field]}
      data={options.map((option) => ({ value: option, label: words(option) }))}
      onChange={(event) => set(field, event.currentTarget.value as CenterSettings[Field])}
    />
  )
  // A zone from `centro.json` that is not in our list keeps its own name.
  const zoneWords = (zone: string) => {
    const place = zone.replace('America/', '')
    return ZONES.includes(zone) ? t(`office.zone.${place}`) : zone
  }
  const zones = ZONES.includes(value.timezone) ? ZONES : [...ZONES, value.timezone]
  return (
    <Stack gap="lg">
      <Section title={t('office.center.part.place')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          <TextInput
            label={t('office.center.code')}
            description={t(codeFixed ? 'office.center.codeFixed' : 'office.center.codeHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            required
            readOnly={codeFixed || readOnly}
            maxLength={8}
            autoComplete="off"
            error={errorOf('code')}
            value={value.code}
            onChange={(event) => set('code', event.currentTarget.value.toUpperCase())}
          />
          {text('name')}
          {text('municipality')}
          {text('state')}
          {pick('timezone', zones, zoneWords)}
          {pick('dormitoryWord', ['dormitorio', 'estancia'], (word) => t(`office.center.dormitoryWord.${word}`))}
        </SimpleGrid>
      </Section>
      <Section title={t('office.center.part.papers')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
          {text('issuer')}
          {text('issuerContact', false)}
          {pick('paper', ['letter', 'oficio'], (paper) => t(`office.center.paper.${paper}`))}
        </SimpleGrid>
        <SignatoriesField
          value={value.signatories}
          onChange={(next) => set('signatories', next)}
          readOnly={readOnly}
          error={errorOf('signatories')}
        />
      </Section>
      <Section title={t('office.center.part.rules')}>
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md" verticalSpacing="sm" className={classes.rules ?? ''}>
          {number('ageLimitMonths', 1, 216)}
          {number('lateGraceMinutes', 0, 240)}
          {number('idleMinutes', 1, 60)}
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" mt="md">
          <LinesField
            label={t('office.center.outingAuthorisations')}
            description={t('office.center.onePerLine')}
            required
            value={value.outingAuthorisations}
            onChange={(lines) => set('outingAuthorisations', lines)}
            error={errorOf('outingAuthorisations')}
          />
          <LinesField
            label={t('office.center.hqRecipients')}
            description={t('office.center.hqRecipientsHint')}
            value={value.hqRecipients}
            onChange={(lines) => set('hqRecipients', lines)}
            error={errorOf('hqRecipients')}
          />
        </SimpleGrid>
      </Section>
    </Stack>
  )
}
