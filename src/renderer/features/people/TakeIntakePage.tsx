/** Takes the intake: ten minutes, with what she said last already there. */
import { Button, Checkbox, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { beginWith, sentAnswers } from './intake-form'
import { IntakeFields } from './IntakeFields'
import classes from './people.module.css'

export function TakeIntakePage() {
  const t = useWords()
  const id = useRouteParam('id')
  const record = useRead('people.get', { id })
  const intake = useRead('people.intake', { id })
  const today = useClock()?.today
  const name = record.data ? listName(record.data.facts) : ''
  if (!intake.data || !record.data || !today)
    return (
      <Page title={t('people.intake.title')}>
        <Refusals of={[...intake.refusals, ...record.refusals]} />
      </Page>
    )
  return <Taking personId={id} name={name} intake={intake.data} today={today} />
}

function Taking({
  personId,
  name,
  intake,
  today,
}: {
  readonly personId: string
  readonly name: string
  readonly intake: Output<'people.intake'>
  readonly today: string
}) {
  const t = useWords()
  const go = useGo()
  const last = intake.taken[0]
  const untouched = beginWith(last, intake.register.language, today)
  const [form, setForm] = useState(untouched)
  const draft = useDraft(`people.intake:${personId}`, form, setForm)
  const act = useAct('people.recordIntake')
  const fieldRefusal = useFieldRefusal(act.refusals)
  const page = `/people/${personId}/intake`
  const save = async () => {
    const outcome = await act.run({
      personId,
      after: last?.id ?? null,
      takenOn: form.takenOn ?? '',
      declined: form.declined,
      answers: sentAnswers(form),
    })
    if (!outcome.ok) return
    draft.drop()
    notifications.show({ message: t('people.intake.saved') })
    go(page)
  }
  return (
    <Page
      title={t('people.intake.title')}
      subtitle={
        last ? t('people.intake.prefilled', { day: formatDay(last.takenOn, t.language) }) : t('people.intake.lead')
      }
      back={{ to: page, label: name }}
    >
      <DraftNotice draft={draft} onDiscard={() => setForm(untouched)} />
      <form
        className={classes.intake}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Group align="flex-end" gap="lg" mb="lg">
          <DayField
            label={t('people.intake.takenOn')}
            required
            maxDate={today}
            value={form.takenOn}
            error={fieldRefusal('takenOn')}
            onChange={(takenOn) => setForm({ ...form, takenOn })}
          />
          <Checkbox
            label={t('people.intake.declined')}
            description={t('people.intake.declinedHint')}
            checked={form.declined}
            onChange={(event) => setForm({ ...form, declined: event.currentTarget.checked })}
          />
        </Group>
        {!form.declined && (
          <IntakeFields
            answers={form.answers}
            setAnswers={(answers) => setForm({ ...form, answers })}
            workshops={intake.workshops}
            childrenInside={intake.childrenInside}
          />
        )}
        <Refusals of={act.refusals} />
        <Group gap="md" mt="sm">
          <Button type="submit" loading={act.pending} disabled={form.takenOn === null}>
            {t('people.intake.save')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              draft.drop()
              go(page)
            }}
          >
            {t('ui.cancel')}
          </Button>
        </Group>
      </form>
    </Page>
  )
}
