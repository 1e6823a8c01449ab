/** Who signs certificates, with the days from and until which each holds her post. */
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { CenterSettings } from '../../../shared/contract/office.contract'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import classes from './CenterForm.module.css'

type Signatory = CenterSettings['signatories'][number]
const MOST_KEPT = 24

export interface SignatoriesFieldProps {
  readonly value: readonly Signatory[]
  readonly onChange: (next: Signatory[]) => void
  readonly readOnly: boolean
  readonly error: string | undefined
}

export function SignatoriesField({ value, onChange, readOnly, error }: SignatoriesFieldProps) {
  const t = useWords()
  const change = (index: number, part: Partial<Signatory>) =>
    onChange(value.map((each, at) => (at === index ? { ...each, ...part } : each)))
  return (
    <fieldset className={classes.people}>
      <legend className={classes.legend}>{t('office.center.signatories')}</legend>
      <p className={classes.hint}>{t('office.center.signatoriesHint')}</p>
      {value.map((each, index) => (
        <div className={classes.signatory} key={index}>
          <TextInput
            label={t('office.center.signatoryName', { number: index + 1 })}
            readOnly={readOnly}
            value={each.name}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
          />
          <TextInput
            label={t('office.center.signatoryPost', { number: index + 1 })}
            readOnly={readOnly}
            value={each.post}
            onChange={(event) => change(index, { post: event.currentTarget.value })}
          />
          <DayField
            w="100%"
            label={t('office.center.signatoryFrom', { number: index + 1 })}
            readOnly={readOnly}
            clearable={!readOnly}
            value={each.from ?? null}
            onChange={(from) => change(index, { from })}
          />
          <DayField
            w="100%"
            label={t('office.center.signatoryUntil', { number: index + 1 })}
            readOnly={readOnly}
            clearable={!readOnly}
            value={each.until ?? null}
            onChange={(until) => change(index, { until })}
          />
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('office.center.removeSignatory', { number: index + 1 })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          )}
        </div>
      ))}
      {error && <p className={classes.error}>{error}</p>}
      {!readOnly && value.length < MOST_KEPT && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...value, { name: '', post: '', from: null, until: null }])}
        >
          {t('office.center.addSignatory')}
        </Button>
      )}
    </fieldset>
  )
}
