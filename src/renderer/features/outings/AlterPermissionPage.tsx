/** Changing what is still open of a permission: what was signed for and changes is signed anew. */
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import type { Permission } from './permission-type'
import { formOf, planOf, type PlanForm } from './plan-form'
import { PlanAnswer } from './PlanAnswer'
import { PlanFields } from './PlanFields'
import classes from './permission.module.css'

export function AlterPermissionPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const { data, refusals } = useRead('outings.getPermission', { id })
  return (
    <Page
      title={data ? t('outings.alter.title', { folio: data.folio }) : t('outings.alter.verb')}
      back={{ to: `/permissions/${id}`, label: t('outings.permission.title') }}
    >
      <Refusals of={refusals} />
      {data && <Altering key={data.version} permission={data} />}
    </Page>
  )
}

function Altering({ permission }: { readonly permission: Permission }) {
  const t = useWords()
  const go = useGo()
  const today = useClock()?.today
  const [form, setForm] = useState<PlanForm>(() => formOf(permission))
  const [reason, setReason] = useState('')
  const choices = useRead('outings.choices', {}).data
  const act = useAct('outings.alter')
  const errorOf = useFieldRefusal(act.refusals)
  const plan = planOf(form)
  const made = permission.lines.filter((line) => !line.open && line.state !== 'cancelled').length
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!plan) return
        void act.run({ id: permission.id, version: permission.version, plan, reason }).then((outcome) => {
          if (outcome.ok) go(`/permissions/${permission.id}`)
        })
      }}
    >
      <Stack gap="md">
        {made > 0 && permission.state !== 'draft' && <p>{t('outings.alter.made', { count: made })}</p>}
        <PlanFields
          form={form}
          set={(change) => setForm({ ...form, ...change })}
          choices={choices}
          errorOf={errorOf}
          today={today}
        />
        <TextInput
          label={t('outings.alter.reason')}
          required
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Refusals of={act.refusals} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => go(`/permissions/${permission.id}`)}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={act.pending} disabled={!plan || !reason.trim()}>
            {t('outings.alter.save')}
          </Button>
        </Group>
      </Stack>
      <PlanAnswer plan={plan} permissionId={permission.id} />
    </form>
  )
}
