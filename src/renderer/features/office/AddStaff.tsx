/** Adds a person of the staff with her first password, which she changes herself. */
import { Button, Drawer, NativeSelect, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type SyntheticEvent } from 'react'
import { ROLES, type Role } from '../../../shared/kernel/roles'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { NewPassword } from './NewPassword'

export function AddStaff({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useWords()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('office.staff.add')}
      size={440}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Form onClose={onClose} />
    </Drawer>
  )
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const t = useWords()
  const { run, pending, refusals } = useAct('office.addStaff')
  const onField = useFieldRefusal(refusals)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('axis-lead')
  const [password, setPassword] = useState('')
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const outcome = await run({ name, role, password })
    if (!outcome.ok) return
    notifications.show({
      color: 'nopal',
      message: t('office.staff.added', { name }),
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
    onClose()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <TextInput
          data-autofocus
          label={t('office.staff.name')}
          description={t('office.staff.nameHint')}
          required
          maxLength={80}
          autoComplete="off"
          error={onField('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('office.staff.role')}
          description={t(`role.${role}.does`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={role}
          data={ROLES.map((each) => ({ value: each, label: t(`role.${each}`) }))}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
        />
        <NewPassword
          label={t('office.staff.firstPassword')}
          owner={name}
          value={password}
          onChange={setPassword}
          error={onField('password')}
        />
        <Refusals of={refusals.filter((refusal) => !refusal.field)} />
        <Button type="submit" loading={pending}>
          {t('office.staff.add')}
        </Button>
      </Stack>
    </form>
  )
}
