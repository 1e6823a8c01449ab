/** What stands beside the letter of the woman under the hand: reason, minutes, a note; and what that credits. */
import { NumberInput, Select, TextInput } from '@mantine/core'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { minutesOfMark } from '../../../shared/contract/mark-minutes'
import { reasonsUnder, ruleOf, type MarkDetail } from '../../../shared/contract/marks'
import { minutesOf } from '../../../shared/kernel/civil-date'
import { listName } from '../../../shared/kernel/text'
import { useWords } from '../../platform/words'
import type { Roll, RollWoman } from './roll'
import classes from './attendance.module.css'

export interface MarkDetailPanelProps {
  readonly roll: Roll
  readonly woman: RollWoman
  readonly mark: MarkDetail | null
  /** Grows each time F2 asks for it: the focus then comes here. */
  readonly asked: number
  readonly onMark: (mark: MarkDetail) => void
  /** Escape or Enter: the hand goes back to her box. */
  readonly onDone: () => void
}

export function MarkDetailPanel({ roll, woman, mark, asked, onMark, onDone }: MarkDetailPanelProps) {
  const t = useWords()
  const panel = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (asked > 0) panel.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus()
  }, [asked])
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return
    // An open list of reasons takes these keys for itself.
    if (event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    onDone()
  }
  return (
    <fieldset className={classes.detail} ref={panel} onKeyDown={leave}>
      <legend>{t('attendance.roll.detail', { name: listName(woman) })}</legend>
      {mark ? (
        <Fields roll={roll} mark={mark} onMark={onMark} />
      ) : (
        <p className={classes.hint}>{t('attendance.roll.detail.none')}</p>
      )}
    </fieldset>
  )
}

interface FieldsProps {
  readonly roll: Roll
  readonly mark: MarkDetail
  readonly onMark: (mark: MarkDetail) => void
}

function Fields({ roll, mark, onMark }: FieldsProps) {
  const t = useWords()
  const reasons = reasonsUnder(mark.mark)
  const came = mark.mark === 'A' || mark.mark === 'R'
  const minutes = minutesOf(roll.session.endsAt) - minutesOf(roll.session.startsAt)
  const { credited } = minutesOfMark(mark, minutes, roll.graceMinutes)
  const needsText = mark.reason !== null && ruleOf(mark.reason).needs === 'text'
  return (
    <>
      <Select
        label={t('attendance.roll.detail.reason')}
        placeholder={t('attendance.roll.detail.noReason')}
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear'), tabIndex: -1 }}
        data={reasons.map((each, index) => ({
          value: each,
          label: came ? t(`attendance.reason.${each}`) : `${String(index + 1)} · ${t(`attendance.reason.${each}`)}`,
        }))}
        value={mark.reason}
        onChange={(next) => onMark({ ...mark, reason: reasons.find((each) => each === next) ?? null })}
      />
      {(came || mark.reason === 'left-session') && (
        <div className={classes.paper}>
          {mark.mark === 'R' && (
            <Minutes
              label={t('attendance.roll.detail.minutesLate')}
              value={mark.minutesLate}
              onChange={(minutesLate) => onMark({ ...mark, minutesLate })}
            />
          )}
          <Minutes
            label={t('attendance.roll.detail.minutesEarly')}
            value={mark.minutesEarly}
            onChange={(minutesEarly) => onMark({ ...mark, minutesEarly })}
          />
        </div>
      )}
      <TextInput
        label={t(needsText ? 'attendance.roll.detail.noteNeeded' : 'attendance.roll.detail.note')}
        maxLength={300}
        value={mark.note ?? ''}
        onChange={(event) => onMark({ ...mark, note: event.currentTarget.value || null })}
      />
      <p className={classes.hint}>{t('attendance.roll.detail.credited', { credited, minutes })}</p>
    </>
  )
}

interface MinutesProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (minutes: number | null) => void
}

const Minutes = ({ label, value, onChange }: MinutesProps) => (
  <NumberInput
    label={label}
    min={1}
    max={600}
    allowDecimal={false}
    allowNegative={false}
    hideControls
    value={value ?? ''}
    onChange={(next) => onChange(typeof next === 'number' && next > 0 ? next : null)}
  />
)
