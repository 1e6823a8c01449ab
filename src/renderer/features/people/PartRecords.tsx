/** A record that was joined with this one, and the way back while its month is open. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import type { StayOfPerson } from '../../../shared/contract/stays.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import classes from './stays.module.css'

export function PartRecords({
  person,
  merge,
}: {
  readonly person: PersonRecord
  readonly merge: StayOfPerson['merges'][number]
}) {
  const t = useWords()
  const { may } = useSession()
  const act = useAct('people.undoMerge')
  const [asked, setAsked] = useState(false)
  const canPart = may('people.undoMerge') && merge.batchId !== null && !merge.closed
  const part = async (reason: string) => {
    const outcome = await act.run({ id: person.id, loserId: merge.loserId, reason })
    if (outcome.ok) notifications.show({ message: t('merge.part.done', { name: merge.name }) })
    return outcome.ok
  }
  return (
    <section className={classes.note} data-tone="info" aria-label={t('merge.note.label')}>
      <p>
        {t('merge.note', {
          name: merge.name,
          fileNumber: merge.fileNumber,
          day: formatDay(merge.mergedOn, t.language),
        })}
      </p>
      {canPart && (
        <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
          {t('merge.part.verb')}
        </Button>
      )}
      <ConfirmAct
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('merge.part.title')}
        consequences={[t('merge.part.restores'), t('batches.undo.later')]}
        verb={t('merge.part.verb')}
        reason
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={part}
      />
    </section>
  )
}
