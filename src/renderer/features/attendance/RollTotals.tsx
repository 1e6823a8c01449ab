/** Totals of what was keyed beside those of the paper, and whether they agree. */
import { NumberInput } from '@mantine/core'
import type { Ref } from 'react'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import type { RollCounts } from './roll-keys'
import classes from './attendance.module.css'

export function Totals({ counts, women }: { readonly counts: RollCounts; readonly women: number }) {
  const t = useWords()
  const rows = [
    ['attended', counts.attended],
    ['absent', counts.absent],
    ['excused', counts.excused],
    ['notBrought', counts.notBrought],
    ['suspended', counts.suspended],
    ['unmarked', counts.unmarked],
  ] as const
  return (
    <dl className={classes.totals} aria-label={t('attendance.roll.totals')}>
      {rows.map(([name, count]) => (
        <div key={name} data-strong={name === 'attended' || name === 'absent' || undefined}>
          <dt>{t(`attendance.roll.${name}`)}</dt>
          <dd>{count}</dd>
        </div>
      ))}
      <div>
        <dt>{t('attendance.roll.women')}</dt>
        <dd>{women}</dd>
      </div>
    </dl>
  )
}

interface PaperTotal {
  readonly attended: number | null
  readonly absent: number | null
}

interface PaperTotalsProps {
  readonly typed: PaperTotal
  readonly counts: RollCounts
  readonly first: Ref<HTMLInputElement>
  readonly onChange: (change: Partial<PaperTotal>) => void
  /** Main has answered: its sentence stands in the place of ours. */
  readonly answered: boolean
}

export function PaperTotals({ typed, counts, first, onChange, answered }: PaperTotalsProps) {
  const t = useWords()
  return (
    <>
      <fieldset className={classes.paper}>
        <legend>{t('attendance.roll.paperTotals')}</legend>
        <Total
          ref={first}
          label={t('attendance.roll.paperAttended')}
          value={typed.attended}
          onChange={(attended) => onChange({ attended })}
        />
        <Total
          label={t('attendance.roll.paperAbsent')}
          value={typed.absent}
          onChange={(absent) => onChange({ absent })}
        />
      </fieldset>
      {!answered && <Agreement typed={typed} counts={counts} />}
    </>
  )
}

interface TotalProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly ref?: Ref<HTMLInputElement>
}

function Total({ label, value, onChange, ref }: TotalProps) {
  return (
    <NumberInput
      {...(ref ? { ref } : {})}
      label={label}
      min={0}
      max={400}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  )
}

/** Says before saving whether keyed and written totals agree; main decides all the same. */
function Agreement({ typed, counts }: { readonly typed: PaperTotal; readonly counts: RollCounts }) {
  const t = useWords()
  if (typed.attended === null || typed.absent === null) return null
  return typed.attended === counts.attended && typed.absent === counts.absent ? (
    <Status tone="done" label={t('attendance.roll.agree')} />
  ) : (
    <Status tone="attention" label={t('attendance.roll.differ')} />
  )
}
