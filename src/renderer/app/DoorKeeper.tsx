/** Shows what the state of the door asks for, and takes the same person back to where she was. */
import { Button, Center, Loader } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { RestoreForm } from '../features/bundles/RestoreForm'
import { RecoverScreen } from '../features/office/RecoverScreen'
import { FirstScreen } from '../features/office/FirstScreen'
import { SetUpScreen } from '../features/office/SetUpScreen'
import { SignInScreen } from '../features/office/SignInScreen'
import { call } from '../platform/client'
import { forgetFilters } from '../platform/routes'
import { useDoor } from '../platform/session'
import { useWords } from '../platform/words'
import { Refusals } from '../ui/Refusals'
import { forgetHabits } from '../ui/use-remembered'
import { router } from './router'

let lastPerson: string | null = null

/** Another person begins at her own first page, and finds nothing of the one before. */
function welcome(id: string): void {
  if (lastPerson && lastPerson !== id) {
    forgetFilters()
    forgetHabits()
    void router.navigate({ to: '/' })
  }
  lastPerson = id
}

/** True if this PC has backups though it has no center: somebody lost the files and does not want a new center. */
async function offerBackups(): Promise<boolean> {
  const backups = await call('bundles.backups', {})
  return backups.ok && backups.value.length > 0
}

export function DoorKeeper() {
  const door = useDoor()
  const t = useWords()
  const [recovering, setRecovering] = useState(false)
  const [settingUp, setSettingUp] = useState(false)
  const [restoring, setRestoring] = useState(false)
  useEffect(() => {
    if (door.state !== 'open') document.title = 'Umbral'
    if (door.state === 'empty') void offerBackups().then((any) => (any ? setRestoring(true) : setSettingUp(true)))
    // Whoever locks finds the ordinary door again.
    return door.state === 'open' ? () => setRecovering(false) : undefined
  }, [door.state])

  if (door.state === 'unknown')
    return (
      <Center h="100%">
        <Loader aria-label={t('office.door.opening')} />
      </Center>
    )
  if (door.state === 'unreachable')
    return (
      <FirstScreen title={t('office.problem.title')}>
        <Refusals of={door.refusals} />
        <Button onClick={() => void door.look()}>{t('office.problem.again')}</Button>
      </FirstScreen>
    )
  if (restoring && door.state !== 'open')
    return (
      <FirstScreen title={t('bundles.restore.title')} lead={t('bundles.restore.lead')}>
        <RestoreForm
          onBack={() => {
            setRestoring(false)
            setSettingUp(door.state === 'empty')
          }}
          onRestored={() => {
            setRestoring(false)
            void door.look()
          }}
        />
      </FirstScreen>
    )
  // The wizard stays until she has put the recovery sheet away, although the center already exists.
  if (settingUp) return <SetUpScreen onDone={() => setSettingUp(false)} />
  if (door.state === 'open' && door.me) {
    welcome(door.me.id)
    return <RouterProvider router={router} />
  }
  if (recovering) return <RecoverScreen onBack={() => setRecovering(false)} />
  return <SignInScreen onRecover={() => setRecovering(true)} onRestore={() => setRestoring(true)} />
}
