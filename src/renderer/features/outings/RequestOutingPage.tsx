/** Asking for an outing: child, kind, days and times, and who takes her. */
import { Button, Group, Select, Stack, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract'
import { OUTING_KINDS, type OutingKind } from '../../../shared/contract/outings.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { useAct, useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Clashes } from '../../ui/Clashes'
import { DayField } from '../../ui/DayField'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { TimeField } from '../../ui/TimeField'
import { useDraft } from '../../ui/use-draft'

interface Form {
  readonly childId: string | null
  readonly kind: OutingKind
  readonly reason: string
  readonly leavesOn: string | null
  readonly leavesAt: string | null
  readonly returnsOn: string | null
  readonly returnsAt: string | null
  /** `grid:<id>`, `staff:<id>` or `instructor:<id>`. */
  readonly escort: string | null
  readonly note: string
}
const EMPTY: Form = {
  childId: null,
  kind: 'family',
  reason: '',
  leavesOn: null,
  leavesAt: null,
  returnsOn: null,
  returnsAt: null,
  escort: null,
  note: '',
}

type Request = Input<'outings.request'>

/** The form as main wants it, or null while something needed is empty. */
function requestOf(form: Form): Request | null {
  const { childId, leavesOn, leavesAt, returnsOn, returnsAt, escort } = form
  if (!childId || !leavesOn || !leavesAt || !returnsOn || !returnsAt || !escort || !form.reason.trim()) return null
  const [from, id] = escort.split(':')
  if (!id || (from !== 'grid' && from !== 'staff' && from !== 'instructor')) return null
  const { kind, reason, note } = form
  return {
    childId,
    kind,
    reason,
    leavesOn,
    leavesAt,
    returnsOn,
    returnsAt,
    escort: { from, id },
    ...(note.trim() ? { note } : {}),
  }
}

export function RequestOutingPage() {
  const t = useWords()
  const go = useGo()
  const today = useClock()?.today
  const [form, setForm] = useState<Form>(EMPTY)
  const draft = useDraft('outings.request', form, setForm)
  const choices = useRead('outings.choices', {}).data
  const act = useAct('outings.request')
  const errorOf = useFieldRefusal(act.refusals)
  const set = (change: Partial<Form>) => setForm({ ...form, ...change })
  const request = requestOf(form)

  const ask = async () => {
    if (!request) return
    const outcome = await act.run(request)
    if (!outcome.ok) return
    draft.drop()
    go(`/outings/${outcome.value.id}`)
  }

  return (
    <Page title={t('outings.request.verb')} back={{ to: '/outings', label: t('outings.nav') }} width="form">
      <DraftNotice draft={draft} onDiscard={() => setForm(EMPTY)} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void ask()
        }}
      >
        <Stack gap="md">
          <Select
            label={t('outings.child')}
            required
            searchable
            data={(choices?.children ?? []).map((child) => ({ value: child.id, label: child.name }))}
            value={form.childId}
            onChange={(childId) => set({ childId, escort: null })}
            error={errorOf('childId')}
          />
          <Group align="flex-start">
            <Select
              label={t('outings.kind')}
              allowDeselect={false}
              w={230}
              data={OUTING_KINDS.map((kind) => ({ value: kind, label: t(`outings.kind.${kind}`) }))}
              value={form.kind}
              onChange={(kind) => set({ kind: kind ?? 'family', escort: null })}
            />
            <TextInput
              label={t('outings.reason')}
              required
              maxLength={200}
              flex={1}
              miw={260}
              value={form.reason}
              onChange={(event) => set({ reason: event.currentTarget.value })}
            />
          </Group>
          <Group align="flex-start">
            <DayField
              label={t('outings.leavesOn')}
              required
              {...(today ? { minDate: today } : {})}
              value={form.leavesOn}
              onChange={(leavesOn) => set({ leavesOn, returnsOn: form.returnsOn ?? leavesOn })}
              error={errorOf('leavesOn')}
            />
            <TimeField
              label={t('outings.leavesAt')}
              w={140}
              required
              value={form.leavesAt}
              onChange={(leavesAt) => set({ leavesAt })}
            />
            <DayField
              label={t('outings.returnsOn')}
              required
              {...(form.leavesOn ? { minDate: form.leavesOn } : {})}
              value={form.returnsOn}
              onChange={(returnsOn) => set({ returnsOn })}
              error={errorOf('returnsOn')}
            />
            <TimeField
              label={t('outings.returnsAt')}
              w={140}
              required
              value={form.returnsAt}
              onChange={(returnsAt) => set({ returnsAt })}
            />
          </Group>
          <Select
            label={t('outings.adult')}
            description={t(form.kind === 'group' ? 'outings.request.adultGroup' : 'outings.request.adultHint')}
            required
            searchable
            disabled={form.childId === null}
            data={adultsFor(choices, form, t)}
            value={form.escort}
            onChange={(escort) => set({ escort })}
            error={errorOf('escort')}
          />
          <Textarea
            label={t('outings.note')}
            autosize
            minRows={2}
            maxLength={300}
            value={form.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
          <WhatItMeets form={form} />
          <Refusals of={act.refusals} />
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => {
                draft.drop()
                go('/outings')
              }}
            >
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={act.pending} disabled={!request}>
              {t('outings.request.verb')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}

/** What the outing meets, said while she types: it warns and refuses nothing. */
function WhatItMeets({ form }: { readonly form: Form }) {
  const t = useWords()
  const { childId, leavesOn, leavesAt, returnsOn, returnsAt } = form
  const whole = childId && leavesOn && leavesAt && returnsOn && returnsAt
  const ready = Boolean(whole) && `${returnsOn} ${returnsAt}` > `${leavesOn} ${leavesAt}`
  const plan = ready && whole ? { childId, leavesOn, leavesAt, returnsOn, returnsAt } : NO_PLAN
  const read = useRead('outings.clashes', plan, { enabled: ready })
  if (!ready || !read.data) return null
  return (
    <section role="status" aria-label={t('outings.meets')}>
      <Clashes clashes={read.data} none={t('outings.meets.none')} isOwn={(side) => side.is === 'outing'} />
    </section>
  )
}

/** Never asked: a question needs some shape while the form is not complete. */
const NO_PLAN = {
  childId: '00000000-0000-4000-8000-000000000000',
  leavesOn: '2026-01-01',
  leavesAt: '08:00',
  returnsOn: '2026-01-01',
  returnsAt: '09:00',
}

/** The child's grid, those who may not shown but not to be chosen; staff and instructors for a group. */
function adultsFor(choices: Output<'outings.choices'> | undefined, form: Form, t: Words) {
  const adults = choices?.children.find((child) => child.id === form.childId)?.adults ?? []
  const grid = adults.map((adult) => {
    const may = adult.mayCollect && adult.forbiddenBy === null
    const until = adult.validUntil
      ? ` · ${t('outings.request.until', { day: formatDay(adult.validUntil, t.language) })}`
      : ''
    const why = adult.forbiddenBy
      ? ` · ${t('outings.request.forbidden', { order: adult.forbiddenBy })}`
      : may
        ? until
        : ` · ${t('outings.request.mayNot')}`
    return { value: `grid:${adult.id}`, label: `${adult.name} (${adult.relation})${why}`, disabled: !may }
  })
  if (form.kind !== 'group') return grid
  return [
    { group: t('outings.request.family'), items: grid },
    {
      group: t('outings.request.instructors'),
      items: (choices?.instructors ?? []).map((each) => ({ value: `instructor:${each.id}`, label: each.name })),
    },
    {
      group: t('outings.request.staff'),
      items: (choices?.staff ?? []).map((each) => ({ value: `staff:${each.id}`, label: each.name })),
    },
  ]
}
