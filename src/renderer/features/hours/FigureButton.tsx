/** A figure that opens its rows; nothing to open where it is nought. */
import { UnstyledButton } from '@mantine/core'
import { formatHours } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { NOTHING } from '../../ui/Facts'
import classes from './hours.module.css'

export interface FigureButtonProps {
  readonly minutes: number
  /** What the figure is, for whoever listens: *Custodia, lun 5 oct*. */
  readonly name: string
  readonly onOpen: () => void
}

export function FigureButton({ minutes, name, onOpen }: FigureButtonProps) {
  const t = useWords()
  if (minutes === 0) return <span className={classes.nought}>{NOTHING}</span>
  const hours = formatHours(minutes)
  return (
    <UnstyledButton className={classes.figure} aria-label={t('hours.open', { figure: name, hours })} onClick={onOpen}>
      {hours}
    </UnstyledButton>
  )
}
