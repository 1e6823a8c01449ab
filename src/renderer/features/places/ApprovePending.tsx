/** Approves many requests at once; any of them may be left out. */
import { Checkbox, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Wait } from '../../../shared/contract/waits.contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { useUndoNotice } from '../../ui/use-undo'
import classes from './waits.module.css'

export function ApprovePending({ waits, onClose }: { readonly waits: readonly Wait[]; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('places.decideWaits')
  const say = useUndoNotice()
  // What she saw when she opened it: one that comes in meanwhile is not approved unseen.
  const [seen] = useState(waits)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = seen.filter((wait) => !left.has(wait.id))
  const confirm = async () => {
    if (chosen.length === 0) return false
    const outcome = await act.run({
      waits: chosen.map(({ id, version }) => ({ id, version })),
      decision: 'approve',
    })
    if (outcome.ok) say(outcome.value.batchId, t('places.approve.done', { count: outcome.value.count }))
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.approve.title')}
      consequences={[t('places.approve.turn')]}
      verb={t('places.approve.verb', { count: chosen.length })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap={6} className={classes.checks ?? ''}>
        {seen.map((wait) => (
          <Checkbox
            key={wait.id}
            label={`${listName(wait)} · ${wait.workshop} · ${formatDay(wait.requestedOn, t.language)}`}
            checked={!left.has(wait.id)}
            onChange={(event) => setLeft(toggled(left, wait.id, !event.currentTarget.checked))}
          />
        ))}
      </Stack>
    </ConfirmAct>
  )
}

const toggled = (set: ReadonlySet<string>, id: string, within: boolean): ReadonlySet<string> => {
  const next = new Set(set)
  if (within) next.add(id)
  else next.delete(id)
  return next
}
