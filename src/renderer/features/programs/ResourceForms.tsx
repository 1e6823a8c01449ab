/** Changes a room or an instructor. */
import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type ReactNode } from 'react'
import type { Output } from '../../../shared/contract'
import type { Refusal } from '../../../shared/kernel/outcome'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'

type Resources = Output<'programs.resources'>
type Instructor = Resources['instructors'][number]
type Room = Resources['rooms'][number]

/** What a room and an instructor have alike: a name, whether she or it is still used, and one button. */
function ResourceForm(props: {
  readonly act: { readonly refusals: readonly Refusal[]; readonly pending: boolean }
  readonly longest: number
  readonly name: string
  readonly onName: (name: string) => void
  readonly active: boolean
  readonly onActive: (active: boolean) => void
  readonly onSave: () => Promise<void>
  readonly children?: ReactNode
}) {
  const t = useWords()
  const error = useFieldRefusal(props.act.refusals)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void props.onSave()
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          required
          label={t('programs.resources.name')}
          maxLength={props.longest}
          value={props.name}
          error={error('name')}
          onChange={(event) => props.onName(event.currentTarget.value)}
        />
        {props.children}
        <Checkbox
          label={t('programs.resources.inUse')}
          checked={props.active}
          onChange={(event) => props.onActive(event.currentTarget.checked)}
        />
        <Refusals of={props.act.refusals.filter((refusal) => refusal.field === undefined)} />
        <div>
          <Button type="submit" loading={props.act.pending} disabled={!props.name.trim()}>
            {t('programs.form.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

export function InstructorForm({
  instructor,
  onDone,
}: {
  readonly instructor: Instructor
  readonly onDone: () => void
}) {
  const t = useWords()
  const act = useAct('programs.changeInstructor')
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
    <ResourceForm
      act={act}
      longest={120}
      name={name}
      onName={setName}
      active={active}
      onActive={setActive}
      onSave={save}
    >
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
    </ResourceForm>
  )
}

export function RoomForm({ room, onDone }: { readonly room: Room; readonly onDone: () => void }) {
  const t = useWords()
  const act = useAct('programs.changeRoom')
  const [name, setName] = useState(room.name)
  const [active, setActive] = useState(room.active)
  const save = async () => {
    const outcome = await act.run({ id: room.id, name, active })
    if (!outcome.ok) return
    notifications.show({ message: t('programs.resources.changed') })
    onDone()
  }
  return (
    <ResourceForm
      act={act}
      longest={80}
      name={name}
      onName={setName}
      active={active}
      onActive={setActive}
      onSave={save}
    />
  )
}
