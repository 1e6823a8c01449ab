/** What both forms of an edition have in common: where, who, how long, how many, when, what. */
import { Autocomplete, Checkbox, NumberInput, Select } from '@mantine/core'
import type { Output } from '../../../shared/contract'
import { CARES } from '../../../shared/contract/workshops.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { Refusal } from '../../../shared/kernel/outcome'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { useFieldRefusal } from '../../ui/Refusals'
import type { EditionForm } from './edition-form'
import { ExceptionFields } from './ExceptionFields'
import { ModulePlanFields } from './ModulePlanFields'
import classes from './programs.module.css'
import { ruleWords } from './rule-words'
import { RuleAsks } from './RuleAsks'
import { SlotFields } from './SlotFields'

type Choices = Output<'programs.choices'>
type Rule = Choices['workshops'][number]['rule']

export interface EditionFieldsetProps {
  readonly form: EditionForm
  readonly setForm: (next: EditionForm) => void
  readonly choices: Choices | undefined
  readonly refusals: readonly Refusal[]
  /** The catalog entry, where it is known. */
  readonly workshop: Choices['workshops'][number] | undefined
  /** The certificate rule that it takes or has taken: then its figures are not hers to type. */
  readonly rule: Rule
}

const numberOr = (value: string | number) => (typeof value === 'number' ? value : null)

export function EditionFieldset({ form, setForm, choices, refusals, workshop, rule }: EditionFieldsetProps) {
  const t = useWords()
  const error = useFieldRefusal(refusals)
  return (
    <>
      <div className={classes.row}>
        <Autocomplete
          className={classes.grow ?? ''}
          required
          label={t('programs.form.room')}
          description={t('programs.form.nameHint')}
          maxLength={80}
          data={choices?.rooms ?? []}
          value={form.room}
          onChange={(room) => setForm({ ...form, room })}
        />
        <Autocomplete
          className={classes.grow ?? ''}
          required
          label={t('programs.form.instructor')}
          description={t('programs.form.nameHint')}
          maxLength={120}
          data={choices?.instructors ?? []}
          value={form.instructor}
          onChange={(instructor) => setForm({ ...form, instructor })}
        />
      </div>
      <Figures form={form} setForm={setForm} rule={rule} error={error} />
      <div className={classes.row}>
        <DayField
          required
          label={t('programs.form.startsOn')}
          value={form.startsOn}
          error={error('startsOn')}
          onChange={(startsOn) => setForm({ ...form, startsOn })}
        />
        <DayField
          required
          label={t('programs.form.endsOn')}
          value={form.endsOn}
          error={error('endsOn')}
          onChange={(endsOn) => setForm({ ...form, endsOn })}
        />
        <Select
          className={classes.grow ?? ''}
          clearable
          label={t('programs.form.care')}
          placeholder={t('programs.care.none')}
          data={CARES.map((value) => ({ value, label: t(`programs.care.${value}`) }))}
          value={form.care}
          onChange={(value) => setForm({ ...form, care: CARES.find((each) => each === value) ?? null })}
        />
      </div>
      <SlotFields slots={form.slots} onChange={(slots) => setForm({ ...form, slots })} />
      <ExceptionFields
        exceptions={form.exceptions}
        slots={form.slots}
        error={error}
        onChange={(exceptions) => setForm({ ...form, exceptions })}
      />
      <ModulePlanFields
        modules={form.modules}
        catalog={workshop?.modules ?? []}
        hours={form.hours}
        onChange={(modules) => setForm({ ...form, modules })}
      />
      <Checkbox
        label={t('programs.form.takesWaiting')}
        checked={form.takesWaiting}
        onChange={(event) => setForm({ ...form, takesWaiting: event.currentTarget.checked })}
      />
    </>
  )
}

/** Hours, places and what its certificate asks for. */
function Figures({
  form,
  setForm,
  rule,
  error,
}: Pick<EditionFieldsetProps, 'form' | 'setForm' | 'rule'> & {
  readonly error: (field: string) => string | undefined
}) {
  const t = useWords()
  return (
    <>
      <div className={classes.row}>
        <NumberInput
          required
          w={158}
          min={1}
          max={2000}
          allowDecimal={false}
          label={t('programs.form.hours')}
          value={form.hours ?? ''}
          onChange={(value) => setForm({ ...form, hours: numberOr(value) })}
        />
        <NumberInput
          required
          w={80}
          min={1}
          max={999}
          allowDecimal={false}
          label={t('programs.form.capacity')}
          value={form.capacity ?? ''}
          onChange={(value) => setForm({ ...form, capacity: numberOr(value) })}
        />
        {!rule && (
          <>
            <NumberInput
              required
              w={174}
              min={0}
              max={100}
              allowDecimal={false}
              label={t('programs.form.minRate')}
              value={form.minRatePercent ?? ''}
              error={error('minRatePercent')}
              onChange={(value) => setForm({ ...form, minRatePercent: numberOr(value) })}
            />
            <NumberInput
              w={118}
              min={1}
              max={2000}
              allowDecimal={false}
              label={t('programs.form.minHours')}
              value={form.minHours ?? ''}
              onChange={(value) => setForm({ ...form, minHours: numberOr(value) })}
            />
          </>
        )}
      </div>
      {!rule && <RuleAsks value={form.asks} onChange={(asks) => setForm({ ...form, asks })} />}
      {rule && (
        <p className={classes.hint}>
          {t('programs.form.ruleWords', { rule: ruleWords(rule, t), day: formatDay(rule.fromDay, t.language) })}
        </p>
      )}
    </>
  )
}
