/** Creates or changes an edition; beside the form stands what saving would do. */
import { Autocomplete, Button, Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Refusal } from '../../../shared/kernel/outcome'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { AxisModal } from './AxisModal'
import { completeFields, EMPTY_FORM, formOf, type EditionForm } from './edition-form'
import { Preview } from './Preview'
import classes from './programs.module.css'
import { SlotFields } from './SlotFields'

export function CreateEditionPage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const [form, setForm] = useState<EditionForm>(EMPTY_FORM)
  const draft = useDraft('programs.create', form, setForm)
  const act = useAct('programs.create')
  const fields = completeFields(form)
  const choices = useRead('programs.choices', form.startsOn ? { startsOn: form.startsOn } : {}).data
  const [axisOpen, setAxisOpen] = useState(false)
  const axis = choices?.axes.find((each) => each.id === form.axisId)
  const code = form.code || (axis?.nextCode ?? '')
  const ready = fields && form.axisId && form.workshop.trim() && code

  const create = async () => {
    if (!ready || !form.axisId) return
    const outcome = await act.run({ axisId: form.axisId, workshop: form.workshop, code, fields })
    if (!outcome.ok) return
    draft.drop()
    notifications.show({ message: t('programs.created', { count: outcome.value.sessions }) })
    go(`/programs/${outcome.value.id}`)
  }
  const error = useFieldRefusal(act.refusals)
  return (
    <Page title={t('programs.form.createTitle')} back={{ to: '/programs', label: t('programs.edition.back') }}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <div className={classes.fields}>
          <DraftNotice draft={draft} onDiscard={() => setForm(EMPTY_FORM)} />
          <div className={classes.row}>
            <Select
              className={classes.grow ?? ''}
              required
              label={t('programs.form.axis')}
              data={(choices?.axes ?? []).map((each) => ({ value: each.id, label: each.name }))}
              value={form.axisId}
              error={error('axisId')}
              onChange={(axisId) => setForm({ ...form, axisId, code: '' })}
            />
            {may('programs.createAxis') && (
              <Button variant="default" mt={25} onClick={() => setAxisOpen(true)}>
                {t('programs.form.newAxis')}
              </Button>
            )}
          </div>
          <div className={classes.row}>
            <Autocomplete
              className={classes.grow ?? ''}
              required
              label={t('programs.form.workshop')}
              description={t('programs.form.workshopHint')}
              maxLength={120}
              data={(choices?.workshops ?? [])
                .filter((each) => !form.axisId || each.axisId === form.axisId)
                .map((each) => each.title)}
              value={form.workshop}
              error={error('workshop')}
              onChange={(workshop) => setForm({ ...form, workshop })}
            />
            <TextInput
              required
              w={150}
              label={t('programs.form.code')}
              description={t('programs.form.codeHint')}
              maxLength={30}
              value={code}
              error={error('code')}
              onChange={(event) => setForm({ ...form, code: event.currentTarget.value.toUpperCase() })}
            />
          </div>
          <EditionFieldset form={form} setForm={setForm} choices={choices} refusals={act.refusals} />
          <Refusals of={act.refusals} />
          <Group>
            <Button type="submit" disabled={!ready} loading={act.pending}>
              {t('programs.form.create')}
            </Button>
            <Button variant="default" onClick={() => go('/programs')}>
              {t('programs.form.cancel')}
            </Button>
          </Group>
        </div>
        <LivePreview form={form} />
      </form>
      <AxisModal
        opened={axisOpen}
        onClose={() => setAxisOpen(false)}
        onMade={(axisId) => setForm({ ...form, axisId, code: '' })}
      />
    </Page>
  )
}

export function ChangeEditionPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const edition = useRead('programs.edition', { id })
  return (
    <Page
      title={t('programs.form.changeTitle')}
      subtitle={edition.data && `${edition.data.code} · ${edition.data.title}`}
      back={{ to: `/programs/${id}`, label: edition.data?.title ?? t('programs.edition.back') }}
    >
      <Refusals of={edition.refusals} />
      {edition.data && <ChangeForm key={edition.data.version} edition={edition.data} />}
    </Page>
  )
}

function ChangeForm({ edition }: { readonly edition: Output<'programs.edition'> }) {
  const t = useWords()
  const go = useGo()
  const [form, setForm] = useState<EditionForm>(() => formOf(edition))
  const draft = useDraft(`programs.change:${edition.id}`, form, setForm)
  const act = useAct('programs.change')
  const choices = useRead('programs.choices', {}).data
  const fields = completeFields(form)
  const ready = fields && form.reason.trim()

  const change = async () => {
    if (!ready) return
    const outcome = await act.run({ id: edition.id, version: edition.version, fields, reason: form.reason })
    if (!outcome.ok) return
    draft.drop()
    notifications.show({ message: t('programs.changed', { ...outcome.value }) })
    go(`/programs/${edition.id}`)
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <div className={classes.fields}>
        <DraftNotice draft={draft} onDiscard={() => setForm(formOf(edition))} />
        <EditionFieldset form={form} setForm={setForm} choices={choices} refusals={act.refusals} />
        <Textarea
          required
          autosize
          minRows={2}
          maxLength={300}
          label={t('programs.form.reason')}
          value={form.reason}
          onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
        />
        <Refusals of={act.refusals} />
        <Group>
          <Button type="submit" disabled={!ready} loading={act.pending}>
            {t('programs.form.save')}
          </Button>
          <Button variant="default" onClick={() => go(`/programs/${edition.id}`)}>
            {t('programs.form.cancel')}
          </Button>
        </Group>
      </div>
      <LivePreview form={form} id={edition.id} />
    </form>
  )
}

const TYPING_MS = 300

/** Asks main what saving would do, once she has stopped typing for a moment. */
function LivePreview({ form, id }: { readonly form: EditionForm; readonly id?: string }) {
  const [settled] = useDebouncedValue(form, TYPING_MS)
  return <Preview fields={completeFields(settled)} {...(id && { id })} />
}

/** What both forms have in common: where, who, how long, how many, when. */
function EditionFieldset({
  form,
  setForm,
  choices,
  refusals,
}: {
  readonly form: EditionForm
  readonly setForm: (next: EditionForm) => void
  readonly choices: Output<'programs.choices'> | undefined
  readonly refusals: readonly Refusal[]
}) {
  const t = useWords()
  const error = useFieldRefusal(refusals)
  const number = (value: string | number) => (typeof value === 'number' ? value : null)
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
      <div className={classes.row}>
        <NumberInput
          required
          w={150}
          min={1}
          max={2000}
          allowDecimal={false}
          label={t('programs.form.hours')}
          value={form.hours ?? ''}
          onChange={(value) => setForm({ ...form, hours: number(value) })}
        />
        <NumberInput
          required
          w={110}
          min={1}
          max={999}
          allowDecimal={false}
          label={t('programs.form.capacity')}
          value={form.capacity ?? ''}
          onChange={(value) => setForm({ ...form, capacity: number(value) })}
        />
        <NumberInput
          required
          w={190}
          min={0}
          max={100}
          allowDecimal={false}
          label={t('programs.form.minRate')}
          value={form.minRatePercent ?? ''}
          onChange={(value) => setForm({ ...form, minRatePercent: number(value) })}
        />
      </div>
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
      </div>
      <SlotFields slots={form.slots} onChange={(slots) => setForm({ ...form, slots })} />
    </>
  )
}
