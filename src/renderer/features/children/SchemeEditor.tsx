/** A new version of the scheme, begun as a copy of the one in force. */
import { ActionIcon, Button, Group, NumberInput, Select, Stack, Table, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { SchemeCheck, SchemeDose } from '../../../shared/contract/child-health-facts'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { DraftNotice } from '../../ui/DraftNotice'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'

interface Form {
  readonly name: string
  readonly source: string
  readonly sourceDay: string | null
  readonly fromDay: string | null
  readonly doses: readonly SchemeDose[]
  readonly checks: readonly SchemeCheck[]
}

const NEW_DOSE: SchemeDose = { vaccine: '', dose: '', fromMonths: 0, untilMonths: 1, note: null }
const NEW_CHECK: SchemeCheck = { age: 1, untilAge: 2, unit: 'months' }

export interface SchemeEditorProps {
  readonly from: Output<'children.schemes'>[number]
  readonly onDone: () => void
}

export function SchemeEditor({ from, onDone }: SchemeEditorProps) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('children.addScheme')
  const untouched: Form = {
    ...{ name: from.name, source: from.source, sourceDay: null, fromDay: null },
    ...{ doses: from.doses, checks: from.checks },
  }
  const [form, setForm] = useState(untouched)
  const draft = useDraft('children.scheme', form, setForm)
  const ready =
    form.name.trim() !== '' &&
    form.source.trim() !== '' &&
    form.sourceDay !== null &&
    form.doses.length > 0 &&
    form.doses.every((row) => row.vaccine.trim() && row.dose.trim() && row.untilMonths > row.fromMonths) &&
    form.checks.every((row) => row.untilAge > row.age)
  const save = async () => {
    const { sourceDay, fromDay } = form
    if (!sourceDay || !today) return
    const outcome = await act.run({
      ...form,
      doses: [...form.doses],
      checks: [...form.checks],
      sourceDay,
      fromDay: fromDay ?? today,
    })
    if (!outcome.ok) return
    draft.drop()
    notifications.show({ color: 'nopal', message: t('children.scheme.saved') })
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <DraftNotice draft={draft} onDiscard={() => setForm(untouched)} />
      <Stack gap="md">
        <Group gap="md" align="flex-start">
          <TextInput
            required
            w={280}
            label={t('children.scheme.name')}
            maxLength={80}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <TextInput
            required
            w={380}
            label={t('children.scheme.source')}
            maxLength={200}
            value={form.source}
            onChange={(event) => setForm({ ...form, source: event.currentTarget.value })}
          />
          <DayField
            required
            label={t('children.scheme.sourceDay')}
            value={form.sourceDay}
            {...(today ? { maxDate: today } : {})}
            onChange={(sourceDay) => setForm({ ...form, sourceDay })}
          />
          <DayField
            label={t('children.scheme.fromDay')}
            value={form.fromDay ?? today}
            onChange={(fromDay) => setForm({ ...form, fromDay })}
          />
        </Group>
        <DoseRows rows={form.doses} onChange={(doses) => setForm({ ...form, doses })} />
        <CheckRows rows={form.checks} onChange={(checks) => setForm({ ...form, checks })} />
        <Refusals of={act.refusals} />
        <Group gap="sm">
          <Button type="submit" loading={act.pending} disabled={!ready}>
            {t('children.scheme.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface RowsProps<Row> {
  readonly rows: readonly Row[]
  readonly onChange: (rows: readonly Row[]) => void
}

/** Puts another row in the place of one. */
const put = <Row,>(rows: readonly Row[], at: number, row: Row): readonly Row[] =>
  rows.map((each, index) => (index === at ? row : each))

function DoseRows({ rows, onChange }: RowsProps<SchemeDose>) {
  const t = useWords()
  return (
    <Section title={t('children.scheme.doses')}>
      <Table aria-label={t('children.scheme.doses')} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('children.vaccines.vaccine')}</Table.Th>
            <Table.Th scope="col">{t('children.health.dose')}</Table.Th>
            <Table.Th scope="col">{t('children.scheme.fromMonths')}</Table.Th>
            <Table.Th scope="col">{t('children.scheme.untilMonths')}</Table.Th>
            <Table.Th scope="col">{t('children.scheme.note')}</Table.Th>
            <Table.Th scope="col">{t('children.health.acts')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, at) => (
            <Table.Tr key={at}>
              {(['vaccine', 'dose'] as const).map((field) => (
                <Table.Td key={field}>
                  <TextInput
                    size="xs"
                    aria-label={t(`children.scheme.row.${field}`, { row: at + 1 })}
                    maxLength={field === 'vaccine' ? 60 : 40}
                    value={row[field]}
                    onChange={(event) => onChange(put(rows, at, { ...row, [field]: event.currentTarget.value }))}
                  />
                </Table.Td>
              ))}
              {(['fromMonths', 'untilMonths'] as const).map((field) => (
                <Table.Td key={field}>
                  <NumberInput
                    size="xs"
                    w={86}
                    aria-label={t(`children.scheme.row.${field}`, { row: at + 1 })}
                    min={field === 'fromMonths' ? 0 : row.fromMonths + 1}
                    max={84}
                    allowDecimal={false}
                    value={row[field]}
                    onChange={(value) => onChange(put(rows, at, { ...row, [field]: Number(value) }))}
                  />
                </Table.Td>
              ))}
              <Table.Td>
                <TextInput
                  size="xs"
                  aria-label={t('children.scheme.row.note', { row: at + 1 })}
                  maxLength={160}
                  value={row.note ?? ''}
                  onChange={(event) => onChange(put(rows, at, { ...row, note: event.currentTarget.value || null }))}
                />
              </Table.Td>
              <Table.Td>
                <RemoveRow row={at} onRemove={() => onChange(rows.filter((_, index) => index !== at))} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <AddRow label={t('children.scheme.addDose')} onAdd={() => onChange([...rows, NEW_DOSE])} />
    </Section>
  )
}

function CheckRows({ rows, onChange }: RowsProps<SchemeCheck>) {
  const t = useWords()
  const units = [
    { value: 'days', label: t('children.scheme.days') },
    { value: 'months', label: t('children.scheme.months') },
  ]
  return (
    <Section title={t('children.scheme.checks')}>
      <Table aria-label={t('children.scheme.checks')} w={460} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('children.scheme.fromAge')}</Table.Th>
            <Table.Th scope="col">{t('children.scheme.overdueAt')}</Table.Th>
            <Table.Th scope="col">{t('children.scheme.unit')}</Table.Th>
            <Table.Th scope="col">{t('children.health.acts')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, at) => (
            <Table.Tr key={at}>
              {(['age', 'untilAge'] as const).map((field) => (
                <Table.Td key={field}>
                  <NumberInput
                    size="xs"
                    w={96}
                    aria-label={t(`children.scheme.row.${field}`, { row: at + 1 })}
                    min={field === 'age' ? 1 : row.age + 1}
                    max={150}
                    allowDecimal={false}
                    value={row[field]}
                    onChange={(value) => onChange(put(rows, at, { ...row, [field]: Number(value) }))}
                  />
                </Table.Td>
              ))}
              <Table.Td>
                <Select
                  size="xs"
                  w={110}
                  aria-label={t('children.scheme.row.unit', { row: at + 1 })}
                  allowDeselect={false}
                  data={units}
                  value={row.unit}
                  onChange={(value) => onChange(put(rows, at, { ...row, unit: value === 'days' ? 'days' : 'months' }))}
                />
              </Table.Td>
              <Table.Td>
                <RemoveRow row={at} onRemove={() => onChange(rows.filter((_, index) => index !== at))} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <AddRow label={t('children.scheme.addCheck')} onAdd={() => onChange([...rows, NEW_CHECK])} />
    </Section>
  )
}

function RemoveRow({ row, onRemove }: { readonly row: number; readonly onRemove: () => void }) {
  const t = useWords()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t('children.scheme.removeRow', { row: row + 1 })}
      onClick={onRemove}
    >
      <IconTrash size={18} aria-hidden />
    </ActionIcon>
  )
}

function AddRow({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  return (
    <Button variant="default" size="xs" mt={6} leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
      {label}
    </Button>
  )
}
