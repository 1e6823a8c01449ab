/** The state of an outing: word, icon, colour; opens every reason. */
import { List } from '@mantine/core'
import type { GateReason, OutingRow } from '../../../shared/contract/outings.contract'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import { isPlan, reasonSentences, stateWord, toneOf } from './outing-words'

export function OutingStatus({ row }: { readonly row: Pick<OutingRow, 'state' | 'lateMinutes' | 'reasons'> }) {
  const t = useWords()
  const showsReasons = (isPlan(row.state) || row.state === 'not-made') && row.reasons.length > 0
  return (
    <Status
      tone={toneOf(row)}
      label={stateWord(row, t)}
      reason={showsReasons ? <ReasonList reasons={row.reasons} /> : undefined}
    />
  )
}

/** Every reason, one line each. */
export function ReasonList({ reasons }: { readonly reasons: readonly GateReason[] }) {
  const t = useWords()
  return (
    <List size="sm" spacing={4}>
      {reasonSentences(reasons, t).map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  )
}
