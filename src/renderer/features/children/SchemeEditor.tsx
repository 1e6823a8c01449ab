/** A new version of the scheme, begun as a copy of the one in force. */
import { Button, Group, Select, Stack, Table, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { SchemeCheck, SchemeDose } from '../../../shared/contract/child-health-facts'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { DraftNotice } from '../../ui/DraftNotice'
import { Refusals } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { NumberCell, RowTable, TextCell, type RowsProps } from './RowTable'

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

function DoseRows(props: RowsProps<SchemeDose>) {
  const t = useWords()
  return (
    <RowTable
      {...props}
      title={t('children.scheme.doses')}
      add={t('children.scheme.addDose')}
      fresh={NEW_DOSE}
      heads={[
        t('children.vaccines.vaccine'),
        t('children.health.dose'),
        t('children.scheme.fromMonths'),
        t('children.scheme.untilMonths'),
        t('children.scheme.note'),
      ]}
      cells={(row, at, put) => (
        <>
          <TextCell field="vaccine" at={at} max={60} value={row.vaccine} onChange={(vaccine) => put({ vaccine })} />
          <TextCell field="dose" at={at} max={40} value={row.dose} onChange={(dose) => put({ dose })} />
          <NumberCell
            field="fromMonths"
            at={at}
            min={0}
            max={84}
            value={row.fromMonths}
            onChange={(fromMonths) => put({ fromMonths })}
          />
          <NumberCell
            field="untilMonths"
            at={at}
            min={row.fromMonths + 1}
            max={84}
            value={row.untilMonths}
            onChange={(untilMonths) => put({ untilMonths })}
          />
          <TextCell
            field="note"
            at={at}
            max={160}
            value={row.note ?? ''}
            onChange={(note) => put({ note: note || null })}
          />
        </>
      )}
    />
  )
}

function CheckRows(props: RowsProps<SchemeCheck>) {
  const t = useWords()
  return (
    <RowTable
      {...props}
      title={t('children.scheme.checks')}
      add={t('children.scheme.addCheck')}
      fresh={NEW_CHECK}
      width={460}
      heads={[t('children.scheme.fromAge'), t('children.scheme.overdueAt'), t('children.scheme.unit')]}
      cells={(row, at, put) => (
        <>
          <NumberCell field="age" at={at} min={1} max={150} value={row.age} onChange={(age) => put({ age })} />
          <NumberCell
            field="untilAge"
            at={at}
            min={row.age + 1}
            max={150}
            value={row.untilAge}
            onChange={(untilAge) => put({ untilAge })}
          />
          <Table.Td>
            <Select
              size="xs"
              w={110}
              aria-label={t('children.scheme.row.unit', { row: at + 1 })}
              allowDeselect={false}
              data={(['days', 'months'] as const).map((value) => ({ value, label: t(`children.scheme.${value}`) }))}
              value={row.unit}
              onChange={(unit) => put({ unit: unit ?? row.unit })}
            />
          </Table.Td>
        </>
      )}
    />
  )
}
