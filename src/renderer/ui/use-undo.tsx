/** Says that bulk work was done, with its undo in the message: it stands until she closes it. */
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useAct } from '../platform/client'
import { useWords } from '../platform/words'
import { useRefusalSentence } from './Refusals'

/** `say(batchId, message)`: the message of what was done, and a button that takes it back. */
export function useUndoNotice(): (batchId: string, message: string) => void {
  const t = useWords()
  const sentence = useRefusalSentence()
  const { run } = useAct('batches.undo')
  return useCallback(
    (batchId, message) => {
      const undo = async () => {
        const outcome = await run({ id: batchId })
        notifications.update({
          id: batchId,
          color: outcome.ok ? 'nopal' : 'granada',
          message: outcome.ok ? t('batches.undone', { title: message }) : outcome.refusals.map(sentence).join(' '),
          autoClose: outcome.ok ? 6000 : false,
          closeButtonProps: { 'aria-label': t('ui.close') },
        })
      }
      notifications.show({
        id: batchId,
        color: 'nopal',
        autoClose: false,
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">{message}</Text>
            <Button size="compact-sm" variant="default" miw="max-content" onClick={() => void undo()}>
              {t('batches.undo')}
            </Button>
          </Group>
        ),
        closeButtonProps: { 'aria-label': t('ui.close') },
      })
    },
    [t, sentence, run],
  )
}
