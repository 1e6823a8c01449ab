/** Puts right when and by whom a place was requested. The day decides her turn, so it says why. */
import { Select, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { REQUESTERS, type Requester, type Wait } from '../../../shared/contract/waits.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'

export function EditWait({ wait, onClose }: { readonly wait: Wait; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('places.editWait')
  const [requestedOn, setRequestedOn] = useState<string | null>(wait.requestedOn)
  const [requestedBy, setRequestedBy] = useState<Requester>(wait.requestedBy ?? 'herself')
  const confirm = async (reason: string) => {
    if (!requestedOn) return false
    const outcome = await act.run({ id: wait.id, version: wait.version, requestedOn, requestedBy, reason })
    if (outcome.ok) notifications.show({ message: t('places.edit.done', { name: spokenName(wait) }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.edit.title', { workshop: wait.workshop })}
      consequences={[t('places.edit.means')]}
      verb={t('places.edit.save')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <DayField required label={t('places.waiting.since')} value={requestedOn} onChange={setRequestedOn} />
        <RequesterField value={requestedBy} onChange={setRequestedBy} />
      </Stack>
    </ConfirmAct>
  )
}

export function RequesterField({
  value,
  onChange,
}: {
  readonly value: Requester
  readonly onChange: (next: Requester) => void
}) {
  const t = useWords()
  return (
    <Select
      allowDeselect={false}
      label={t('places.record.by')}
      data={REQUESTERS.map((each) => ({ value: each, label: t(`places.requester.${each}`) }))}
      value={value}
      onChange={(next) => onChange(REQUESTERS.find((each) => each === next) ?? value)}
    />
  )
}
