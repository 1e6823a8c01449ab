/** The lock screen: name and password. Shows no names; says why it is locked, and counts the wait down. */
import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useAct } from '../../platform/client'
import { useDoor } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import { FirstScreen } from './FirstScreen'
import { useWait } from './wait'

export function SignInScreen({
  onRecover,
  onRestore,
}: {
  readonly onRecover: () => void
  readonly onRestore: () => void
}) {
  const t = useWords()
  const door = useDoor()
  const { run, pending, refusals } = useAct('office.signIn')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const left = useWait(refusals)

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (left > 0 || pending) return
    const outcome = await run({ name, password })
    setPassword('')
    if (outcome.ok) door.enter(outcome.value)
    else document.querySelector<HTMLInputElement>('input[name="password"]')?.focus()
  }
  // The wait has its own sentence, kept up with the clock.
  const others = refusals.filter((refusal) => refusal.code !== 'wait')
  return (
    <FirstScreen title={t('office.signIn.title')} lead={t(`office.signIn.why.${door.why}`)}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <TextInput
            label={t('office.signIn.name')}
            autoFocus
            required
            withAsterisk={false}
            autoComplete="off"
            spellCheck={false}
            size="md"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('office.signIn.password')}
            name="password"
            required
            withAsterisk={false}
            autoComplete="off"
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': t('office.password.show') }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Refusals of={left > 0 ? [{ code: 'wait', facts: { seconds: left } }] : others} />
          <Button type="submit" size="md" loading={pending} disabled={left > 0}>
            {t('office.signIn.act')}
          </Button>
          <Anchor component="button" type="button" ta="left" onClick={onRecover}>
            {t('office.signIn.recover')}
          </Anchor>
          <Anchor component="button" type="button" ta="left" onClick={onRestore}>
            {t('bundles.restore.title')}
          </Anchor>
        </Stack>
      </form>
    </FirstScreen>
  )
}
