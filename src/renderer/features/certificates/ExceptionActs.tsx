/** The director lets something pass for one woman, with her reason; and takes it back. */
import { Checkbox, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { DecisionRow } from '../../../shared/contract/decisions.contract'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { missingWords, waivableOf } from './decision-words'

interface GiveExceptionProps {
  readonly editionId: string
  readonly row: DecisionRow
  readonly onClose: () => void
}

export function GiveException({ editionId, row, onClose }: GiveExceptionProps) {
  const t = useWords()
  const act = useAct('certificates.giveException')
  const can = waivableOf(row).map(({ code, missing }) => ({ code, words: missingWords(missing, t) }))
  const [chosen, setChosen] = useState<readonly string[]>(can.map((each) => each.code))
  const [reason, setReason] = useState('')
  const name = listName(row)
  const give = async () => {
    const waives = can.map((each) => each.code).filter((code) => chosen.includes(code))
    if (!(await act.run({ editionId, personId: row.personId, waives, reason })).ok) return false
    notifications.show({ color: 'nopal', message: t('certificates.exception.done', { name }) })
    return true
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('certificates.exception.giveTitle', { name })}
      consequences={[t('certificates.exception.consequence')]}
      verb={t('certificates.exception.give')}
      pending={act.pending}
      refusals={act.refusals}
      ready={chosen.length > 0 && reason.trim().length >= 10}
      onConfirm={give}
    >
      <Stack gap="sm">
        <Checkbox.Group
          label={t('certificates.exception.what')}
          value={[...chosen]}
          onChange={(value) => setChosen(value)}
        >
          <Stack gap={6} mt={6}>
            {can.map(({ code, words }) => (
              <Checkbox key={code} value={code} label={words} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Textarea
          required
          autosize
          minRows={2}
          minLength={10}
          maxLength={500}
          label={t('certificates.exception.reason')}
          description={t('certificates.exception.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmAct>
  )
}

interface WithdrawExceptionProps {
  readonly row: DecisionRow
  readonly exception: NonNullable<DecisionRow['exception']>
  readonly onClose: () => void
}

export function WithdrawException({ row, exception, onClose }: WithdrawExceptionProps) {
  const t = useWords()
  const act = useAct('certificates.withdrawException')
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('certificates.exception.withdrawTitle', { name: listName(row) })}
      consequences={[t('certificates.exception.withdrawWhat')]}
      verb={t('certificates.exception.withdraw')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async (note) => (await act.run({ id: exception.id, version: exception.version, note })).ok}
    />
  )
}
