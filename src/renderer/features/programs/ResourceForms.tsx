/** Changes a room or an instructor. */
import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'

type Resources = Output<'programs.resources'>
type Instructor = Resources['instructors'][number]
type Room = Resources['rooms'][number]

export function InstructorForm({
  instructor,
  onDone,
}: {
  readonly instructor: Instructor
  readonly onDone: () => void
}) {
  const t = useWords()
  const act = useAct('programs.changeInstructor')
  const error = useFieldRefusal(act.refusals)
  const [name, setName] = useState(instructor.name)
  const [provider, setProvider] = useState(instructor.provider ?? '')
  const [clearanceUntil, setClearanceUntil] = useState(instructor.clearanceUntil)
  const [active, setActive] = useState(instructor.active)
  const save = async () => {
    const facts = { name, provider: provider.trim() || null, clearanceUntil, active }
    const outcome = await act.run({ id: instructor.id, ...facts })
    if (!outcome.ok) return
    notifications.show({ message: t('programs.resources.changed') })
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          required
          label={t('programs.resources.name')}
          maxLength={120}
          value={name}
          error={error('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('programs.instruction.provider')}
          description={t('programs.resources.providerHint')}
          maxLength={120}
          value={provider}
          onChange={(event) => setProvider(event.currentTarget.value)}
        />
        <DayField
          clearable
          label={t('programs.resources.clearance')}
          value={clearanceUntil}
          onChange={setClearanceUntil}
        />
        <Checkbox
          label={t('programs.resources.inUse')}
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
        <Refusals of={act.refusals.filter((refusal) => refusal.field === undefined)} />
        <div>
          <Button type="submit" loading={act.pending} disabled={!name.trim()}>
            {t('programs.form.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

export function RoomForm({ room, onDone }: { readonly room: Room; readonly onDone: () => void }) {
  const t = useWords()
  const act = useAct('programs.changeRoom')
  const error = useFieldRefusal(act.refusals)
  const [name, setName] = useState(room.name)
  const [active, setActive] = useState(room.active)
  const save = async () => {
    const outcome = await act.run({ id: room.id, name, active })
    if (!outcome.ok) return
    notifications.show({ message: t('programs.resources.changed') })
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          required
          label={t('programs.resources.name')}
          maxLength={80}
          value={name}
          error={error('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={t('programs.resources.inUse')}
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
        <Refusals of={act.refusals.filter((refusal) => refusal.field === undefined)} />
        <div>
          <Button type="submit" loading={act.pending} disabled={!name.trim()}>
            {t('programs.form.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
