/** Gives places of one edition to several women at once: one reason for all that want one, one undo. */
import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Candidate } from '../../../shared/contract/candidates.contract'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { useUndoNotice } from '../../ui/use-undo'
import { gravest, warningsWord } from './warnings'

interface GiveSeveralProps {
  readonly edition: Output<'places.candidates'>['edition']
  readonly women: readonly Candidate[]
  readonly openedOn: string
  readonly onClose: (given: boolean) => void
}

export function GiveSeveral({ edition, women, openedOn: first, onClose }: GiveSeveralProps) {
  const t = useWords()
  const say = useUndoNotice()
  const act = useAct('places.giveMany')
  const [openedOn, setOpenedOn] = useState<string | null>(first)
  const [reason, setReason] = useState('')
  const asking = women.filter((woman) => gravest(woman.warnings) !== 'info')
  const confirm = async () => {
    if (!openedOn) return false
    const outcome = await act.run({
      openedOn,
      reason,
      // Weighed together they may stand against each other too: those keys are named so that the director may go on.
      rows: women.map((woman) => ({
        editionId: edition.id,
        personId: woman.personId,
        keys: woman.warnings.map((warning) => warning.key),
      })),
    })
    if (!outcome.ok) return false
    say(outcome.value.batchId, t('places.give.manyDone', { count: outcome.value.given, title: edition.title }))
    onClose(true)
    return true
  }
  return (
    <ConfirmAct
      opened
      onClose={() => onClose(false)}
      title={t('places.give.title', { title: edition.title, code: edition.code })}
      consequences={women.map((woman) => (
        <>
          {listName(woman)}
          {asking.includes(woman) && <Text span c="dimmed">{` · ${warningsWord(t, woman.warnings)}`}</Text>}
        </>
      ))}
      verb={t('places.candidates.giveMany', { count: women.length })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <DayField label={t('places.give.from')} value={openedOn} onChange={setOpenedOn} />
        {asking.length > 0 && (
          <Textarea
            required
            autosize
            minRows={2}
            maxLength={300}
            label={t('places.give.despite')}
            description={t('places.give.despiteHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Stack>
    </ConfirmAct>
  )
}
