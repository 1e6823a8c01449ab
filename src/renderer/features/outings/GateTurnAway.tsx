/** Somebody came for a child and is turned away: kept with name and words, whether or not there is a permission. */
import { Modal, Stack, Group, Button, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { GateLine } from '../../../shared/contract/gate-line'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'

interface TurnAwayProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** The outing shown large, if the person is not the adult of its permission. */
  readonly line: GateLine | undefined
}

export function GateTurnAway(props: TurnAwayProps) {
  const t = useWords()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('outings.gate.turnAwayTitle')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Form {...props} />
    </Modal>
  )
}

function Form({ line, onClose }: TurnAwayProps) {
  const t = useWords()
  const act = useAct('outings.turnAway')
  const [adult, setAdult] = useState('')
  const [folio, setFolio] = useState(line?.folio ?? '')
  const [note, setNote] = useState('')
  const save = async () => {
    const answer = await act.run({
      id: line?.id ?? null,
      folio: folio.trim(),
      adult: adult.trim(),
      note: note.trim(),
    })
    if (!answer.ok) return
    notifications.show({
      color: 'granada',
      message: t('outings.gate.turnedAway'),
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        <p>
          {line ? `${line.child}. ` : ''}
          {t('outings.gate.turnAwayWhat')}
        </p>
        <TextInput
          data-autofocus
          required
          label={t('outings.gate.turnAwayName')}
          maxLength={160}
          value={adult}
          onChange={(event) => setAdult(event.currentTarget.value)}
        />
        {line === undefined && (
          <TextInput
            label={t('outings.gate.turnAwayFolio')}
            maxLength={60}
            value={folio}
            onChange={(event) => setFolio(event.currentTarget.value)}
          />
        )}
        <Textarea
          required
          label={t('outings.gate.turnAwayNote')}
          maxLength={300}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Refusals of={act.refusals} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            type="submit"
            color="granada"
            loading={act.pending}
            disabled={adult.trim() === '' || note.trim() === ''}
          >
            {t('outings.gate.turnAway')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
