/** Registers a child under her or his mother. */
import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
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
import classes from './children.module.css'

interface Registering {
  readonly motherId: string | null
  readonly kind: 'here' | 'outside'
  readonly form: FormValue
  readonly outside: Outside
}

interface Outside {
  readonly with: string
  readonly place: string
  readonly phone: string
}
const NOWHERE: Outside = { with: '', place: '', phone: '' }

export function RegisterChildPage() {
  const t = useWords()
  const go = useGo()
  const givenMother = useRouteParam('motherId') || null
  const untouched: Registering = { motherId: givenMother, kind: 'here', form: EMPTY_FORM, outside: NOWHERE }
  const [value, setValue] = useState(untouched)
  const draft = useDraft(`children.register:${givenMother ?? ''}`, value, setValue)
  const act = useAct('children.register')
  const fieldRefusal = useFieldRefusal(act.refusals)

  const register = async () => {
    if (!value.motherId) return
    const isHere = value.kind === 'here'
    const facts = factsOf(value.form)
    const outcome = await act.run({
      motherId: value.motherId,
      kind: value.kind,
      facts: isHere ? facts : { ...facts, livesHereFrom: null, came: null },
      outside: isHere ? null : { ...value.outside, lastContactOn: null, lastContactHow: null },
    })
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
        <Radio.Group
          my="md"
          label={t('children.register.kind')}
          value={value.kind}
          onChange={(kind) => setValue({ ...value, kind })}
        >
          <Stack gap={6} mt={4}>
            <Radio value="here" label={t('children.register.here')} />
            <Radio
              value="outside"
              label={t('children.register.outside')}
              description={t('children.register.outsideHint')}
            />
          </Stack>
        </Radio.Group>
        <ChildFields
          form={value.form}
          setForm={(form) => setValue({ ...value, form })}
          refusals={act.refusals}
          isOutside={value.kind === 'outside'}
        />
        {value.kind === 'outside' && (
          <OutsideFields value={value.outside} onChange={(outside) => setValue({ ...value, outside })} />
        )}
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

function OutsideFields({ value, onChange }: { readonly value: Outside; readonly onChange: (next: Outside) => void }) {
  const t = useWords()
  const text = (name: keyof Outside, label: string, maxLength: number) => (
    <TextInput
      label={t(label)}
      autoComplete="off"
      maxLength={maxLength}
      value={value[name]}
      onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
    />
  )
  return (
    <div className={classes.fields} data-after>
      {text('with', 'children.form.outsideWith', 160)}
      {text('place', 'children.form.outsidePlace', 120)}
      {text('phone', 'children.form.phone', 40)}
    </div>
  )
}
