/** Back: by whom it was planned with one press; by another with her name, and somebody of the office who answers for her. */
import { Button, Checkbox, PasswordInput, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { IconDoorEnter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Input } from '../../../shared/contract'
import type { GateLine } from '../../../shared/contract/gate-line'
import { CHILDREN } from '../../../shared/kernel/roles'
import { formatSpan } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import type { Said } from './GateBanner'
import { GateEarlier, type Told } from './GateEarlier'
import classes from './gate.module.css'

export interface Lead {
  readonly id: string
  readonly name: string
}

interface ReturnProps {
  /** One child, or several who come back together. */
  readonly lines: readonly GateLine[]
  readonly leads: readonly Lead[]
  readonly onDone: (said: Said) => void
  /** Whether it takes the focus when it appears; beside names that are still being ticked it does not. */
  readonly focus?: boolean
}

type Answer = Input<'outings.comeBackTogether'>

interface Form {
  /** `planned`, `other`, or an adult of the grid. */
  readonly from: string
  readonly name: string
  readonly document: string
  readonly leadId: string | null
  readonly password: string
  readonly alarm: boolean
  readonly notWell: boolean
  readonly note: string
  readonly notBack: string
}

const EMPTY: Form = {
  from: 'planned',
  name: '',
  document: '',
  leadId: null,
  password: '',
  alarm: false,
  notWell: false,
  note: '',
  notBack: '',
}

/** What of the form goes to main; empty fields stay away. */
function returningOf(form: Form, told: Told): Omit<Answer, 'lines'> {
  const { from, leadId } = form
  const bringer: Answer['bringer'] =
    from === 'planned'
      ? { from }
      : from === 'other'
        ? { from, name: form.name.trim(), ...(form.document.trim() && { document: form.document.trim() }) }
        : { from: 'grid', adultId: from }
  return {
    bringer,
    condition: form.notWell ? 'not-well' : 'well',
    ...(form.note.trim() && { note: form.note.trim() }),
    ...(form.notBack.trim() && { belongings: form.notBack.trim() }),
    ...(from === 'other' && form.alarm && { alarm: true }),
    ...(from === 'other' && !form.alarm && leadId && form.password
      ? { lead: { staffId: leadId, password: form.password } }
      : {}),
    ...(told && { happened: told }),
  }
}

export function GateReturn({ lines, leads, onDone, focus = false }: ReturnProps) {
  const t = useWords()
  const act = useAct('outings.comeBackTogether')
  const [form, setForm] = useState<Form>(EMPTY)
  const [told, setTold] = useState<Told>(undefined)
  const set = (part: Partial<Form>) => setForm((held) => ({ ...held, ...part }))
  const [first] = lines
  const press = async () => {
    const together = lines.map(({ id, version }) => ({ id, version }))
    const answer = await act.run({ lines: together, ...returningOf(form, told) })
    if (answer.ok) onDone(saidOf(answer.value.back, lines, t))
  }
  if (!first) return null
  const another = form.from !== 'planned'
  const late = lines.some((line) => line.state !== 'out')
  const wantsNote = another || late || form.notWell
  const ready =
    told !== null && (form.from !== 'other' || form.name.trim() !== '') && (!wantsNote || form.note.trim() !== '')
  const things = lines.flatMap((line) => (line.belongings ? [line.belongings] : []))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void press()
      }}
    >
      <Stack gap="sm" mt="md">
        <Bringer lines={lines} leads={leads} form={form} set={set} focus={focus} />
        {things.length > 0 && (
          <div>
            <p className={classes.note}>{t('outings.gate.tookAlong', { what: things.join('; ') })}</p>
            <TextInput
              label={t('outings.gate.notBack')}
              maxLength={200}
              value={form.notBack}
              onChange={(event) => set({ notBack: event.currentTarget.value })}
            />
          </div>
        )}
        <Checkbox
          size="md"
          label={t('outings.gate.notWell')}
          checked={form.notWell}
          onChange={(event) => set({ notWell: event.currentTarget.checked })}
        />
        {wantsNote && (
          <Textarea
            label={t(
              form.notWell
                ? 'outings.gate.conditionNote'
                : another
                  ? 'outings.gate.otherNote'
                  : 'outings.gate.lateNote',
            )}
            required
            maxLength={300}
            autosize
            minRows={2}
            value={form.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        )}
        <GateEarlier onChange={setTold} />
        <Refusals of={act.refusals} />
        <Button
          type="submit"
          size="lg"
          disabled={!ready}
          loading={act.pending}
          leftSection={<IconDoorEnter size={24} aria-hidden />}
        >
          {lines.length === 1
            ? t('outings.gate.in', { child: first.child })
            : t('outings.gate.inTogether', { count: lines.length })}
        </Button>
      </Stack>
    </form>
  )
}

