/** Creates or changes an edition; beside the form stands what saving would do. */
import { Autocomplete, Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { fold } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { useUndoNotice } from '../../ui/use-undo'
import { AxisModal } from './AxisModal'
import { completeFields, EMPTY_FORM, formOf, wholeForm, type EditionForm } from './edition-form'
import { EditionFieldset } from './EditionFieldset'
import { Preview } from './Preview'
import classes from './programs.module.css'

type Workshop = Output<'programs.choices'>['workshops'][number]

/** The form with what the catalog says of a workshop, where nothing was typed yet. */
const withWorkshop = (form: EditionForm, title: string, known: Workshop | undefined): EditionForm => {
  const minutes = known?.modules.reduce((sum, module) => sum + module.minutes, 0) ?? 0
  return {
    ...form,
    workshop: title,
    modules: known?.modules ?? [],
    hours: form.hours ?? (minutes > 0 ? Math.round(minutes / 60) : null),
  }
}

export function CreateEditionPage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const [form, setForm] = useState<EditionForm>(EMPTY_FORM)
  const draft = useDraft<EditionForm>('programs.create', form, (kept) => setForm(wholeForm(kept)))
  const act = useAct('programs.create')
  const say = useUndoNotice()
  const fields = completeFields(form)
  const choices = useRead('programs.choices', form.startsOn ? { startsOn: form.startsOn } : {}).data
  const [axisOpen, setAxisOpen] = useState(false)
  const axis = choices?.axes.find((each) => each.id === form.axisId)
  const code = form.code || (axis?.nextCode ?? '')
  const ready = fields && form.axisId && form.workshop.trim() && code
  const find = (title: string) => choices?.workshops.find((each) => fold(each.title) === fold(title))
  const workshop = find(form.workshop)

  const create = async () => {
    if (!ready || !form.axisId) return
    const outcome = await act.run({ axisId: form.axisId, workshop: form.workshop, code, fields })
    if (!outcome.ok) return
    draft.drop()
    say(outcome.value.batchId, t('programs.created', { count: outcome.value.sessions }))
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
              onChange={(title) => setForm(withWorkshop(form, title, find(title)))}
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
          <EditionFieldset
            form={form}
            setForm={setForm}
            choices={choices}
            refusals={act.refusals}
            workshop={workshop}
            rule={form.startsOn ? (workshop?.rule ?? null) : null}
          />
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
        <LivePreview form={form} {...(workshop && { workshopId: workshop.id })} />
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
  const draft = useDraft<EditionForm>(`programs.change:${edition.id}`, form, (kept) => setForm(wholeForm(kept)))
  const act = useAct('programs.change')
  const say = useUndoNotice()
  const choices = useRead('programs.choices', {}).data
  const fields = completeFields(form)
  const ready = fields && form.reason.trim()
  const { ruleFrom } = edition

  const change = async () => {
    if (!ready) return
    const outcome = await act.run({ id: edition.id, version: edition.version, fields, reason: form.reason })
    if (!outcome.ok) return
    draft.drop()
    const { added, removed, batchId } = outcome.value
    say(batchId, t('programs.changed', { added, removed }))
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
        <EditionFieldset
          form={form}
          setForm={setForm}
          choices={choices}
          refusals={act.refusals}
          workshop={choices?.workshops.find((each) => each.id === edition.workshopId)}
          rule={ruleFrom === null ? null : { ...edition, fromDay: ruleFrom }}
        />
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
function LivePreview({
  form,
  ...of
}: {
  readonly form: EditionForm
  readonly id?: string
  readonly workshopId?: string
}) {
  const [settled] = useDebouncedValue(form, TYPING_MS)
  return <Preview fields={completeFields(settled)} {...of} />
}
