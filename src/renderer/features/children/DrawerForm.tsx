/** The form of a drawer: its fields under one another, why it was refused, and one button. */
import { Button, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Refusal } from '../../../shared/kernel/outcome'
import { Refusals } from '../../ui/Refusals'
import { useReturnFocus } from '../../ui/use-return-focus'

export interface DrawerFormProps {
  readonly act: { readonly pending: boolean; readonly refusals: readonly Refusal[] }
  readonly verb: string
  /** False while a field that it needs is empty. */
  readonly ready: boolean
  readonly onSubmit: () => Promise<void>
  readonly children: ReactNode
}

export function DrawerForm({ act, verb, ready, onSubmit, children }: DrawerFormProps) {
  useReturnFocus()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <Stack gap="md">
        {children}
        <Refusals of={act.refusals} />
        <Button type="submit" loading={act.pending} disabled={!ready}>
          {verb}
        </Button>
      </Stack>
    </form>
  )
}
