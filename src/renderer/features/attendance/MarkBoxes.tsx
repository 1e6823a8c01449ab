/** The boxes of a roll, walked and filled by keyboard alone; the hand stands on one woman at a time. */
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Mark } from '../../../shared/contract/attendance.contract'
import { listName } from '../../../shared/kernel/text'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import { pressKey, type Marks } from './roll-keys'
import type { Roll } from './roll'
import classes from './attendance.module.css'

export interface MarkBoxesProps {
  readonly women: Roll['women']
  readonly marks: Marks
  readonly readOnly: boolean
  readonly onMark: (personId: string, mark: Mark | null) => void
  /** Enter on the last box: the hand goes on to the totals. */
  readonly onEnd: () => void
}

export function MarkBoxes({ women, marks, readOnly, onMark, onEnd }: MarkBoxesProps) {
  const t = useWords()
  const [hand, setHand] = useState({ at: 0, waiting: false })
  const body = useRef<HTMLTableSectionElement>(null)
  const press = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey || readOnly) return
    if (event.key === 'Enter' && index === women.length - 1) {
      event.preventDefault()
      onEnd()
      return
    }
    const keyed = pressKey({ at: index, waiting: hand.waiting && hand.at === index }, event.key, women.length)
    if (!keyed) {
      if (event.key.length === 1) event.preventDefault()
      return
    }
    event.preventDefault()
    const woman = women[index]
    if (woman && keyed.mark !== undefined) onMark(woman.personId, keyed.mark)
    setHand(keyed.hand)
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
            <tr key={woman.personId} data-hand={hand.at === index || undefined}>
              <td className={classes.number}>{index + 1}</td>
              <td className={classes.file}>{woman.fileNumber}</td>
              <th scope="row">{listName(woman)}</th>
              <td className={classes.boxColumn}>
                <input
                  className={classes.box}
                  data-box={index}
                  data-mark={mark ?? undefined}
                  autoFocus={index === 0 && !readOnly}
                  autoComplete="off"
                  readOnly
                  disabled={readOnly}
                  aria-label={t('attendance.roll.markOf', { name: listName(woman) })}
                  value={waiting ? 'J…' : (mark ?? '')}
                  onFocus={() => setHand((held) => (held.at === index ? held : { at: index, waiting: false }))}
                  onKeyDown={(event) => press(event, index)}
                />
              </td>
              <td className={classes.meaning}>
                {mark ? (
                  t(`attendance.mark.${mark}`)
                ) : woman.doubt ? (
                  <Status tone="attention" label={t('attendance.roll.doubt', { written: woman.doubt.written })} />
                ) : waiting ? (
                  t('attendance.roll.whichExcuse')
                ) : null}
                {woman.extra && <Status tone="info" label={t('attendance.roll.extra')} />}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
