/** One's own password. */
import { Button, PasswordInput, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type SyntheticEvent } from 'react'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { NewPassword } from './NewPassword'
import { SettingsTabs } from './SettingsTabs'
import classes from './PasswordPage.module.css'

export function PasswordPage() {
  const t = useWords()
  const { me } = useSession()
  const { run, pending, refusals } = useAct('office.changePassword')
  const onField = useFieldRefusal(refusals)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const outcome = await run({ current, next })
    if (!outcome.ok) return
    setCurrent('')
    setNext('')
    notifications.show({
      color: 'nopal',
      message: t('office.password.changed'),
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
  }
  return (
    <Page title={t('office.password.title')} width="form">
      <SettingsTabs />
      <form onSubmit={(event) => void submit(event)} className={classes.form}>
        <Stack gap="md">
          <PasswordInput
            label={t('office.password.current')}
            required
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('office.password.show') }}
            error={onField('current') && t('office.password.wrong')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <NewPassword
            label={t('office.password.next')}
            owner={me.name}
            value={next}
            onChange={setNext}
            error={onField('next')}
          />
          <Refusals of={refusals.filter((refusal) => !refusal.field)} />
          <Button type="submit" loading={pending} className={classes.act ?? ''}>
            {t('office.password.act')}
          </Button>
        </Stack>
      </form>
    </Page>
  )
}
