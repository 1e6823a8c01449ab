/** The state of a permission: word, icon, colour; opens what is missing and what stands against it. */
import { List } from '@mantine/core'
import type { PermissionRow } from '../../../shared/contract/permissions.contract'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import { PERMISSION_TONES, reasonSentences } from './outing-words'

type Shown = Pick<PermissionRow, 'state' | 'missing' | 'reasons' | 'owed'>

export function PermissionStatus({ row }: { readonly row: Shown }) {
  const t = useWords()
  const lines = [
    ...row.missing.map((authorisation) => t('refusal.outing-signature-missing', { authorisation })),
    ...reasonSentences(row.reasons, t),
    ...row.owed.map((authorisation) => t('outings.permission.owes', { authorisation })),
  ]
  const stopped = row.state === 'authorised' && row.reasons.length > 0
  return (
    <Status
      tone={stopped ? 'stop' : row.owed.length > 0 ? 'attention' : PERMISSION_TONES[row.state]}
      label={t(`outings.permission.state.${row.state}`)}
      reason={
        lines.length > 0 ? (
          <List size="sm" spacing={4}>
            {lines.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        ) : undefined
      }
    />
  )
}
