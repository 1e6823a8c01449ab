/** The form of a roll: boxes for marks, women below the list, the paper's totals, and one button. */
import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDeviceFloppy, IconPlus, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { MARKS, type Mark } from '../../../shared/contract/attendance.contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useDraft } from '../../ui/use-draft'
import { MarkBoxes } from './MarkBoxes'
import { countRoll, fillRest, type Marks } from './roll-keys'
import type { Roll } from './roll'
import classes from './attendance.module.css'

interface Typed {
  readonly marks: Marks
  readonly below: readonly { readonly name: string; readonly mark: Mark }[]
  readonly attended: number | null
  readonly absent: number | null
}

const firstOf = (roll: Roll): Typed => ({
  marks: Object.fromEntries(roll.women.map((woman) => [woman.personId, woman.mark])),
  below: [],
  attended: null,
  absent: null,
})

export function RollForm({ roll, readOnly }: { readonly roll: Roll; readonly readOnly: boolean }) {
  const t = useWords()
  const [typed, setTyped] = useState<Typed>(() => firstOf(roll))
  const draft = useDraft(`attendance.roll:${roll.session.id}:${String(roll.version)}`, typed, setTyped)
  const act = useAct('attendance.saveRoll')
  const paper = useRef<HTMLInputElement>(null)
  const women = roll.women
  const counts = countRoll([
    ...women.map((woman) => typed.marks[woman.personId] ?? null),
    ...typed.below.map((each) => each.mark),
    ...roll.unlisted.flatMap((each) => (isMark(each.mark) ? [each.mark] : [])),
  ])
  const save = async () => {
    if (typed.attended === null || typed.absent === null) return
    const outcome = await act.run({
      id: roll.session.id,
      version: roll.version,
      marks: women.map(({ personId }) => ({ personId, mark: typed.marks[personId] ?? null })),
      unlisted: [...typed.below],
      paper: { attended: typed.attended, absent: typed.absent },
    })
    if (!outcome.ok) return
    draft.drop()
    const { attended, absent } = outcome.value
    notifications.show({ message: t('attendance.roll.saved', { attended, absent }) })
  }
  return (
    <div className={classes.keying}>
      <div>
        <DraftNotice draft={draft} onDiscard={() => setTyped(firstOf(roll))} />
        <MarkBoxes
          women={women}
          marks={typed.marks}
          readOnly={readOnly}
          onMark={(personId, mark) => setTyped((held) => ({ ...held, marks: { ...held.marks, [personId]: mark } }))}
          onEnd={() => paper.current?.focus()}
        />
        <Below
          kept={roll.unlisted}
          typed={typed.below}
          readOnly={readOnly}
          onChange={(below) => setTyped((held) => ({ ...held, below }))}
        />
      </div>
      <form
        className={classes.side}
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
              onClick={() => setTyped((held) => ({ ...held, marks: fillRest(held.marks, women, 'A') }))}
            >
              {t('attendance.roll.fillRest')}
            </Button>
            <p className={classes.hint}>{t('attendance.roll.keys')}</p>
            <fieldset className={classes.paper}>
              <legend>{t('attendance.roll.paperTotals')}</legend>
              <Total
                ref={paper}
                label={t('attendance.roll.paperAttended')}
                value={typed.attended}
                onChange={(attended) => {
                  act.clear()
                  setTyped((held) => ({ ...held, attended }))
                }}
              />
              <Total
                label={t('attendance.roll.paperAbsent')}
                value={typed.absent}
                onChange={(absent) => {
                  act.clear()
                  setTyped((held) => ({ ...held, absent }))
                }}
              />
            </fieldset>
            {act.refusals.length === 0 && <Agreement typed={typed} attended={counts.attended} absent={counts.absent} />}
            <Refusals of={act.refusals} />
            <Button
              type="submit"
              fullWidth
              leftSection={<IconDeviceFloppy size={18} aria-hidden />}
              loading={act.pending}
              disabled={typed.attended === null || typed.absent === null}
            >
              {t('attendance.roll.save')}
            </Button>
          </>
        )}
        {roll.paper && <p className={classes.hint}>{t('attendance.roll.keyedBefore', { ...roll.paper })}</p>}
      </form>
    </div>
  )
}

const isMark = (text: string): text is Mark => (MARKS as readonly string[]).includes(text)

function Total({
  label,
  value,
  onChange,
  ref,
}: {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly ref?: React.Ref<HTMLInputElement>
}) {
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

function Totals({ counts, women }: { readonly counts: ReturnType<typeof countRoll>; readonly women: number }) {
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

/** Says before saving whether keyed and written totals agree; main decides all the same. */
function Agreement({
  typed,
  attended,
  absent,
}: {
  readonly typed: Typed
  readonly attended: number
  readonly absent: number
}) {
  const t = useWords()
  if (typed.attended === null || typed.absent === null) return null
  return typed.attended === attended && typed.absent === absent ? (
    <Status tone="done" label={t('attendance.roll.agree')} />
  ) : (
    <Status tone="attention" label={t('attendance.roll.differ')} />
  )
}

interface BelowProps {
  readonly kept: Roll['unlisted']
  readonly typed: Typed['below']
  readonly readOnly: boolean
  readonly onChange: (below: Typed['below']) => void
}

/** Women whom the instructor wrote under the printed list. */
function Below({ kept, typed, readOnly, onChange }: BelowProps) {
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
