/** One child at the gate: may she leave, with whom, and the one act that is due. */
import { Button, Checkbox, Stack, TextInput, Textarea } from '@mantine/core'
import { IconCircleCheck, IconDoorEnter, IconDoorExit, IconHandStop, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import type { GateRow } from '../../../shared/contract/outings.contract'
import { formatSpan } from '../../../shared/i18n/format'
import { fold } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Refusals } from '../../ui/Refusals'
import { ReasonList } from './OutingStatus'
import { dayAndTime, stateWord } from './outing-words'
import classes from './outings.module.css'

/** What was just done, said large until the next child. */
interface Outcome {
  readonly tone: 'done' | 'stop'
  readonly text: string
}

export function GateAnswer({ row, onClose }: { readonly row: GateRow; readonly onClose: () => void }) {
  const t = useWords()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const out = row.state === 'out' || row.state === 'late'
  return (
    <section className={classes.answer} aria-label={row.child} aria-live="polite">
      <h2 className={classes.answerName}>{row.child}</h2>
      {outcome ? <Banner {...outcome} /> : <Verdict row={row} />}
      <Facts>
        <Fact label={t('outings.adult')}>{row.adult}</Fact>
        <Fact label={t('outings.document')}>{row.adultDocument}</Fact>
        <Fact label={t('outings.leaves')}>{dayAndTime(row.leavesOn, row.leavesAt, t)}</Fact>
        <Fact label={t('outings.returns')}>{dayAndTime(row.returnsOn, row.returnsAt, t)}</Fact>
        {row.out && <Fact label={t('outings.leftAt')}>{dayAndTime(row.out.day, row.out.time, t)}</Fact>}
        {row.back && <Fact label={t('outings.backAt')}>{dayAndTime(row.back.day, row.back.time, t)}</Fact>}
        <Fact label={t('outings.folio')}>{row.folio}</Fact>
      </Facts>
      {outcome === null && out && <ComeBack row={row} onDone={setOutcome} />}
      {outcome === null && !out && !row.back && <Leave row={row} onDone={setOutcome} />}
      <Button
        key={outcome ? 'next' : 'close'}
        variant={outcome ? 'filled' : 'subtle'}
        size={outcome ? 'lg' : 'sm'}
        autoFocus={outcome !== null}
        onClick={onClose}
        mt="md"
      >
        {t(outcome ? 'outings.gate.next' : 'ui.close')}
      </Button>
    </section>
  )
}

function Verdict({ row }: { readonly row: GateRow }) {
  const t = useWords()
  if (row.mayLeave) return <Banner tone="done" text={t('outings.leave.yes')} />
  if (row.state === 'out' || row.state === 'late')
    return <Banner tone={row.state === 'late' ? 'stop' : 'info'} text={stateWord(row, t)} />
  if (row.state === 'back' || row.state === 'back-late') return <Banner tone="info" text={stateWord(row, t)} />
  return (
    <>
      <Banner tone="stop" text={t('outings.leave.no')} />
      <div className={classes.reasons}>
        <ReasonList reasons={row.reasons} />
      </div>
    </>
  )
}

const SIGNS = { done: IconCircleCheck, stop: IconHandStop, info: IconInfoCircle } as const

function Banner({ tone, text }: { readonly tone: keyof typeof SIGNS; readonly text: string }) {
  const Sign = SIGNS[tone]
  return (
    <p className={classes.banner} data-tone={tone} role="status">
      <Sign size={44} aria-hidden />
      <span>{text}</span>
    </p>
  )
}

/** Out: the document is seen first. Where the child may not leave, the attempt is written down instead. */
function Leave({ row, onDone }: { readonly row: GateRow; readonly onDone: (outcome: Outcome) => void }) {
  const t = useWords()
  const act = useAct('outings.leave')
  const [seen, setSeen] = useState(false)
  const press = async () => {
    const answer = await act.run({ id: row.id, version: row.version, identitySeen: seen })
    if (!answer.ok) return
    onDone(
      answer.value.left
        ? { tone: 'done', text: t('outings.gate.left', { child: row.child }) }
        : { tone: 'stop', text: t('outings.gate.stopped') },
    )
  }
  if (!row.mayLeave)
    return (
      <Stack gap="sm" mt="md">
        <p className={classes.gateNote}>{t('outings.gate.stopWhat')}</p>
        <Refusals of={act.refusals} />
        <Button size="lg" color="granada" variant="outline" loading={act.pending} onClick={() => void press()}>
          {t('outings.gate.keepAttempt')}
        </Button>
      </Stack>
    )
  return (
    <Stack gap="sm" mt="md">
      <Checkbox
        size="md"
        checked={seen}
        onChange={(event) => setSeen(event.currentTarget.checked)}
        label={t('outings.gate.seen', {
          adult: row.adult,
          document: row.adultDocument ?? t('outings.gate.anyDocument'),
        })}
      />
      <Refusals of={act.refusals} />
      <Button
        size="lg"
        disabled={!seen}
        loading={act.pending}
        leftSection={<IconDoorExit size={24} aria-hidden />}
        onClick={() => void press()}
      >
        {t('outings.gate.out', { child: row.child })}
      </Button>
    </Stack>
  )
}

/** Back: by the same adult with one press; by another with her name and a note. */
function ComeBack({ row, onDone }: { readonly row: GateRow; readonly onDone: (outcome: Outcome) => void }) {
  const t = useWords()
  const act = useAct('outings.comeBack')
  const [other, setOther] = useState(false)
  const [adultName, setAdultName] = useState(row.adult)
  const [note, setNote] = useState('')
  const another = fold(adultName) !== fold(row.adult)
  const press = async () => {
    const trimmed = note.trim()
    const answer = await act.run({
      id: row.id,
      version: row.version,
      adultName: adultName.trim(),
      ...(trimmed ? { note: trimmed } : {}),
    })
    if (!answer.ok) return
    const { lateMinutes, order } = answer.value
    if (order) onDone({ tone: 'stop', text: t('outings.gate.backForbidden', { order }) })
    else if (lateMinutes > 0)
      onDone({ tone: 'done', text: t('outings.gate.backLate', { late: formatSpan(lateMinutes, t.language) }) })
    else onDone({ tone: 'done', text: t('outings.gate.backDone', { child: row.child }) })
  }
  return (
    <Stack gap="sm" mt="md">
      <Checkbox
        size="md"
        checked={other}
        onChange={(event) => {
          setOther(event.currentTarget.checked)
          setAdultName(event.currentTarget.checked ? '' : row.adult)
        }}
        label={t('outings.gate.another', { adult: row.adult })}
      />
      {other && (
        <TextInput
          size="md"
          required
          maxLength={160}
          label={t('outings.broughtBy')}
          value={adultName}
          onChange={(event) => setAdultName(event.currentTarget.value)}
        />
      )}
      {(other || row.state === 'late') && (
        <Textarea
          label={t('outings.gate.note')}
          required={other}
          maxLength={300}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <Refusals of={act.refusals} />
      <Button
        size="lg"
        disabled={adultName.trim() === '' || (another && note.trim() === '')}
        loading={act.pending}
        leftSection={<IconDoorEnter size={24} aria-hidden />}
        onClick={() => void press()}
      >
        {t('outings.gate.in', { child: row.child })}
      </Button>
    </Stack>
  )
}
