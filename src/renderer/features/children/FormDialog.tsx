/** A question of a child's file: a few fields, what follows from it, one button. Its fields are data. */
import { Button, Group, List, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type ReactNode } from 'react'
import type { Outcome, Refusal } from '../../../shared/kernel/outcome'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { TimeField } from '../../ui/TimeField'
import { useReturnFocus } from '../../ui/use-return-focus'
import classes from './children.module.css'

export interface FormField {
  /** Its words are `children.form.<name>` unless `label` says otherwise. */
  readonly name: string
  readonly kind: 'text' | 'area' | 'day' | 'time' | 'choice'
  readonly label?: string
  readonly hint?: string
  readonly required?: boolean
  /** Required by what stands in another field. */
  readonly requiredWhen?: (values: FormValues) => boolean
  readonly max?: number
  readonly maxDay?: string | undefined
  /** Shares its line with the field beside it. */
  readonly half?: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

export type FormValues = Readonly<Record<string, string | null>>

export interface FormDialogProps {
  readonly title: string
  readonly verb: string
  readonly fields: readonly FormField[]
  readonly start: FormValues
  readonly consequences?: readonly ReactNode[]
  readonly act: { readonly pending: boolean; readonly refusals: readonly Refusal[] }
  readonly send: (values: FormValues) => Promise<Outcome<unknown>>
  /** Said once it is done. */
  readonly told: string
  readonly danger?: boolean
  readonly children?: (values: FormValues) => ReactNode
  readonly onClose: () => void
}

/** Mounted only while it is open, so that each opening begins anew. */
export function FormDialog(props: FormDialogProps) {
  const t = useWords()
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      centered
      size={560}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Question {...props} />
    </Modal>
  )
}

function Question({ fields, start, consequences, act, send, told, verb, danger, children, onClose }: FormDialogProps) {
  const t = useWords()
  useReturnFocus()
  const [values, setValues] = useState(start)
  const onField = useFieldRefusal(act.refusals)
  const lacks = fields.some((field) => isRequired(field, values) && !values[field.name]?.trim())
  // A day or a choice that takes the focus would open over the fields below it.
  const firstTyped = fields.find((field) => field.kind === 'text' || field.kind === 'area')
  const submit = async () => {
    if (!(await send(values)).ok) return
    notifications.show({ message: told })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="md">
        {consequences && consequences.length > 0 && (
          <List spacing={4}>
            {consequences.map((each, index) => (
              <List.Item key={index}>{each}</List.Item>
            ))}
          </List>
        )}
        <div className={classes.form}>
          {fields.map((field) => (
            <div key={field.name} data-half={field.half || undefined}>
              <OneField
                field={{ ...field, required: isRequired(field, values) }}
                first={field === firstTyped}
                value={values[field.name] ?? null}
                error={onField(field.name)}
                onChange={(value) => setValues({ ...values, [field.name]: value })}
              />
            </div>
          ))}
        </div>
        {children?.(values)}
        <Refusals of={act.refusals} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" color={danger ? 'granada' : undefined} loading={act.pending} disabled={lacks}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const isRequired = (field: FormField, values: FormValues): boolean =>
  field.required ?? field.requiredWhen?.(values) ?? false

interface OneFieldProps {
  readonly field: FormField
  readonly first: boolean
  readonly value: string | null
  readonly error: string | undefined
  readonly onChange: (value: string | null) => void
}

function OneField({ field, first, value, error, onChange }: OneFieldProps) {
  const t = useWords()
  const common = {
    label: field.label ?? t(`children.form.${field.name}`),
    description: field.hint,
    required: field.required ?? false,
    error,
    ...(first ? { 'data-autofocus': true } : {}),
  }
  const max = field.max ?? 300
  if (field.kind === 'day')
    return <DayField {...common} w="100%" clearable maxDate={field.maxDay} value={value} onChange={onChange} />
  if (field.kind === 'time') return <TimeField {...common} value={value} onChange={onChange} />
  if (field.kind === 'choice')
    return (
      <Select
        {...common}
        allowDeselect={!field.required}
        data={[...(field.options ?? [])]}
        value={value}
        onChange={onChange}
      />
    )
  if (field.kind === 'area')
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        maxLength={max}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  return (
    <TextInput
      {...common}
      autoComplete="off"
      maxLength={max}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** What a required field holds. */
export const said = (values: FormValues, name: string): string => values[name] ?? ''
