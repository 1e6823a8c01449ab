/** What is done more seldom: take back a mistake, say that it was not made, begin the protocol, she stays. */
import { Button, Menu, Select, Textarea, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { NOT_MADE_REASONS, type GateLine, type NotMadeReason } from '../../../shared/contract/gate-line'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import type { Said } from './GateBanner'
import { isOutside, wordOfLine } from './gate-words'

type Act = 'undo' | 'not-made' | 'not-returned' | 'stay'

interface MoreProps {
  readonly line: GateLine
  readonly onDone: (said: Said) => void
}

export function GateMore({ line, onDone }: MoreProps) {
  const t = useWords()
  const { may } = useSession()
  const today = useClock()?.today ?? ''
  const [open, setOpen] = useState<Act | null>(null)
  const acts: readonly (readonly [Act, string])[] = [
    ...(line.undo ? [['undo', t(`outings.gate.undo.${line.undo}`)] as const] : []),
    ...((line.state === 'scheduled' || (line.state === 'not-made' && line.undo !== 'not-made')) &&
    line.leavesOn <= today
      ? [['not-made', t('outings.gate.notMade')] as const]
      : []),
    ...(line.state === 'late' && may('outings.notReturned')
      ? [['not-returned', t('outings.gate.notReturned')] as const]
      : []),
    ...(isOutside(line) && may('outings.stay') ? [['stay', t('outings.gate.stay')] as const] : []),
  ]
  if (acts.length === 0) return null
  const close = () => setOpen(null)
  const done = (text: string) => onDone({ tone: 'info', text })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="xs" ml="auto" leftSection={<IconDots size={16} aria-hidden />}>
            {t('outings.gate.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map(([act, label]) => (
            <Menu.Item key={act} onClick={() => setOpen(act)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {line.undo && <Undo line={line} opened={open === 'undo'} onClose={close} onDone={done} />}
      <NotMade line={line} opened={open === 'not-made'} onClose={close} onDone={done} />
      <NotReturned line={line} opened={open === 'not-returned'} onClose={close} onDone={done} />
      <Stay line={line} opened={open === 'stay'} onClose={close} onDone={done} />
    </>
  )
}

interface DialogProps {
  readonly line: GateLine
  readonly opened: boolean
  readonly onClose: () => void
  readonly onDone: (text: string) => void
}

function Undo({ line, opened, onClose, onDone }: DialogProps) {
  const t = useWords()
  const act = useAct('outings.undoMovement')
  const title = t(`outings.gate.undo.${line.undo ?? 'out'}`)
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={title}
      verb={title}
      consequences={[
        t(`outings.gate.undo.${line.undo ?? 'out'}.what`, { child: line.child }),
        t('outings.gate.undo.kept'),
      ]}
      reason
      danger
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async (reason) => {
        const answer = await act.run({ id: line.id, version: line.version, reason })
        if (answer.ok) onDone(`${title}: ${line.child}`)
        return answer.ok
      }}
    />
  )
}

function NotMade({ line, opened, onClose, onDone }: DialogProps) {
  const t = useWords()
  const act = useAct('outings.notMade')
  const [reason, setReason] = useState<NotMadeReason>('adult')
  const [note, setNote] = useState('')
  const said = note.trim()
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={t('outings.gate.notMade')}
      verb={t('outings.gate.notMade')}
      consequences={[t('outings.gate.notMadeWhat', { child: line.child })]}
      ready={reason !== 'other' || said !== ''}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async () => {
        const answer = await act.run({ id: line.id, version: line.version, reason, ...(said && { note: said }) })
        if (answer.ok) onDone(`${t('outings.state.not-made')}: ${t(`outings.notMade.${reason}`)}`)
        return answer.ok
      }}
    >
      <Select
        label={t('outings.gate.notMadeWhy')}
        data={NOT_MADE_REASONS.map((value) => ({ value, label: t(`outings.notMade.${value}`) }))}
        value={reason}
        allowDeselect={false}
        onChange={(value) => setReason(value ?? 'adult')}
      />
      <Note label={t('outings.gateLog.note')} max={300} required={reason === 'other'} value={note} onChange={setNote} />
    </ConfirmAct>
  )
}

function NotReturned({ line, opened, onClose, onDone }: DialogProps) {
  const t = useWords()
  const act = useAct('outings.notReturned')
  const [note, setNote] = useState('')
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={t('outings.gate.notReturned')}
      verb={t('outings.gate.notReturned')}
      danger
      consequences={[wordOfLine(line, t), t('outings.gate.notReturnedWhat', { child: line.child })]}
      ready={note.trim() !== ''}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async () => {
        const answer = await act.run({ id: line.id, version: line.version, note: note.trim() })
        if (answer.ok) onDone(t('outings.state.not-returned'))
        return answer.ok
      }}
    >
      <Note label={t('outings.gate.protocolNote')} max={500} required value={note} onChange={setNote} />
    </ConfirmAct>
  )
}

const NOTHING_SAID = { decidedBy: '', document: '', note: '' }

function Stay({ line, opened, onClose, onDone }: DialogProps) {
  const t = useWords()
  const act = useAct('outings.stay')
  const [form, setForm] = useState(NOTHING_SAID)
  const said = { decidedBy: form.decidedBy.trim(), document: form.document.trim(), note: form.note.trim() }
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={t('outings.gate.stay')}
      verb={t('outings.gate.stay')}
      danger
      consequences={[t('outings.gate.stayWhat')]}
      ready={Object.values(said).every((each) => each !== '')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async () => {
        const answer = await act.run({ id: line.id, version: line.version, ...said })
        if (answer.ok) onDone(t('outings.state.stays'))
        return answer.ok
      }}
    >
      <TextInput
        required
        label={t('outings.gate.stayBy')}
        maxLength={160}
        value={form.decidedBy}
        onChange={(event) => setForm({ ...form, decidedBy: event.currentTarget.value })}
      />
      <TextInput
        required
        label={t('outings.gate.stayDocument')}
        maxLength={80}
        value={form.document}
        onChange={(event) => setForm({ ...form, document: event.currentTarget.value })}
      />
      <Note
        label={t('outings.gate.stayNote')}
        max={500}
        required
        value={form.note}
        onChange={(note) => setForm({ ...form, note })}
      />
    </ConfirmAct>
  )
}

interface NoteProps {
  readonly label: string
  readonly max: number
  readonly required: boolean
  readonly value: string
  readonly onChange: (note: string) => void
}

/** The words that one of these acts is kept with. */
function Note({ label, max, required, value, onChange }: NoteProps) {
  return (
    <Textarea
      required={required}
      label={label}
      maxLength={max}
      autosize
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
