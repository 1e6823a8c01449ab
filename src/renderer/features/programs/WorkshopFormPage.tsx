/** Changes a workshop of the catalog: its modules and tools in order, what it asks of who enters. */
import { ActionIcon, Button, Group, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Requirement } from '../../../shared/contract/workshops.contract'
import { formatNumber } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { Steps } from './ModulePlanFields'
import { moved } from './move-line'
import classes from './programs.module.css'
import { RequirementFields } from './RequirementFields'

type Workshop = Output<'programs.workshop'>

interface Line {
  readonly id: string | null
  readonly text: string
  /** Minutes of a module, pieces of a tool. */
  readonly amount: number | null
}

interface WorkshopForm {
  readonly title: string
  readonly modules: readonly Line[]
  readonly requirements: readonly Requirement[]
  readonly kit: readonly Line[]
}

const formOf = (workshop: Workshop): WorkshopForm => ({
  title: workshop.title,
  modules: workshop.moduleList.map(({ id, title, minutes }) => ({ id, text: title, amount: minutes })),
  requirements: workshop.requirementList,
  kit: workshop.kitList.map(({ id, tool, quantity }) => ({ id, text: tool, amount: quantity })),
})

export function WorkshopFormPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const read = useRead('programs.workshop', { id })
  return (
    <Page
      title={t('programs.catalog.change')}
      subtitle={read.data?.title}
      back={{ to: `/programs/catalog/${id}`, label: read.data?.title ?? t('programs.catalog.title') }}
    >
      <Refusals of={read.refusals} />
      {read.data && <Form key={read.data.version} workshop={read.data} />}
    </Page>
  )
}

function Form({ workshop }: { readonly workshop: Workshop }) {
  const t = useWords()
  const go = useGo()
  const [form, setForm] = useState<WorkshopForm>(() => formOf(workshop))
  const draft = useDraft<WorkshopForm>(`programs.workshop:${workshop.id}`, form, setForm)
  const act = useAct('programs.changeWorkshop')
  const error = useFieldRefusal(act.refusals)
  const whole = [...form.modules, ...form.kit].every((line) => line.text.trim() && line.amount)
  const minutes = form.modules.reduce((sum, line) => sum + (line.amount ?? 0), 0)
  const save = async () => {
    const { title, requirements } = form
    const outcome = await act.run({
      id: workshop.id,
      version: workshop.version,
      fields: {
        title,
        requirements: [...requirements],
        modules: form.modules.map(({ id, text, amount }) => ({ id, title: text, minutes: amount ?? 0 })),
        kit: form.kit.map(({ id, text, amount }) => ({ id, tool: text, quantity: amount ?? 0 })),
      },
    })
    if (!outcome.ok) return
    draft.drop()
    notifications.show({ message: t('programs.catalog.changed') })
    go(`/programs/catalog/${workshop.id}`)
  }
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <DraftNotice draft={draft} onDiscard={() => setForm(formOf(workshop))} />
      <TextInput
        required
        w={420}
        label={t('programs.form.workshop')}
        maxLength={120}
        value={form.title}
        error={error('title')}
        onChange={(event) => setForm({ ...form, title: event.currentTarget.value })}
      />
      <div className={classes.halves}>
        <Lines
          name="modules"
          lines={form.modules}
          error={error}
          hint={t('programs.catalog.modulesSum', { count: form.modules.length, hours: formatNumber(minutes / 60) })}
          onChange={(modules) => setForm({ ...form, modules })}
        />
        <Lines
          name="kit"
          lines={form.kit}
          error={error}
          hint={t('programs.kit.hint')}
          onChange={(kit) => setForm({ ...form, kit })}
        />
      </div>
      <RequirementFields
        requirements={form.requirements}
        others={workshop.others}
        error={error}
        onChange={(requirements) => setForm({ ...form, requirements })}
      />
      <Refusals of={act.refusals} />
      <Group>
        <Button type="submit" loading={act.pending} disabled={!form.title.trim() || !whole}>
          {t('programs.form.save')}
        </Button>
        <Button variant="default" onClick={() => go(`/programs/catalog/${workshop.id}`)}>
          {t('programs.form.cancel')}
        </Button>
      </Group>
    </form>
  )
}

/** Modules with their hours, or tools with their number, in an order that she chooses. */
function Lines({
  name,
  lines,
  hint,
  error,
  onChange,
}: {
  readonly name: 'modules' | 'kit'
  readonly lines: readonly Line[]
  readonly hint: string
  readonly error: (field: string) => string | undefined
  readonly onChange: (lines: readonly Line[]) => void
}) {
  const t = useWords()
  const per = name === 'modules' ? 60 : 1
  const set = (index: number, line: Line) => onChange(lines.map((each, i) => (i === index ? line : each)))
  return (
    <fieldset className={classes.slots}>
      <legend className={classes.legend}>{t(`programs.lines.${name}`)}</legend>
      <p className={classes.hint}>{hint}</p>
      {lines.map((line, index) => (
        <div key={line.id ?? index} className={classes.line}>
          <TextInput
            className={classes.grow ?? ''}
            aria-label={t(`programs.lines.${name}.text`, { number: index + 1 })}
            maxLength={name === 'modules' ? 120 : 80}
            value={line.text}
            error={error(`${name}.${String(index)}`)}
            onChange={(event) => set(index, { ...line, text: event.currentTarget.value })}
          />
          <NumberInput
            w={100}
            aria-label={t(`programs.lines.${name}.amount`, { title: line.text })}
            min={per === 60 ? 0.5 : 1}
            max={per === 60 ? 1000 : 999}
            step={per === 60 ? 0.5 : 1}
            decimalScale={per === 60 ? 2 : 0}
            {...(per === 60 && { suffix: ' h' })}
            value={line.amount === null ? '' : line.amount / per}
            onChange={(value) =>
              set(index, { ...line, amount: typeof value === 'number' && value > 0 ? Math.round(value * per) : null })
            }
          />
          <Steps
            index={index}
            count={lines.length}
            title={line.text}
            onMove={(by) => onChange(moved(lines, index, by))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('programs.line.drop', { title: line.text })}
            onClick={() => onChange(lines.filter((_, i) => i !== index))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...lines, { id: null, text: '', amount: null }])}
        >
          {t(`programs.lines.${name}.add`)}
        </Button>
      </div>
    </fieldset>
  )
}
