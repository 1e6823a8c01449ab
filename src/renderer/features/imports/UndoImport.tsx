/** Asks before an import is undone, and says why not if it cannot be. */
import { notifications } from '@mantine/notifications'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'

export interface Undoable {
  readonly id: string
  readonly fileName: string
}

export function UndoImport({
  of,
  onClose,
  onUndone,
}: {
  readonly of: Undoable | null
  readonly onClose: () => void
  readonly onUndone: (batchId: string) => void
}) {
  const t = useWords()
  const act = useAct('imports.undo')
  const undo = async () => {
    if (!of) return
    const outcome = await act.run({ id: of.id })
    if (!outcome.ok) return false
    notifications.show({ message: t('imports.undone.message', { file: of.fileName }) })
    onUndone(of.id)
  }
  return (
    <ConfirmAct
      opened={of !== null}
      onClose={() => {
        act.clear()
        onClose()
      }}
      title={t('imports.undo.title', { file: of?.fileName ?? '' })}
      consequences={[t('imports.undo.consequence'), t('imports.undo.refused-hint')]}
      verb={t('imports.undo.verb')}
      danger
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={undo}
    />
  )
}
