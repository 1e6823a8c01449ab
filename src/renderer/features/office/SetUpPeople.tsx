/** Step 2: the first two people, with roles and passwords. Two, so that no one person can lock the center out. */
import { NativeSelect, Stack, TextInput } from '@mantine/core'
import { ROLES, type Role } from '../../../shared/kernel/roles'
import { useWords } from '../../platform/words'
import { NewPassword } from './NewPassword'
import type { NewPerson } from './set-up-steps'
import classes from './SetUp.module.css'

export interface SetUpPeopleProps {
  readonly value: readonly NewPerson[]
  readonly onChange: (people: readonly NewPerson[]) => void
}

export function SetUpPeople({ value, onChange }: SetUpPeopleProps) {
  const t = useWords()
  const change = (index: number, part: Partial<NewPerson>) =>
    onChange(value.map((each, at) => (at === index ? { ...each, ...part } : each)))
  return (
    <div className={classes.people}>
      {value.map((person, index) => (
        <fieldset className={classes.person} key={index}>
          <legend className={classes.personTitle}>{t('office.setUp.people.person', { number: index + 1 })}</legend>
          <Stack gap="sm">
            <TextInput
              label={t('office.staff.name')}
              description={t('office.staff.nameHint')}
              required
              autoFocus={index === 0}
              autoComplete="off"
              spellCheck={false}
              maxLength={80}
              value={person.name}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('office.staff.role')}
              description={t(`role.${person.role}.does`)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={person.role}
              data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
              onChange={(event) => change(index, { role: event.currentTarget.value as Role })}
            />
            <NewPassword
              label={t('office.signIn.password')}
              owner={person.name}
              value={person.password}
              onChange={(password) => change(index, { password })}
            />
          </Stack>
        </fieldset>
      ))}
    </div>
  )
}
