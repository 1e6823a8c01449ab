/** She leaves: what follows is shown for the day, done as one batch, and her pack prints at once. */
import { Checkbox, Group, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { LEFT_CAUSES, type LeftCause } from '../../../shared/contract/stays.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Refusals } from '../../ui/Refusals'
import { useUndoNotice } from '../../ui/use-undo'
import { NoteField } from './NoteField'
import { Consequences } from './Consequences'
import type { StayActProps } from './stay-acts'
import { usePack } from './use-pack'

export function Leave({ person, stay, onClose, cause: first }: StayActProps & { readonly cause: LeftCause }) {
  const t = useWords()
  const { may } = useSession()
  const clock = useClock()
  const act = useAct('people.recordLeaving')
  const pack = usePack(onClose)
  const say = useUndoNotice()
  const [typedDay, setDay] = useState<string | null>(null)
  const [cause, setCause] = useState<LeftCause>(first)
  const [note, setNote] = useState('')
  const [withPack, setWithPack] = useState(true)
  const [withHours, setWithHours] = useState(true)
  const [closing, setClosing] = useState(false)
  const day = typedDay ?? clock?.today ?? null
  const preview = useRead('people.previewLeaving', { id: person.id, leftOn: day ?? '' }, { enabled: day !== null })
  const name = spokenName(person.facts)
  const places = preview.data ? preview.data.places.length + preview.data.hidden.places : 0
  // She leaves in the middle of a course, and takes her hours with her in writing.
  const isMidway = places > 0 && may('certificates.printHours')
  const leave = async () => {
    if (!day || !preview.data) return false
    const { seen } = preview.data
    const outcome = await act.run({
      id: person.id,
      stayVersion: stay.stayVersion ?? 0,
      leftOn: day,
      cause,
      note,
      seen,
    })
    if (!outcome.ok) return false
    say(outcome.value.batchId, t('stays.leave.done', { name, count: outcome.value.places }))
    if (!withPack) return true
    // The question gives way to the paper, which stays until she closes it.
    setClosing(true)
    await pack.print(person.id, isMidway && withHours)
    return false
  }
  return (
    <>
      {pack.viewer(onClose)}
      <ConfirmAct
        opened={!closing}
        onClose={onClose}
        title={t('people.leave.title')}
        consequences={[]}
        verb={t(withPack ? 'stays.leave.verbWithPack' : 'people.leave.verb', { name, count: places })}
        danger
        wide
        pending={act.pending || preview.pending}
        refusals={act.refusals}
        onConfirm={leave}
      >
        <Stack gap="sm">
          <Radio.Group label={t('people.leave.cause')} value={cause} onChange={(value) => setCause(value)}>
            <Group gap="md" mt={4}>
              {LEFT_CAUSES.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`stays.cause.${value}`)}
                  {...(value === first ? { 'data-autofocus': true } : {})}
                />
              ))}
            </Group>
          </Radio.Group>
          <DayField required label={t('people.leave.day')} value={day} maxDate={clock?.today} onChange={setDay} />
          <Refusals of={preview.refusals} />
          {preview.data && <Consequences of={preview.data} />}
          <NoteField value={note} onChange={setNote} />
          <Checkbox
            label={t('people.pack.withLeaving')}
            checked={withPack}
            onChange={(event) => setWithPack(event.currentTarget.checked)}
          />
          {withPack && isMidway && (
            <Checkbox
              label={t('people.pack.withHours')}
              checked={withHours}
              onChange={(event) => setWithHours(event.currentTarget.checked)}
            />
          )}
        </Stack>
      </ConfirmAct>
    </>
  )
}
