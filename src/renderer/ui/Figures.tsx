/** A row of figures, each of which opens its rows: press one, and the table below shows those. */
import { UnstyledButton } from '@mantine/core'
import { formatNumber } from '../../shared/i18n/format'
import type { Tone } from './Status'
import classes from './Figures.module.css'

export interface Figure<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly value: number
  readonly tone?: Tone | undefined
}

export interface FiguresProps<Id extends string> {
  /** Says what the figures choose. */
  readonly label: string
  readonly of: readonly Figure<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

export function Figures<Id extends string>({ label, of, chosen, onChoose }: FiguresProps<Id>) {
  return (
    <div className={classes.figures} role="group" aria-label={label} data-no-print>
      {of.map((figure) => (
        <UnstyledButton
          key={figure.id}
          className={classes.figure ?? ''}
          data-tone={figure.tone}
          aria-pressed={figure.id === chosen}
          onClick={() => onChoose(figure.id)}
        >
          <span className={classes.value}>{formatNumber(figure.value)}</span>
          <span className={classes.label}>{figure.label}</span>
        </UnstyledButton>
      ))}
    </div>
  )
}
