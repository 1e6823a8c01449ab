/** Names to tick by keyboard: a few letters and Enter tick the first who fits; arrows move, the space bar ticks and goes on. */
import { Checkbox, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { GateLine } from '../../../shared/contract/gate-line'
import { fold, inOrder } from '../../../shared/kernel/text'
import { useWords } from '../../platform/words'
import { sentencesOf } from './gate-words'
import classes from './gate.module.css'

interface NamesProps {
  readonly lines: readonly GateLine[]
  readonly ticked: readonly string[]
  readonly onTick: (ids: readonly string[]) => void
  readonly onOne: (id: string) => void
}

/** True if every word typed begins a word of the name. */
const fits = (name: string, typed: string): boolean => {
  const words = fold(name).split(/[^\p{L}\p{N}]+/u)
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)))
}

export function GateNames({ lines: given, ticked, onTick, onOne }: NamesProps) {
  const t = useWords()
  const lines = [...given].sort((a, b) => inOrder(a.child, b.child))
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const open = lines.filter((line) => !ticked.includes(line.id))
  const found = typed.trim() === '' ? [] : open.filter((line) => fits(line.child, typed))
  const shown = typed.trim() === '' ? lines : found
  const tick = (id: string, on: boolean) => onTick(on ? [...ticked, id] : ticked.filter((each) => each !== id))
  const walk = (from: Element, by: 1 | -1) => {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])]
    boxes[boxes.indexOf(from as HTMLInputElement) + by]?.focus()
  }
  return (
    <div>
      <TextInput
        autoFocus
        label={t('outings.gate.find.name')}
        description={t('outings.gate.find.hint')}
        error={typed.trim() !== '' && found.length === 0 ? t('outings.gate.nobodyOfName') : undefined}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') list.current?.querySelector('input')?.focus()
          if (event.key !== 'Enter' || typed.trim() === '') return
          event.preventDefault()
          const [first] = found
          if (!first) return
          tick(first.id, true)
          setTyped('')
        }}
      />
      <p className={classes.note} role="status">
        {t('outings.gate.ticked', { count: ticked.length, all: lines.length })}
      </p>
      <ul className={classes.names} ref={list} aria-label={t('outings.gate.groupNames')}>
        {shown.map((line) => (
          <li key={line.id} data-stop={line.state === 'scheduled' && !line.mayLeave ? true : undefined}>
            <Checkbox
              label={line.child}
              description={line.mayLeave || line.state !== 'scheduled' ? undefined : sentencesOf(line.reasons, t)[0]}
              checked={ticked.includes(line.id)}
              onChange={(event) => tick(line.id, event.currentTarget.checked)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                  event.preventDefault()
                  walk(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
                }
                if (event.key === ' ') {
                  event.preventDefault()
                  tick(line.id, !ticked.includes(line.id))
                  walk(event.currentTarget, 1)
                }
              }}
            />
            <button type="button" className={classes.one} onClick={() => onOne(line.id)}>
              {line.folio}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
