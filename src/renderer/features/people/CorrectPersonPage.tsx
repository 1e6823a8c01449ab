/** Corrects a woman's data: the form as the record fills it, and the reason. */
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { ReasonField } from '../../ui/ReasonField'
import { Refusals } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { Lookalikes } from './Lookalikes'
import { factsOf, formOf, isComplete, type FormValue } from './person-form'
import { PersonFields } from './PersonFields'
import { useLookalikes } from './RegisterPersonPage'

export function CorrectPersonPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const record = useRead('people.get', { id })
  if (!record.data)
    return (
      <Page title={t('people.correct.title')}>
        <Refusals of={record.refusals} />
      </Page>
    )
  return <Correcting record={record.data} />
}

interface Correction {
  readonly form: FormValue
  readonly reason: string
}

function Correcting({ record }: { readonly record: PersonRecord }) {
  const t = useWords()
  const go = useGo()
  const untouched: Correction = { form: formOf(record.facts), reason: '' }
  const [value, setValue] = useState(untouched)
  const draft = useDraft(`people.correct:${record.id}`, value, setValue)
  const act = useAct('people.correct')
  const alike = useLookalikes(value.form, record.id)
  const page = `/people/${record.id}`

  const correct = async () => {
    const facts = factsOf(value.form)
    const outcome = await act.run({ id: record.id, version: record.version, facts, reason: value.reason })
    if (!outcome.ok) return
    draft.drop()
    notifications.show({ message: t('people.correct.done') })
    go(page)
  }
  return (
    <Page title={t('people.correct.title')} back={{ to: page, label: listName(record.facts) }}>
      <DraftNotice draft={draft} onDiscard={() => setValue(untouched)} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void correct()
        }}
      >
        <PersonFields form={value.form} setForm={(form) => setValue({ ...value, form })} refusals={act.refusals} />
        <Lookalikes of={alike} form={value.form} />
        <ReasonField mt="lg" value={value.reason} onChange={(reason) => setValue({ ...value, reason })} />
        <Group mt="lg" gap="md">
          <Button type="submit" loading={act.pending} disabled={!isComplete(value.form) || value.reason.trim() === ''}>
            {t('people.correct.verb')}
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
        <Refusals of={act.refusals} />
      </form>
    </Page>
  )
}
