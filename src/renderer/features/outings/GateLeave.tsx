/** Out: four things are looked at first. Where the child may not leave, the attempt is written down instead. */
import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { useState } from 'react'
import { GATE_CHECKS, type GateCheck, type GateLine } from '../../../shared/contract/gate-line'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import type { Said } from './GateBanner'
import { GateEarlier, type Told } from './GateEarlier'
import { sentencesOf } from './gate-words'
import classes from './gate.module.css'

interface LeaveProps {
  readonly line: GateLine
  readonly onDone: (said: Said) => void
}

export function GateLeave({ line, onDone }: LeaveProps) {
  return line.mayLeave || line.state === 'not-made' ? (
    <Checks line={line} onDone={onDone} />
  ) : (
    <Stopped line={line} onDone={onDone} />
  )
}

function Stopped({ line, onDone }: LeaveProps) {
  const t = useWords()
  const act = useAct('outings.leave')
  const press = async () => {
    const answer = await act.run({ id: line.id, version: line.version, checks: [] })
    if (answer.ok) onDone({ tone: 'stop', text: t('outings.gate.stopped') })
  }
  if (line.state !== 'scheduled') return null
  return (
    <Stack gap="sm" mt="md">
      <p className={classes.note}>{t('outings.gate.stopWhat')}</p>
      <Refusals of={act.refusals} />
      <Button size="lg" color="granada" variant="outline" loading={act.pending} onClick={() => void press()}>
        {t('outings.gate.keepAttempt')}
      </Button>
    </Stack>
  )
}

/** What was ticked, and what goes along. */
export interface Checked {
  readonly checks: readonly GateCheck[]
  readonly belongings: string
  readonly document: string
}
export const NOTHING_CHECKED: Checked = { checks: [], belongings: '', document: '' }

/** The ticks themselves: of a group, each child is ticked by name and these are the other three. */
export function CheckFields({
  line,
  of,
  value,
  onChange,
}: {
  readonly line: GateLine
  readonly of: readonly GateCheck[]
  readonly value: Checked
  readonly onChange: (value: Checked) => void
}) {
  const t = useWords()
  const toggle = (check: GateCheck, on: boolean) =>
    onChange({ ...value, checks: on ? [...value.checks, check] : value.checks.filter((each) => each !== check) })
  return (
    <fieldset className={classes.checks}>
      <legend>{t('outings.gate.checks')}</legend>
      {of.map((check, index) => (
        <Checkbox
          key={check}
          size="md"
          autoFocus={check === 'child' && index === 0}
          checked={value.checks.includes(check)}
          onChange={(event) => toggle(check, event.currentTarget.checked)}
          label={t(`outings.gate.check.${check}`, {
            child: line.child,
            adult: line.adult,
            document: line.adultDocument ?? t('outings.gate.anyDocument'),
          })}
        />
      ))}
      {line.adultDocument === null && (
        <TextInput
          label={t('outings.gate.documentSeen')}
          maxLength={60}
          value={value.document}
          onChange={(event) => onChange({ ...value, document: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={t('outings.gate.belongings')}
        description={t('outings.gate.belongingsHint')}
        maxLength={200}
        value={value.belongings}
        onChange={(event) => onChange({ ...value, belongings: event.currentTarget.value })}
      />
    </fieldset>
  )
}

/** What of the form goes to main; empty fields stay away. */
export const leavingOf = (value: Checked, told: Told) => ({
  checks: [...value.checks],
  ...(value.document.trim() && { document: value.document.trim() }),
  ...(value.belongings.trim() && { belongings: value.belongings.trim() }),
  ...(told && { happened: told }),
})

function Checks({ line, onDone }: LeaveProps) {
  const t = useWords()
  const act = useAct('outings.leave')
  const [value, setValue] = useState<Checked>({ ...NOTHING_CHECKED, belongings: line.belongings ?? '' })
  const [told, setTold] = useState<Told>(undefined)
  const press = async () => {
    const answer = await act.run({ id: line.id, version: line.version, ...leavingOf(value, told) })
    if (!answer.ok) return
    onDone(
      answer.value.left
        ? { tone: 'done', text: t('outings.gate.left', { child: line.child }) }
        : { tone: 'stop', text: t('outings.gate.stopped'), lines: sentencesOf(answer.value.reasons, t) },
    )
  }
  // One that its day passed over may still have left, on paper: then its hour is told.
  const ready = value.checks.length === GATE_CHECKS.length && told !== null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void press()
      }}
    >
      <Stack gap="sm" mt="md">
        <CheckFields line={line} of={GATE_CHECKS} value={value} onChange={setValue} />
        <GateEarlier onChange={setTold} />
        <Refusals of={act.refusals} />
        <Button
          type="submit"
          size="lg"
          disabled={!ready}
          loading={act.pending}
          leftSection={<IconDoorExit size={24} aria-hidden />}
        >
          {t('outings.gate.out', { child: line.child })}
        </Button>
      </Stack>
    </form>
  )
}
