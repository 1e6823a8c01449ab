/** The morning's paper, keyed in: hours line by line, one reason for all; what cannot be is said and stays to be put right. */
import { Alert, Button, Group, Stack, Table, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { GateLine } from '../../../shared/contract/gate-line'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { TimeField } from '../../ui/TimeField'
import { isOutside, sentencesOf } from './gate-words'
import { shortDayAndTime } from './outing-words'
import classes from './gate.module.css'

interface Entry {
  readonly out: string | null
  readonly back: string | null
  readonly note: string
}
const BLANK: Entry = { out: null, back: null, note: '' }
type Answer = Output<'outings.keyBack'>

export function GateSheetPage() {
  const t = useWords()
  const { data, refusals } = useRead('outings.gate', {})
  return (
    <Page
      title={t('outings.keyBack.title')}
      subtitle={t('outings.keyBack.hint')}
      back={{ to: '/gate', label: t('outings.gate.nav') }}
    >
      <Refusals of={refusals} />
      {data && <Sheet key={data.today} today={data.today} rows={data.rows} />}
    </Page>
  )
}

function Sheet({ today, rows }: { readonly today: string; readonly rows: readonly GateLine[] }) {
  const t = useWords()
  const act = useAct('outings.keyBack')
  const [day, setDay] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const [entries, setEntries] = useState<ReadonlyMap<string, Entry>>(new Map())
  const [answer, setAnswer] = useState<Answer | null>(null)
  const open = rows.filter((line) => line.state === 'scheduled' || isOutside(line))
  const filled = open.flatMap((line) => {
    const entry = entries.get(line.id)
    return entry && (entry.out !== null || entry.back !== null) ? [{ line, entry }] : []
  })
  const set = (id: string, part: Partial<Entry>) =>
    setEntries(new Map(entries).set(id, { ...(entries.get(id) ?? BLANK), ...part }))
  const save = async () => {
    if (day === null) return
    const at = (time: string | null) => (time === null ? null : { day, time })
    const done = await act.run({
      reason: reason.trim(),
      lines: filled.map(({ line, entry }) => ({
        id: line.id,
        version: line.version,
        out: at(entry.out),
        back: at(entry.back),
        ...(entry.note.trim() && { note: entry.note.trim() }),
      })),
    })
    if (!done.ok) return
    const stopped = new Set(done.value.stopped.map((each) => each.id))
    setAnswer(done.value)
    setEntries(new Map([...entries].filter(([id]) => stopped.has(id))))
  }
  if (open.length === 0 && answer === null)
    return <Empty title={t('outings.gate.empty')} hint={t('outings.keyBack.empty')} />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        {answer && <Answered answer={answer} />}
        <Group gap="sm" align="flex-end">
          <DayField label={t('outings.keyBack.backDay')} value={day} onChange={setDay} />
          <TextInput
            w={420}
            required
            label={t('outings.keyBack.why')}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Group>
        <Table.ScrollContainer minWidth={880} type="native">
          <Table className={classes.sheet ?? ''}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('outings.folio')}</Table.Th>
                <Table.Th>{t('outings.child')}</Table.Th>
                <Table.Th>{t('outings.leaves')}</Table.Th>
                <Table.Th>{t('outings.keyBack.out')}</Table.Th>
                <Table.Th>{t('outings.returns')}</Table.Th>
                <Table.Th>{t('outings.keyBack.back')}</Table.Th>
                <Table.Th>{t('outings.keyBack.note')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {open.map((line) => (
                <SheetRow
                  key={`${line.id} ${String(line.version)}`}
                  line={line}
                  entry={entries.get(line.id) ?? BLANK}
                  onSet={(part) => set(line.id, part)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Refusals of={act.refusals} />
        <Group>
          <Button type="submit" loading={act.pending} disabled={filled.length === 0 || !reason.trim() || day === null}>
            {t('outings.keyBack.save', { count: filled.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function SheetRow({
  line,
  entry,
  onSet,
}: {
  readonly line: GateLine
  readonly entry: Entry
  readonly onSet: (part: Partial<Entry>) => void
}) {
  const t = useWords()
  return (
    <Table.Tr>
      <Table.Td>{line.folio}</Table.Td>
      <Table.Td>
        <strong>{line.child}</strong>
        <br />
        {line.adult}
      </Table.Td>
      <Table.Td>{shortDayAndTime(line.leavesOn, line.leavesAt, t)}</Table.Td>
      <Table.Td>
        {line.out ? (
          shortDayAndTime(line.out.day, line.out.time, t)
        ) : (
          <TimeField
            label=""
            aria-label={t('outings.keyBack.outOf', { child: line.child })}
            value={entry.out}
            onChange={(out) => onSet({ out })}
          />
        )}
      </Table.Td>
      <Table.Td>{shortDayAndTime(line.returnsOn, line.returnsAt, t)}</Table.Td>
      <Table.Td>
        <TimeField
          label=""
          aria-label={t('outings.keyBack.backOf', { child: line.child })}
          value={entry.back}
          onChange={(back) => onSet({ back })}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={t('outings.keyBack.noteOf', { child: line.child })}
          maxLength={300}
          value={entry.note}
          onChange={(event) => onSet({ note: event.currentTarget.value })}
        />
      </Table.Td>
    </Table.Tr>
  )
}

function Answered({ answer }: { readonly answer: Answer }) {
  const t = useWords()
  return (
    <Alert color={answer.stopped.length > 0 ? 'granada' : 'nopal'} role="status">
      {t('outings.keyBack.done', { count: answer.done })}
      {answer.stopped.length > 0 && (
        <>
          <p className={classes.note}>{t('outings.keyBack.stopped')}</p>
          <ul className={classes.calls}>
            {answer.stopped.map((each) => (
              <li key={each.id}>
                {each.child}: {sentencesOf(each.reasons, t).join(' ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  )
}
