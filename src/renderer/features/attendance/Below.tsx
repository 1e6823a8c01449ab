/** Women whom the instructor wrote under the printed list. */
import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { MARKS, type Mark } from '../../../shared/contract/marks'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import type { Roll, Typed } from './roll'
import classes from './attendance.module.css'

interface BelowProps {
  readonly kept: Roll['unlisted']
  readonly typed: Typed['below']
  readonly readOnly: boolean
  readonly onChange: (below: Typed['below']) => void
}

export const isMark = (text: string): text is Mark => (MARKS as readonly string[]).includes(text)

export function Below({ kept, typed, readOnly, onChange }: BelowProps) {
  const t = useWords()
  const [name, setName] = useState('')
  const [mark, setMark] = useState<Mark>('A')
  const add = () => {
    if (name.trim().length < 3) return
    onChange([...typed, { name: name.trim(), mark }])
    setName('')
  }
  return (
    <section className={classes.below} aria-label={t('attendance.below.title')}>
      <h2>{t('attendance.below.title')}</h2>
      <ul>
        {kept.map((each) => (
          <li key={each.id}>
            <b>{each.mark}</b> {each.name} <Status tone="attention" label={t('attendance.below.toSettle')} />
          </li>
        ))}
        {typed.map((each, index) => (
          <li key={each.name}>
            <b>{each.mark}</b> {each.name}
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconX size={14} aria-hidden />}
              onClick={() => onChange(typed.filter((_each, at) => at !== index))}
            >
              {t('attendance.below.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {!readOnly && (
        <div className={classes.addBelow}>
          <TextInput
            label={t('attendance.below.name')}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              add()
            }}
          />
          <Select
            label={t('attendance.below.mark')}
            w={180}
            allowDeselect={false}
            data={MARKS.map((each) => ({ value: each, label: `${each} · ${t(`attendance.mark.${each}`)}` }))}
            value={mark}
            onChange={(next) => next && isMark(next) && setMark(next)}
          />
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={name.trim().length < 3}
            onClick={add}
          >
            {t('attendance.below.add')}
          </Button>
        </div>
      )}
    </section>
  )
}
