/** Tools of the session's kit: out, back, difference, and who was told. Counted at opening and at closing. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status, type Tone } from '../../ui/Status'
import type { Roll } from './roll'
import classes from './attendance.module.css'

const TONES: Readonly<Record<Exclude<Roll['tools']['state'], 'no-kit'>, Tone>> = {
  'not-counted': 'attention',
  out: 'attention',
  whole: 'done',
  differs: 'stop',
  settled: 'done',
}

interface Line {
  readonly kitId: string
  readonly out: number | null
  readonly in: number | null
}

/** Before the first count it is proposed that the whole kit goes out; what comes back is never proposed. */
const linesOf = (tools: Roll['tools']): readonly Line[] =>
  tools.lines.map((line) => ({
    kitId: line.kitId,
    out: line.out ?? (tools.state === 'not-counted' ? line.quantity : null),
    in: line.in,
  }))

export function ToolsCount({ roll }: { readonly roll: Roll }) {
  const t = useWords()
  const { state } = roll.tools
  if (state === 'no-kit') return null
  return (
    <Section
      title={t('attendance.tools.title')}
      actions={<Status tone={TONES[state]} label={t(`attendance.tools.state.${state}`)} />}
    >
      <Count key={roll.tools.version} roll={roll} />
    </Section>
  )
}

function Count({ roll }: { readonly roll: Roll }) {
  const t = useWords()
  const { may } = useSession()
  const { tools } = roll
  const [lines, setLines] = useState(() => linesOf(tools))
  const [told, setTold] = useState(tools.told ?? '')
  const act = useAct('attendance.countTools')
  const readOnly = !may('attendance.countTools') || tools.state === 'settled' || roll.session.cancelledCause !== null
  const differs = lines.some((line) => line.out !== null && line.in !== null && line.out !== line.in)
  const set = (kitId: string, part: Partial<Line>) => {
    act.clear()
    setLines((held) => held.map((line) => (line.kitId === kitId ? { ...line, ...part } : line)))
  }
  const save = async () => {
    const whole = lines.map((line) => ({ ...line, out: line.out ?? 0 }))
    const outcome = await act.run({ id: roll.session.id, version: tools.version, lines: whole, told })
    if (outcome.ok) notifications.show({ message: t('attendance.tools.saved') })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <table className={classes.tools} aria-label={t('attendance.tools.title')}>
        <thead>
          <tr>
            {(['tool', 'quantity', 'out', 'in', 'difference'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`attendance.tools.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tools.lines.map((tool, index) => {
            const line = lines[index]
            const difference = line && line.out !== null && line.in !== null ? line.in - line.out : null
            return (
              <tr key={tool.kitId} data-differs={(difference !== null && difference !== 0) || undefined}>
                <th scope="row">{tool.tool}</th>
                <td>{tool.quantity}</td>
                {(['out', 'in'] as const).map((way) => (
                  <td key={way}>
                    <NumberInput
                      w={76}
                      size="xs"
                      hideControls
                      allowDecimal={false}
                      allowNegative={false}
                      max={9999}
                      disabled={readOnly}
                      aria-label={t(`attendance.tools.${way}Of`, { tool: tool.tool })}
                      value={line?.[way] ?? ''}
                      onChange={(next) => set(tool.kitId, { [way]: typeof next === 'number' ? next : null })}
                    />
                  </td>
                ))}
                <td>{difference ?? '—'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Refusals of={act.refusals} />
      <div className={classes.addBelow}>
        {differs && (
          <TextInput
            required
            label={t('attendance.tools.told')}
            maxLength={160}
            disabled={readOnly}
            value={told}
            onChange={(event) => setTold(event.currentTarget.value)}
          />
        )}
        {!readOnly && (
          <Button type="submit" variant="default" loading={act.pending} disabled={differs && !told.trim()}>
            {t('attendance.tools.save')}
          </Button>
        )}
        {tools.state === 'differs' && may('attendance.settleTools') && <Settle roll={roll} />}
      </div>
      <p className={classes.hint}>
        {[
          tools.countedBy && t('attendance.tools.countedBy', { name: tools.countedBy }),
          tools.told && t('attendance.tools.toldTo', { name: tools.told }),
          tools.settledHow && t('attendance.tools.settledHow', { how: tools.settledHow }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </form>
  )
}

function Settle({ roll }: { readonly roll: Roll }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const act = useAct('attendance.settleTools')
  const settle = async (how: string) => {
    const outcome = await act.run({ id: roll.session.id, version: roll.tools.version, how })
    if (outcome.ok) notifications.show({ message: t('attendance.tools.settled') })
    return outcome.ok
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('attendance.tools.settle')}</Button>
      <ConfirmAct
        opened={open}
        onClose={() => setOpen(false)}
        title={t('attendance.tools.settle')}
        consequences={[t('attendance.tools.settleWhat')]}
        verb={t('attendance.tools.settle')}
        reason
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={settle}
      />
    </>
  )
}
