/** A new password with a live explanation of what it still lacks. */
import { PasswordInput } from '@mantine/core'
import { IconCheck, IconPoint } from '@tabler/icons-react'
import { useId } from 'react'
import { useWords } from '../../platform/words'
import { checkPassword, lettersMissing } from './password-lacks'
import classes from './NewPassword.module.css'

export interface NewPasswordProps {
  readonly label: string
  /** Whose it is: it may not be built around her name. */
  readonly owner: string
  readonly value: string
  readonly onChange: (password: string) => void
  readonly error?: string | undefined
}

export function NewPassword({ label, owner, value, onChange, error }: NewPasswordProps) {
  const t = useWords()
  const id = useId()
  return (
    <div>
      <PasswordInput
        label={label}
        required
        autoComplete="new-password"
        aria-describedby={id}
        visibilityToggleButtonProps={{ 'aria-label': t('office.password.show') }}
        error={error}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <ul className={classes.rules} id={id} aria-live="polite">
        {checkPassword(value, owner).map(({ rule, met }) => (
          <li key={rule} data-met={met || undefined}>
            {met ? <IconCheck size={16} aria-label={t('office.password.met')} /> : <IconPoint size={16} aria-hidden />}
            {rule === 'length' && !met && value
              ? t('office.password.missing', { count: lettersMissing(value) })
              : t(`office.password.rule.${rule}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
