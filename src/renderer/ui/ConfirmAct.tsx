/** A dangerous act: names its consequences in a list, may ask for the reason, and its button repeats the verb. */
import { Button, Group, List, Modal, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Refusal } from '../../shared/kernel/outcome'
import { useWords } from '../platform/words'
import { ReasonField } from './ReasonField'
import { Refusals } from './Refusals'
import { useReturnFocus } from './use-return-focus'

export interface ConfirmActProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly consequences: readonly ReactNode[]
  /** The whole verb with its object: *Dar de baja a Citlali y cerrar 3 lugares*. */
  readonly verb: string
  readonly danger?: boolean
  /** Asks for a reason; the act cannot be done without one. */
  readonly reason?: boolean
  /** False while a further field that the act needs is empty. */
  readonly ready?: boolean
  readonly pending?: boolean
  readonly refusals?: readonly Refusal[]
  /** True (or nothing) closes the question; false leaves it open with its refusals. */
  readonly onConfirm: (reason: string) => Promise<boolean | void> | void
  /** Further fields that the act needs. */
  readonly children?: ReactNode
  /** Wider, where the consequences are many. */
  readonly wide?: boolean
}

export function ConfirmAct(props: ConfirmActProps) {
  const t = useWords()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      centered
      {...(props.wide ? { size: 620 } : {})}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Question {...props} />
    </Modal>
  )
}

/** Its own component, so that each opening begins with an empty reason. */
function Question({
  consequences,
  verb,
  danger,
  reason,
  ready = true,
  pending,
  refusals,
  onConfirm,
  onClose,
  children,
}: ConfirmActProps) {
  const t = useWords()
  const [why, setWhy] = useState('')
  useReturnFocus()
  const confirm = async () => {
    if ((await onConfirm(why.trim())) !== false) onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <Stack gap="md">
        {consequences.length > 0 && (
          <List spacing={4}>
            {consequences.map((consequence, index) => (
              <List.Item key={index}>{consequence}</List.Item>
            ))}
          </List>
        )}
        {children}
        {reason && <ReasonField data-autofocus value={why} onChange={setWhy} />}
        <Refusals of={refusals ?? []} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            type="submit"
            color={danger ? 'granada' : undefined}
            loading={pending ?? false}
            disabled={!ready || (Boolean(reason) && why.trim() === '')}
          >
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
