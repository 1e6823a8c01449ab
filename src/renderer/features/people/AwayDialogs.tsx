/** She goes away for a time, and comes back. */
import { Group, Select } from '@mantine/core'
import { useState } from 'react'
import { ABSENCE_REASONS, type AbsenceReason } from '../../../shared/contract/stays.contract'
import { formatDay } from '../../../shared/i18n/format'
import { spokenName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { useUndoNotice } from '../../ui/use-undo'
import { NoteField } from './NoteField'
import type { StayActProps } from './stay-acts'

export function GoAway({ person, stay, onClose }: StayActProps) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('people.recordAbsence')
  const say = useUndoNotice()
  const [reason, setReason] = useState<AbsenceReason>('court')
  const [typed, setTyped] = useState<string | null>(null)
  const [expectedOn, setExpectedOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const day = typed ?? clock?.today ?? null
  const name = spokenName(person.facts)
  const go = async () => {
    if (!day) return false
    const stayVersion = stay.stayVersion ?? 0
    const outcome = await act.run({ id: person.id, stayVersion, reason, leftOn: day, expectedOn, note })
    if (!outcome.ok) return false
    say(outcome.value.batchId, t('stays.away.done', { name, count: outcome.value.suspended }))
    return true
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('stays.away.title')}
      consequences={[t('stays.away.keeps'), t('stays.away.lists')]}
      verb={t('stays.away.verb')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={go}
    >
      <Select
        data-autofocus
        required
        allowDeselect={false}
        label={t('stays.away.reason')}
        data={ABSENCE_REASONS.map((value) => ({ value, label: t(`stays.reason.${value}`) }))}
        value={reason}
        onChange={(value) => setReason(value ?? 'court')}
      />
      <Group gap="sm" align="flex-start">
        <DayField required label={t('stays.away.since')} value={day} maxDate={clock?.today} onChange={setTyped} />
        <DayField
          clearable
          label={t('stays.away.expected')}
          value={expectedOn}
          {...(day ? { minDate: day } : {})}
          onChange={setExpectedOn}
        />
      </Group>
      <NoteField value={note} onChange={setNote} />
    </ConfirmAct>
  )
}

export function Return({ person, stay, onClose }: StayActProps) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('people.recordReturn')
  const say = useUndoNotice()
  const [typed, setTyped] = useState<string | null>(null)
  const day = typed ?? clock?.today ?? null
  const { away } = stay
  if (!away) return null
  const back = async () => {
    if (!day) return false
    const outcome = await act.run({ id: person.id, version: away.version, returnedOn: day })
    if (!outcome.ok) return false
    const { batchId, restored } = outcome.value
    say(batchId, t('stays.return.done', { name: spokenName(person.facts), count: restored }))
    return true
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('stays.return.verb')}
      consequences={[
        t('stays.return.since', { day: formatDay(away.leftOn, t.language) }),
        t('stays.return.restores'),
        t('stays.return.byHand'),
      ]}
      verb={t('stays.return.verb')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={back}
    >
      <DayField
        data-autofocus
        required
        label={t('stays.return.day')}
        value={day}
        minDate={away.leftOn}
        maxDate={clock?.today}
        onChange={setTyped}
      />
    </ConfirmAct>
  )
}

/** Expected on another day. */
export function ChangeAbsence({ person, stay, onClose }: StayActProps) {
  const t = useWords()
  const act = useAct('people.changeAbsence')
  const { away } = stay
  const [expectedOn, setExpectedOn] = useState<string | null>(away?.expectedOn ?? null)
  const [note, setNote] = useState(away?.note ?? '')
  if (!away) return null
  const change = async () => (await act.run({ id: person.id, version: away.version, expectedOn, note })).ok
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('stays.away.change')}
      consequences={[]}
      verb={t('stays.away.change')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={change}
    >
      <DayField
        data-autofocus
        clearable
        label={t('stays.away.expected')}
        value={expectedOn}
        minDate={away.leftOn}
        onChange={setExpectedOn}
      />
      <NoteField value={note} onChange={setNote} />
    </ConfirmAct>
  )
}

/** She has been away for long: her places end, and she may still come back. */
export function EndPlaces({ person, onClose }: StayActProps) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('people.endPlacesAway')
  const say = useUndoNotice()
  const leftOn = clock?.today ?? ''
  const preview = useRead('people.previewLeaving', { id: person.id, leftOn }, { enabled: clock !== undefined }).data
  const end = async (reason: string) => {
    if (!preview) return false
    const outcome = await act.run({ id: person.id, seen: preview.seen, reason })
    if (!outcome.ok) return false
    const { batchId, places } = outcome.value
    say(batchId, t('stays.end.done', { name: spokenName(person.facts), count: places }))
    return true
  }
  const hidden = preview ? preview.hidden.places + preview.hidden.waits : 0
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('stays.end.verb')}
      consequences={[
        ...(preview?.places ?? []).map((place) =>
          t('people.leave.endsPlace', { title: place.title, code: place.code }),
        ),
        ...(preview?.waits ?? []).map((wait) => t('people.leave.closesWait', { title: wait.title })),
        ...(hidden > 0 ? [t('stays.will.hiddenPlaces', { count: hidden })] : []),
        t('stays.end.stays'),
      ]}
      verb={t('stays.end.verb')}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={end}
    />
  )
}
