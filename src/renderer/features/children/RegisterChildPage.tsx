/** Registers a child under her or his mother. */
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { EMPTY_FORM, factsOf, isComplete, type FormValue } from './child-form'
import { ChildFields } from './ChildFields'
import { MotherField } from './MotherField'

interface Registering {
  readonly motherId: string | null
  readonly form: FormValue
}

export function RegisterChildPage() {
  const t = useWords()
  const go = useGo()
  const givenMother = useRouteParam('motherId') || null
  const untouched: Registering = { motherId: givenMother, form: EMPTY_FORM }
  const [value, setValue] = useState(untouched)
  const draft = useDraft(`children.register:${givenMother ?? ''}`, value, setValue)
  const act = useAct('children.register')
  const fieldRefusal = useFieldRefusal(act.refusals)

  const register = async () => {
    if (!value.motherId) return
    const outcome = await act.run({ motherId: value.motherId, facts: factsOf(value.form) })
    if (!outcome.ok) return
    draft.drop()
    notifications.show({
      message: t('children.register.done', { name: value.form.givenNames, code: outcome.value.code }),
    })
    go(`/children/${outcome.value.id}`)
  }
  return (
    <Page title={t('children.register.title')} width="form" back={{ to: '/children', label: t('children.nav') }}>
      <DraftNotice draft={draft} onDiscard={() => setValue(untouched)} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void register()
        }}
      >
        <MotherField
          value={value.motherId}
          error={fieldRefusal('motherId')}
          onChange={(motherId) => setValue({ ...value, motherId })}
        />
        <Group my="md" />
        <ChildFields form={value.form} setForm={(form) => setValue({ ...value, form })} refusals={act.refusals} />
        <Group mt="lg" gap="md">
          <Button type="submit" loading={act.pending} disabled={!value.motherId || !isComplete(value.form)}>
            {t('children.register.verb')}
          </Button>
        </Group>
        <Refusals of={act.refusals} />
      </form>
    </Page>
  )
}
