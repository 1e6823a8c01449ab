/** Who looks after the children today, from when until when. */
import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { TimeField } from '../../ui/TimeField'
import type { Room } from './room-words'
import classes from './health.module.css'

export function RoomDuties({ room }: { readonly room: Room }) {
  const t = useWords()
  const begin = useAct('children.beginDuty')
  const end = useAct('children.endDuty')
  const [name, setName] = useState('')
  const [at, setAt] = useState<string | null>(null)
  const from = at ?? room.time
  const add = async () => {
    const outcome = await begin.run({ name, at: from })
    if (!outcome.ok) return
    setName('')
    setAt(null)
  }
  return (
    <Section title={t('children.room.onDutyTitle')}>
      {room.duties.length === 0 && <p className={classes.quiet}>{t('children.room.nobodyOnDuty')}</p>}
      <ul className={classes.rows}>
        {room.duties.map((duty) => (
          <li key={duty.id}>
            <span>
              {duty.name}
              <div className={classes.quiet}>
                {duty.untilAt ? `${duty.fromAt}–${duty.untilAt}` : t('children.room.since', { at: duty.fromAt })}
              </div>
            </span>
            {duty.untilAt === null && (
              <Button
                variant="default"
                size="compact-sm"
                loading={end.pending}
                onClick={() => void end.run({ id: duty.id, at: room.time })}
              >
                {t('children.room.endDuty')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusals of={end.refusals} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) void add()
        }}
      >
        <Group gap="sm" align="flex-end">
          <TextInput
            w={190}
            label={t('children.room.dutyName')}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TimeField w={84} label={t('children.room.from')} value={from} onChange={setAt} />
          <Button type="submit" variant="default" loading={begin.pending} disabled={name.trim() === ''}>
            {t('children.room.beginDuty')}
          </Button>
        </Group>
        <Refusals of={begin.refusals} />
      </form>
    </Section>
  )
}
