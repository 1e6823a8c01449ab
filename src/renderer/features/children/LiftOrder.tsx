/** Lifts an order, on the paper that ends it. */
import { TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { GridRow } from '../../../shared/contract/child-adults.contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'

export interface OpenOrder {
  readonly order: GridRow['orders'][number]
  readonly row: Pick<GridRow, 'adult' | 'cells'>
}

export function LiftOrder({ open, onClose }: { readonly open: OpenOrder | null; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.liftOrder')
  const [document, setDocument] = useState('')
  const lift = async (reason: string) => {
    if (!open) return false
    const outcome = await act.run({ id: open.order.id, reason, document })
    if (!outcome.ok) return false
    setDocument('')
    notifications.show({ message: t('children.order.lifted') })
    return true
  }
  const held = open?.row.cells.filter((cell) => cell.right) ?? []
  return (
    <ConfirmAct
      opened={open !== null}
      onClose={onClose}
      title={t('children.order.liftTitle', { order: open?.order.orderNumber ?? '' })}
      consequences={[
        t('children.order.liftKeeps'),
        ...held.map((cell) =>
          t('children.order.liftRight', {
            name: open?.row.adult.fullName ?? '',
            act: t(`children.grid.act.${cell.act}`).toLowerCase(),
          }),
        ),
      ]}
      verb={t('children.order.liftVerb')}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={(reason) => lift(reason)}
    >
      <TextInput
        required
        label={t('children.order.liftDocument')}
        placeholder={t('children.order.liftDocumentHint')}
        maxLength={160}
        autoComplete="off"
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
    </ConfirmAct>
  )
}
