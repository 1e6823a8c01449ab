/** Several children on one permission: out and in by name with the keyboard, and headcounts at each step of the way. */
import { Button, SegmentedControl, Stack } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { useState } from 'react'
import type { GateCheck, GateContact, GateLine } from '../../../shared/contract/gate-line'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { AdultFact, Banner, Forbidden, type Said } from './GateBanner'
import { GateEarlier, type Told } from './GateEarlier'
import { GateHeads } from './GateHeads'
import { CheckFields, leavingOf, NOTHING_CHECKED, type Checked } from './GateLeave'
import { GateNames } from './GateNames'
import { GateReturn, type Lead } from './GateReturn'
import { isForbidden, isOutside, sentencesOf } from './gate-words'
import { dayAndTime } from './outing-words'
import { useHeadInView } from './use-head-in-view'
import classes from './gate.module.css'

type What = 'out' | 'in' | 'count'

interface GroupProps {
  readonly lines: readonly GateLine[]
  readonly leads: readonly Lead[]
  readonly contacts: readonly GateContact[]
  readonly onClose: () => void
  readonly onOne: (id: string) => void
}

export function GateGroup({ lines, leads, contacts, onClose, onOne }: GroupProps) {
  const t = useWords()
  const toLeave = lines.filter((line) => line.state === 'scheduled')
  const outside = lines.filter(isOutside)
  const [what, setWhat] = useState<What>(toLeave.length > 0 ? 'out' : 'in')
  const [said, setSaid] = useState<Said | null>(null)
  const section = useHeadInView(said)
  const [first] = lines
  if (!first) return null
  const forbidden = lines.filter(isForbidden)
  const title = `${t(`outings.kind.${first.kind}`)} · ${t('outings.gate.group', { count: lines.length })}`
  const next = (to: What) => {
    setWhat(to)
    setSaid(null)
  }
  const done = (answer: Said) => {
    setSaid(answer)
  }
  return (
    <section ref={section} className={classes.answer} aria-label={title} aria-live="polite">
      <div className={classes.answerHead}>
        <h2 className={classes.answerName}>{title}</h2>
        <PaperButton
          channel="outings.printGroupList"
          input={{ permissionId: first.permissionId, day: first.leavesOn }}
          label={t('outings.gate.groupList')}
          variant="default"
          size="xs"
        />
      </div>
      {forbidden.length > 0 && what === 'out' && (
        <Forbidden
          sentences={[...new Set(forbidden.flatMap((line) => sentencesOf(line.reasons, t)))]}
          contacts={contacts}
        />
      )}
      {said && <Banner {...said} />}
      <Facts>
        <AdultFact line={first} />
        <Fact label={t('outings.leaves')}>{dayAndTime(first.leavesOn, first.leavesAt, t)}</Fact>
        <Fact label={t('outings.returns')}>{dayAndTime(first.returnsOn, first.returnsAt, t)}</Fact>
      </Facts>
      <SegmentedControl
        aria-label={t('outings.gate.groupActs')}
        mt="sm"
        value={what}
        onChange={next}
        data={(['out', 'in', 'count'] as const).map((value) => ({ value, label: t(`outings.gate.act.${value}`) }))}
      />
      {what === 'out' && (
        <OutTogether key={`out ${String(toLeave.length)}`} lines={toLeave} onDone={done} onOne={onOne} />
      )}
      {what === 'in' && (
        <InTogether key={`in ${String(outside.length)}`} lines={outside} leads={leads} onDone={done} onOne={onOne} />
      )}
      {what === 'count' && <GateHeads lines={lines} contacts={contacts} />}
      <Button variant="subtle" size="sm" onClick={onClose} mt="md">
        {t('ui.close')}
      </Button>
    </section>
  )
}

/** Of a group each child is the tick of her name; the other three are looked at once. */
const ONCE: readonly GateCheck[] = ['adult', 'document', 'belongings']

function OutTogether({
  lines,
  onDone,
  onOne,
}: {
  readonly lines: readonly GateLine[]
  readonly onDone: (said: Said) => void
  readonly onOne: (id: string) => void
}) {
  const t = useWords()
  const act = useAct('outings.leaveTogether')
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [value, setValue] = useState<Checked>(NOTHING_CHECKED)
  const [told, setTold] = useState<Told>(undefined)
  const [first] = lines
  const press = async () => {
    const chosen = lines.filter((line) => ticked.includes(line.id)).map(({ id, version }) => ({ id, version }))
    const checked = { ...value, checks: [...value.checks, 'child' as const] }
    const answer = await act.run({ lines: chosen, ...leavingOf(checked, told) })
    if (!answer.ok) return
    const { left, stopped } = answer.value
    setTicked([])
    onDone({
      tone: stopped.length > 0 ? 'stop' : 'done',
      text:
        stopped.length > 0
          ? t('outings.gate.stoppedTogether', { count: stopped.length })
          : t('outings.gate.leftTogether', { count: left.length }),
      lines: stopped.map((each) => `${each.child}: ${sentencesOf(each.reasons, t).join(' ')}`),
    })
  }
  if (!first) return null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void press()
      }}
    >
      <Stack gap="sm" mt="md">
        <GateNames lines={lines} ticked={ticked} onTick={setTicked} onOne={onOne} />
        <CheckFields line={first} of={ONCE} value={value} onChange={setValue} />
        <GateEarlier onChange={setTold} />
        <Refusals of={act.refusals} />
        <Button
          type="submit"
          size="lg"
          disabled={ticked.length === 0 || value.checks.length < ONCE.length || told === null}
          loading={act.pending}
          leftSection={<IconDoorExit size={24} aria-hidden />}
        >
          {t('outings.gate.outTogether', { count: ticked.length })}
        </Button>
      </Stack>
    </form>
  )
}

function InTogether({
  lines,
  leads,
  onDone,
  onOne,
}: {
  readonly lines: readonly GateLine[]
  readonly leads: readonly Lead[]
  readonly onDone: (said: Said) => void
  readonly onOne: (id: string) => void
}) {
  const t = useWords()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const chosen = lines.filter((line) => ticked.includes(line.id))
  const remaining = lines.length - chosen.length
  if (lines.length === 0) return null
  return (
    <Stack gap="sm" mt="md">
      <GateNames lines={lines} ticked={ticked} onTick={setTicked} onOne={onOne} />
      {chosen.length > 0 && (
        <GateReturn
          lines={chosen}
          leads={leads}
          onDone={(said) =>
            onDone(
              remaining > 0
                ? { ...said, tone: 'attention', lines: [t('outings.gate.stillOut', { count: remaining })] }
                : said,
            )
          }
        />
      )}
    </Stack>
  )
}
