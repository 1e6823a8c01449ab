/** Asking for outings: the plan on the left, the live answer beside it. */
import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useAct, useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { EMPTY_PLAN, planOf, type PlanForm } from './plan-form'
import { PlanAnswer } from './PlanAnswer'
import { PlanFields } from './PlanFields'
import classes from './permission.module.css'

export function RequestOutingPage() {
  const t = useWords()
  const go = useGo()
  const today = useClock()?.today
  const [form, setForm] = useState<PlanForm>(EMPTY_PLAN)
  const draft = useDraft('outings.request', form, (kept) => setForm({ ...EMPTY_PLAN, ...kept }))
  const choices = useRead('outings.choices', {}).data
  const act = useAct('outings.request')
  const errorOf = useFieldRefusal(act.refusals)
  const plan = planOf(form)
  const ask = async (asDraft: boolean) => {
    if (!plan) return
    const outcome = await act.run({ plan, draft: asDraft })
    if (!outcome.ok) return
    draft.drop()
    go(`/permissions/${outcome.value.id}`)
  }
  return (
    <Page title={t('outings.request.verb')} back={{ to: '/outings', label: t('outings.nav') }}>
      <DraftNotice draft={draft} onDiscard={() => setForm(EMPTY_PLAN)} />
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void ask(false)
        }}
      >
        <Stack gap="md">
          <PlanFields
            form={form}
            set={(change) => setForm({ ...form, ...change })}
            choices={choices}
            errorOf={errorOf}
            today={today}
          />
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
            <Button variant="default" disabled={!plan} loading={act.pending} onClick={() => void ask(true)}>
              {t('outings.request.draft')}
            </Button>
            <Button type="submit" loading={act.pending} disabled={!plan}>
              {t('outings.request.verb')}
            </Button>
          </Group>
        </Stack>
        <PlanAnswer plan={plan} permissionId={null} />
      </form>
    </Page>
  )
}
