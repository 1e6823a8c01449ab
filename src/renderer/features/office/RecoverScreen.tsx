/** With the recovery key of the sealed envelope, one person of the staff gets a new password and is signed in. */
import { Anchor, Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useAct } from '../../platform/client'
import { useDoor } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { FirstScreen } from './FirstScreen'
import { NewPassword } from './NewPassword'

export function RecoverScreen({ onBack }: { readonly onBack: () => void }) {
  const t = useWords()
  const door = useDoor()
  const { run, pending, refusals } = useAct('office.recover')
  const onField = useFieldRefusal(refusals)
  const [identity, setIdentity] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    // The sheet prints the key in groups of four; they are typed back with spaces.
    const outcome = await run({ identity: identity.replace(/\s+/g, '').toUpperCase(), name, password })
    if (outcome.ok) door.enter(outcome.value)
  }
  return (
    <FirstScreen title={t('office.recover.title')} lead={t('office.recover.lead')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Textarea
            label={t('office.recover.key')}
            description={t('office.recover.keyHint')}
            autoFocus
            required
            autosize
            minRows={2}
            autoComplete="off"
            spellCheck={false}
            value={identity}
            onChange={(event) => setIdentity(event.currentTarget.value)}
          />
          <TextInput
            label={t('office.recover.name')}
            required
            autoComplete="off"
            error={onField('name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NewPassword
            label={t('office.recover.password')}
            owner={name}
            value={password}
            onChange={setPassword}
            error={onField('password')}
          />
          <Refusals of={refusals.filter((refusal) => !refusal.field)} />
          <Button type="submit" loading={pending}>
            {t('office.recover.act')}
          </Button>
          <Anchor component="button" type="button" ta="left" onClick={onBack}>
            {t('office.recover.back')}
          </Anchor>
        </Stack>
      </form>
    </FirstScreen>
  )
}