function Bringer({
  lines,
  leads,
  form,
  set,
  focus,
}: {
  readonly lines: readonly GateLine[]
  readonly leads: readonly Lead[]
  readonly form: Form
  readonly set: (part: Partial<Form>) => void
  readonly focus: boolean
}) {
  const t = useWords()
  const { me } = useSession()
  const [first] = lines
  if (!first) return null
  // Only who may bring back every one of them.
  const others = first.others.filter((each) => lines.every((line) => line.others.some((other) => other.id === each.id)))
  const ofOffice = me !== null && CHILDREN.includes(me.role)
  return (
    <Stack gap="sm">
      <Radio.Group label={t('outings.gate.who')} value={form.from} onChange={(from) => set({ from })}>
        <Stack gap={6} mt={6}>
          <Radio value="planned" label={first.returner ?? first.adult} autoFocus={focus} />
          {others.map((other) => (
            <Radio key={other.id} value={other.id} label={t('outings.gate.ofGrid', { adult: other.name })} />
          ))}
          <Radio value="other" label={t('outings.gate.somebodyElse')} />
        </Stack>
      </Radio.Group>
      {form.from === 'other' && (
        <div className={classes.other}>
          <TextInput
            required
            maxLength={160}
            label={t('outings.gate.theirName')}
            value={form.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            maxLength={60}
            label={t('outings.gate.theirDocument')}
            value={form.document}
            onChange={(event) => set({ document: event.currentTarget.value })}
          />
          {ofOffice && !form.alarm && <p className={classes.note}>{t('outings.gate.youAnswer')}</p>}
          {!ofOffice && !form.alarm && (
            <>
              <p className={classes.note}>{t('outings.gate.leadHint')}</p>
              <Select
                label={t('outings.gate.lead')}
                data={leads.map((lead) => ({ value: lead.id, label: lead.name }))}
                value={form.leadId}
                onChange={(leadId) => set({ leadId })}
              />
              <PasswordInput
                label={t('outings.gate.leadPassword')}
                autoComplete="off"
                value={form.password}
                onChange={(event) => set({ password: event.currentTarget.value })}
              />
            </>
          )}
          <Checkbox
            label={t('outings.gate.nobody')}
            checked={form.alarm}
            onChange={(event) => set({ alarm: event.currentTarget.checked, password: '' })}
          />
        </div>
      )}
    </Stack>
  )
}

interface Back {
  readonly id: string
  readonly lateMinutes: number
  readonly order: string | null
  readonly alarm: 'forbidden' | 'unlisted' | null
}

/** What is said large: an alarm before everything, then the delay. */
function saidOf(back: readonly Back[], lines: readonly GateLine[], t: ReturnType<typeof useWords>): Said {
  const order = back.find((each) => each.order !== null)?.order
  if (order) return { tone: 'stop', text: t('outings.gate.backForbidden', { order }) }
  if (back.some((each) => each.alarm === 'unlisted')) return { tone: 'stop', text: t('outings.gate.backUnlisted') }
  const late = Math.max(...back.map((each) => each.lateMinutes))
  if (late > 0) return { tone: 'attention', text: t('outings.gate.backLate', { late: formatSpan(late, t.language) }) }
  return lines.length === 1
    ? { tone: 'done', text: t('outings.gate.backDone', { child: lines[0]?.child ?? '' }) }
    : { tone: 'done', text: t('outings.gate.backTogether', { count: lines.length }) }
}
