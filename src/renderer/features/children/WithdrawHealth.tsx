/** Takes back a record of health that was made by mistake: it stays in the file of changes and counts no longer. */
import { notifications } from '@mantine/notifications'
import type { Input } from '../../../shared/contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'

export interface WithdrawHealthProps {
  readonly kind: Input<'children.withdrawHealth'>['kind']
  readonly record: { readonly id: string; readonly version: number }
  /** What it is, with its day. */
  readonly what: string
  readonly onClose: () => void
}

export function WithdrawHealth({ kind, record, what, onClose }: WithdrawHealthProps) {
  const t = useWords()
  const act = useAct('children.withdrawHealth')
  const confirm = async (reason: string) => {
    const outcome = await act.run({ kind, id: record.id, version: record.version, reason })
    if (outcome.ok) notifications.show({ color: 'nopal', message: t('children.health.withdrawn') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('children.health.withdrawTitle')}
      consequences={[what, t('children.health.withdrawKeeps')]}
      verb={t('children.health.withdrawVerb')}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    />
  )
}
