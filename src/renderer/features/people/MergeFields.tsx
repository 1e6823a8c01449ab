/** Both records side by side, field by field: what the kept record says is chosen where the two differ. */
import { Radio } from '@mantine/core'
import type { MergeField, MergePreview } from '../../../shared/contract/merge.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { StateWord } from './StayStatus'
import classes from './merge.module.css'

export function MergeFields({
  of,
  fromLoser,
  onChange,
}: {
  readonly of: MergePreview
  readonly fromLoser: readonly MergeField[]
  readonly onChange: (fields: readonly MergeField[]) => void
}) {
  const t = useWords()
  const take = (field: MergeField, loser: boolean) =>
    onChange(
      loser ? [...fromLoser.filter((each) => each !== field), field] : fromLoser.filter((each) => each !== field),
    )
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('merge.field')}</th>
          <th scope="col">
            {t('merge.kept')}
            <Head of={of.kept} />
          </th>
          <th scope="col">
            {t('merge.loser')}
            <Head of={of.loser} />
          </th>
        </tr>
      </thead>
      <tbody>
        {of.fields.map(({ field, kept, loser }) => (
          <Row
            key={field}
            field={field}
            kept={kept}
            loser={loser}
            takes={fromLoser.includes(field)}
            onTake={(its) => take(field, its)}
          />
        ))}
      </tbody>
    </table>
  )
}

function Head({ of }: { readonly of: MergePreview['kept'] }) {
  return (
    <div className={classes.head}>
      {[of.name, of.fileNumber, of.dormitory].filter(Boolean).join(' · ')} <StateWord state={of.state} />
    </div>
  )
}

function Row({
  field,
  kept,
  loser,
  takes,
  onTake,
}: {
  readonly field: MergeField
  readonly kept: string | null
  readonly loser: string | null
  readonly takes: boolean
  readonly onTake: (loser: boolean) => void
}) {
  const t = useWords()
  const label = t(`people.${field}`)
  const shown = (value: string | null) => (value === null ? '—' : valueOf(field, value, t))
  if (kept === loser)
    return (
      <tr data-same>
        <th scope="row">{label}</th>
        <td colSpan={2}>{shown(kept)}</td>
      </tr>
    )
  const option = (value: string | null, its: boolean) => (
    <td data-taken={takes === its}>
      <Radio
        name={`merge-${field}`}
        label={shown(value)}
        aria-label={`${label}: ${t(its ? 'merge.loser' : 'merge.kept')}, ${shown(value)}`}
        checked={takes === its}
        onChange={() => onTake(its)}
      />
    </td>
  )
  return (
    <tr>
      <th scope="row">{label}</th>
      {option(kept, false)}
      {option(loser, true)}
    </tr>
  )
}

function valueOf(field: MergeField, value: string, t: Words): string {
  if (field === 'birthDate') return formatDay(value, t.language)
  return field === 'legalStatus' || field === 'consents' ? t(`people.${field}.${value}`) : value
}
