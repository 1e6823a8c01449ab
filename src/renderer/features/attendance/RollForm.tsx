/** The form of a roll: boxes for marks, women below the list, the paper's totals, and one button. */
import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Refusals } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { Below, isMark } from './Below'
import { FolioField } from './FolioField'
import { MarkBoxes } from './MarkBoxes'
import { MarkDetailPanel } from './MarkDetailPanel'
import { OffRoll } from './OffRoll'
import { PaperTotals, Totals } from './RollTotals'
import { countRoll, fillRest, handAt } from './roll-keys'
import { firstOf, whyAsked, type Roll, type Typed } from './roll'
import classes from './attendance.module.css'

export interface RollFormProps {
  readonly roll: Roll
  readonly readOnly: boolean
  /** It was saved a moment ago: the next sheet's folio is asked for instead of more marks. */
  readonly saved: boolean
  readonly onSaved: () => void
}

export function RollForm({ roll, readOnly, saved, onSaved }: RollFormProps) {
  const t = useWords()
  const [typed, setTyped] = useState<Typed>(() => firstOf(roll))
  const [hand, setHand] = useState(handAt(0))
  const [detailAsked, askDetail] = useState(0)
  const draft = useDraft(`attendance.roll:${roll.session.id}:${String(roll.version)}`, typed, setTyped)
  const act = useAct('attendance.saveRoll')
  const paper = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLDivElement>(null)
  const women = roll.women
  const at = hand.trail?.at ?? hand.at
  const woman = women[at]
  const asked = whyAsked(roll, typed.marks)
  const counts = countRoll([
    ...women.map((each) => typed.marks[each.personId]?.mark ?? null),
    ...typed.below.map((each) => each.mark),
    ...roll.unlisted.flatMap((each) => (isMark(each.mark) ? [each.mark] : [])),
  ])
  const change = (part: Partial<Typed>) => {
    act.clear()
    setTyped((held) => ({ ...held, ...part }))
  }
  const mark = (personId: string, to: Typed['marks'][string]) => {
    act.clear()
    setTyped((held) => ({ ...held, marks: { ...held.marks, [personId]: to } }))
  }
  const save = async () => {
    if (typed.attended === null || typed.absent === null) return
    const outcome = await act.run({
      id: roll.session.id,
      version: roll.version,
      marks: women.map(({ personId }) => ({ personId, mark: null, ...typed.marks[personId] })),
      unlisted: [...typed.below],
      paper: { attended: typed.attended, absent: typed.absent },
      why: asked === 'nothing' ? '' : typed.why,
    })
    if (!outcome.ok) return
    draft.drop()
    onSaved()
    const { attended, absent } = outcome.value
    notifications.show({ message: t('attendance.roll.saved', { attended, absent }) })
  }
  return (
    <div className={classes.keying} ref={form}>
      <div>
        <DraftNotice draft={draft} onDiscard={() => setTyped(firstOf(roll))} />
        <MarkBoxes
          women={women}
          marks={typed.marks}
          hand={hand}
          readOnly={readOnly}
          autoFocus={!saved}
          onHand={setHand}
          onMark={mark}
          onEnd={() => paper.current?.focus()}
          onDetail={() => askDetail((times) => times + 1)}
        />
        <OffRoll off={roll.off} />
        <Below kept={roll.unlisted} typed={typed.below} readOnly={readOnly} onChange={(below) => change({ below })} />
      </div>
      <div className={classes.side}>
        {saved && <FolioField next />}
        <form
          className={classes.sideForm}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <Totals counts={counts} women={women.length} />
          {!readOnly && (
            <>
              <Button
                variant="default"
                fullWidth
                disabled={counts.unmarked === 0}
                onClick={() => change({ marks: fillRest(typed.marks, women, 'A') })}
              >
                {t('attendance.roll.fillRest')}
              </Button>
              <PaperTotals
                typed={typed}
                counts={counts}
                first={paper}
                onChange={change}
                answered={act.refusals.length > 0}
              />
              {asked !== 'nothing' && (
                <TextInput
                  required
                  label={t(`attendance.roll.why.${asked}`)}
                  description={t(`attendance.roll.whyHint.${asked}`)}
                  maxLength={300}
                  value={typed.why}
                  onChange={(event) => change({ why: event.currentTarget.value })}
                />
              )}
              <Refusals of={act.refusals} />
              <Button
                type="submit"
                fullWidth
                leftSection={<IconDeviceFloppy size={18} aria-hidden />}
                loading={act.pending}
                disabled={
                  typed.attended === null || typed.absent === null || (asked !== 'nothing' && !typed.why.trim())
                }
              >
                {t('attendance.roll.save')}
              </Button>
              {woman && (
                <MarkDetailPanel
                  roll={roll}
                  woman={woman}
                  mark={typed.marks[woman.personId] ?? null}
                  asked={detailAsked}
                  onMark={(to) => mark(woman.personId, to)}
                  onDone={() =>
                    form.current?.querySelector<HTMLInputElement>(`[data-box="${String(hand.at)}"]`)?.focus()
                  }
                />
              )}
              <p className={classes.hint}>{t('attendance.roll.keys')}</p>
            </>
          )}
          {roll.paper && <p className={classes.hint}>{t('attendance.roll.keyedBefore', { ...roll.paper })}</p>}
        </form>
      </div>
    </div>
  )
}
