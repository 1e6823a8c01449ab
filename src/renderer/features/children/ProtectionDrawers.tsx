/** The two forms of a protection concern: what was seen, and what was done about it. Nothing half-typed is kept. */
import { Drawer, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Concern, ConcernStep } from '../../../shared/contract/child-protection.contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { useFieldRefusal } from '../../ui/Refusals'
import { TimeField } from '../../ui/TimeField'
import { DrawerForm } from './DrawerForm'

interface RaiseProps {
  readonly childId: string
  readonly today: string
  readonly onClose: () => void
}

export function RaiseConcernDrawer({ opened, ...props }: RaiseProps & { readonly opened: boolean }) {
  const t = useWords()
  return (
    <Drawer
      opened={opened}
      onClose={props.onClose}
      title={t('children.protection.raise')}
      position="right"
      size={520}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <RaiseForm {...props} />
    </Drawer>
  )
}

function RaiseForm({ childId, today, onClose }: RaiseProps) {
  const t = useWords()
  const act = useAct('children.raiseConcern')
  const refusal = useFieldRefusal(act.refusals)
  const [seenOn, setSeenOn] = useState<string | null>(today)
  const [seenAt, setSeenAt] = useState<string | null>(null)
  const [seenBy, setSeenBy] = useState('')
  const [what, setWhat] = useState('')
  const raise = async () => {
    if (!seenOn) return
    const outcome = await act.run({ childId, seenOn, seenAt, seenBy, what })
    if (!outcome.ok) return
    notifications.show({ message: t('children.protection.raised') })
    onClose()
  }
  return (
    <DrawerForm
      act={act}
      verb={t('children.protection.raise')}
      ready={seenOn !== null && what.trim() !== '' && seenBy.trim() !== ''}
      onSubmit={raise}
    >
      <Textarea
        data-autofocus
        required
        autosize
        minRows={5}
        maxLength={3000}
        label={t('children.protection.what')}
        description={t('children.protection.whatHint')}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <Group grow align="flex-start">
        <DayField
          w="100%"
          required
          label={t('children.protection.seenOn')}
          maxDate={today}
          value={seenOn}
          error={refusal('seenOn')}
          onChange={setSeenOn}
        />
        <TimeField label={t('children.protection.time')} value={seenAt} onChange={setSeenAt} />
      </Group>
      <TextInput
        required
        label={t('children.protection.seenBy')}
        maxLength={120}
        autoComplete="off"
        value={seenBy}
        onChange={(event) => setSeenBy(event.currentTarget.value)}
      />
    </DrawerForm>
  )
}

const STEPS_OF: Readonly<Record<Concern['state'], readonly ConcernStep[]>> = {
  'to-notify': ['notified', 'followed'],
  notified: ['followed', 'notified', 'closed'],
  closed: ['reopened'],
}

interface StepProps {
  readonly concern: Concern | null
  readonly today: string
  readonly onClose: () => void
}

export function StepConcernDrawer({ concern, ...props }: StepProps) {
  const t = useWords()
  return (
    <Drawer
      opened={concern !== null}
      onClose={props.onClose}
      title={t('children.protection.step')}
      position="right"
      size={520}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {concern && <StepForm key={concern.id} concern={concern} {...props} />}
    </Drawer>
  )
}

function StepForm({ concern, today, onClose }: StepProps & { readonly concern: Concern }) {
  const t = useWords()
  const act = useAct('children.stepConcern')
  const refusal = useFieldRefusal(act.refusals)
  const steps = STEPS_OF[concern.state]
  const [kind, setKind] = useState<ConcernStep>(steps[0] ?? 'followed')
  const [day, setDay] = useState<string | null>(today)
  const [time, setTime] = useState<string | null>(null)
  const [authority, setAuthority] = useState('')
  const [folio, setFolio] = useState('')
  const [what, setWhat] = useState('')
  const tells = kind === 'notified'
  const save = async () => {
    if (!day) return
    const { id, version } = concern
    const told = { authority: tells ? authority : null, folio: tells ? folio : null }
    const outcome = await act.run({ id, version, kind, day, time, what, ...told })
    if (!outcome.ok) return
    notifications.show({ message: t('children.protection.stepped') })
    onClose()
  }
  return (
    <DrawerForm
      act={act}
      verb={t('children.protection.stepVerb')}
      ready={day !== null && what.trim() !== '' && (!tells || authority.trim() !== '')}
      onSubmit={save}
    >
      <Radio.Group label={t('children.protection.step')} value={kind} onChange={(next) => setKind(next)}>
        <Stack gap={6} mt={6}>
          {steps.map((step) => (
            <Radio key={step} value={step} label={t(`children.protection.act.${step}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Group grow align="flex-start">
        <DayField
          w="100%"
          required
          label={t('children.protection.day')}
          maxDate={today}
          value={day}
          error={refusal('day')}
          onChange={setDay}
        />
        <TimeField label={t('children.protection.time')} value={time} onChange={setTime} />
      </Group>
      {tells && (
        <Group grow align="flex-start">
          <TextInput
            required
            label={t('children.protection.authority')}
            placeholder={t('children.protection.authorityHint')}
            maxLength={160}
            autoComplete="off"
            value={authority}
            onChange={(event) => setAuthority(event.currentTarget.value)}
          />
          <TextInput
            label={t('children.protection.folio')}
            maxLength={80}
            autoComplete="off"
            value={folio}
            onChange={(event) => setFolio(event.currentTarget.value)}
          />
        </Group>
      )}
      <Textarea
        data-autofocus
        required
        autosize
        minRows={3}
        maxLength={2000}
        label={t('children.protection.stepWhat')}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
    </DrawerForm>
  )
}
