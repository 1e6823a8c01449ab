/** The boxes of a roll, walked and filled by keyboard alone; the hand stands on one woman at a time. */
import { Badge } from '@mantine/core'
import { useRef, type Dispatch, type KeyboardEvent, type SetStateAction } from 'react'
import type { MarkDetail } from '../../../shared/contract/marks'
import { listName } from '../../../shared/kernel/text'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import { MarkHistory } from './MarkHistory'
import { boxText, handAt, pressKey, type Hand, type Marks } from './roll-keys'
import { isTold, type RollWoman } from './roll'
import classes from './attendance.module.css'

export interface MarkBoxesProps {
  readonly women: readonly RollWoman[]
  readonly marks: Marks
  readonly hand: Hand
  readonly readOnly: boolean
  /** Whether the hand begins on the first box. */
  readonly autoFocus?: boolean
  readonly onHand: Dispatch<SetStateAction<Hand>>
  readonly onMark: (personId: string, mark: MarkDetail | null) => void
  /** Enter on the last box: the hand goes on to the totals. */
  readonly onEnd: () => void
  /** F2: the detail of the woman under the hand. */
  readonly onDetail: () => void
}

export function MarkBoxes(props: MarkBoxesProps) {
  const { women, marks, hand, readOnly, autoFocus = true } = props
  const t = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  const press = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey || readOnly) return
    if (event.key === 'F2') {
      event.preventDefault()
      props.onDetail()
      return
    }
    if (event.key === 'Enter' && index === women.length - 1) {
      event.preventDefault()
      props.onEnd()
      return
    }
    const now = hand.at === index ? hand : handAt(index)
    const keyed = pressKey(
      now,
      event.key,
      women.map((woman) => marks[woman.personId] ?? null),
    )
    if (!keyed) {
      if (event.key.length === 1) event.preventDefault()
      return
    }
    event.preventDefault()
    const woman = keyed.write && women[keyed.write.at]
    if (woman && keyed.write) props.onMark(woman.personId, keyed.write.mark)
    props.onHand(keyed.hand)
    body.current?.querySelector<HTMLInputElement>(`[data-box="${String(keyed.hand.at)}"]`)?.focus()
  }
  return (
    <table className={classes.boxes} aria-label={t('attendance.roll.list')}>
      <thead>
        <tr>
          <th scope="col" className={classes.number}>
            {t('attendance.paper.number')}
          </th>
          <th scope="col" className={classes.file}>
            {t('attendance.paper.file')}
          </th>
          <th scope="col" className={classes.who}>
            {t('attendance.roll.name')}
          </th>
          <th scope="col" className={classes.boxColumn}>
            {t('attendance.roll.mark')}
          </th>
          <th scope="col" className={classes.meaning}>
            {t('attendance.roll.meaning')}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {women.map((woman, index) => {
          const mark = marks[woman.personId] ?? null
          const waiting = hand.waiting && hand.at === index
          return (
            <tr
              key={woman.personId}
              data-hand={hand.at === index || undefined}
              data-trail={hand.trail?.at === index || undefined}
            >
              <td className={classes.number}>{index + 1}</td>
              <td className={classes.file}>{woman.fileNumber}</td>
              <th scope="row">
                {listName(woman)}
                {woman.isNew && (
                  <Badge size="sm" variant="light" ml={8}>
                    {t('attendance.roll.new')}
                  </Badge>
                )}
              </th>
              <td className={classes.boxColumn}>
                <input
                  className={classes.box}
                  data-box={index}
                  data-mark={mark?.mark}
                  data-told={isTold(woman, marks) || undefined}
                  autoFocus={index === 0 && !readOnly && autoFocus}
                  autoComplete="off"
                  readOnly
                  disabled={readOnly}
                  aria-label={t('attendance.roll.markOf', { name: listName(woman) })}
                  value={waiting ? 'J…' : boxText(mark)}
                  onFocus={() => props.onHand((held) => (held.at === index ? held : handAt(index)))}
                  onKeyDown={(event) => press(event, index)}
                />
              </td>
              <td className={classes.meaning}>
                <Meaning woman={woman} mark={mark} told={isTold(woman, marks)} waiting={waiting} />
                {woman.history.length > 0 && <MarkHistory history={woman.history} />}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface MeaningProps {
  readonly woman: RollWoman
  readonly mark: MarkDetail | null
  readonly told: boolean
  readonly waiting: boolean
}

function Meaning({ woman, mark, told, waiting }: MeaningProps) {
  const t = useWords()
  if (waiting) return <>{t('attendance.roll.whichExcuse')}</>
  if (!mark)
    return woman.doubt ? (
      <Status tone="attention" label={t('attendance.roll.doubt', { written: woman.doubt.written })} />
    ) : null
  const said = [
    mark.reason ? t(`attendance.reason.${mark.reason}`) : t(`attendance.mark.${mark.mark}`),
    mark.minutesLate !== null && t('attendance.roll.late', { count: mark.minutesLate }),
    mark.minutesEarly !== null && t('attendance.roll.early', { count: mark.minutesEarly }),
    mark.note,
  ].filter(Boolean)
  return (
    <>
      <span className={classes.said} title={said.join(' · ')}>
        {said.join(' · ')}
      </span>
      {told && woman.proposal && (
        <Status
          tone="info"
          label={t(woman.proposal.source === 'excuse' ? 'attendance.roll.told' : 'attendance.roll.appointment')}
        />
      )}
      {woman.extra && <Status tone="info" label={t('attendance.roll.extra')} />}
    </>
  )
}
