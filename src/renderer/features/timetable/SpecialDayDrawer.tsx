/** Notes a special day; says before saving which sessions it cancels, and for whose cause. */
import { Button, Drawer, Group, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Input } from '../../../shared/contract'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { TimeField } from '../../ui/TimeField'

interface DrawerProps {
  readonly opened: boolean
  readonly day: string
  readonly onClose: () => void
}

export function SpecialDayDrawer({ opened, day, onClose }: DrawerProps) {
  const t = useWords()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('timetable.special.add')}
      position="right"
      size={440}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <SpecialDayForm key={day} day={day} onClose={onClose} />
    </Drawer>
  )
}

type Kind = Input<'office.addSpecialDay'>['kind']
const KINDS: readonly Kind[] = ['closure', 'holiday', 'visit']
const TYPING_MS = 250

function SpecialDayForm({ day: first, onClose }: Omit<DrawerProps, 'opened'>) {
  const t = useWords()
  const act = useAct('office.addSpecialDay')
  const error = useFieldRefusal(act.refusals)
  const [day, setDay] = useState<string | null>(first)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<Kind>('closure')
  const [dormitories, setDormitories] = useState('')
  const [startsAt, setStartsAt] = useState<string | null>(null)
  const [endsAt, setEndsAt] = useState<string | null>(null)
  const facts = { title: title.trim(), kind, dormitories: dormitories.trim() || null, startsAt, endsAt }
  const [settled] = useDebouncedValue(day ? { ...facts, day } : null, TYPING_MS)
  const closing = useRead('timetable.closing', settled ?? { ...facts, day: first }, { enabled: settled !== null })

  const add = async () => {
    if (!day) return
    const outcome = await act.run({ ...facts, day })
    if (!outcome.ok) return
    notifications.show({ message: t('timetable.done.special', { count: outcome.value.cancelled }) })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Stack gap="md">
        <DayField required label={t('timetable.special.day')} value={day} onChange={setDay} />
        <TextInput
          required
          data-autofocus
          label={t('timetable.special.title')}
          maxLength={160}
          autoComplete="off"
          value={title}
          error={error('title')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Select
          label={t('timetable.special.kind')}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`timetable.special.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value ?? 'closure')}
        />
        <TextInput
          label={t('timetable.special.dormitories')}
          description={t('timetable.special.dormitoriesHint')}
          maxLength={200}
          autoComplete="off"
          value={dormitories}
          onChange={(event) => setDormitories(event.currentTarget.value)}
        />
        <Group gap="md" align="flex-start">
          <TimeField label={t('timetable.special.from')} w={180} value={startsAt} onChange={setStartsAt} />
          <TimeField label={t('timetable.special.until')} value={endsAt} error={error('endsAt')} onChange={setEndsAt} />
        </Group>
        {closing.data && (
          <div role="status">
            <Status
              tone={closing.data.cancels.length > 0 ? 'attention' : 'info'}
              label={
                closing.data.cancels.length === 0 || !closing.data.cause
                  ? t('timetable.special.cancelsNone')
                  : t('timetable.special.cancels', {
                      count: closing.data.cancels.length,
                      cause: t(`timetable.cause.${closing.data.cause}`),
                    })
              }
              reason={closing.data.cancels.map((each) => `${each.startsAt} ${each.title ?? ''}`).join(' · ')}
            />
            {closing.data.marked > 0 && (
              <Status tone="info" label={t('timetable.special.marked', { count: closing.data.marked })} />
            )}
          </div>
        )}
        <Refusals of={act.refusals} />
        <Button type="submit" loading={act.pending} disabled={!day || !title.trim()}>
          {t('timetable.special.save')}
        </Button>
      </Stack>
    </form>
  )
}
