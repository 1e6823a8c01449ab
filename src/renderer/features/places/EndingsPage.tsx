/** The end of a group: the result of each woman as her attendance proposes it, one confirmation, one undo. */
import { Button, Checkbox, Select } from '@mantine/core'
import { IconCertificate } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { END_CAUSES, END_RESULTS, type EndCause, type EndResult } from '../../../shared/contract/endings.contract'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DataTable, type Column } from '../../ui/DataTable'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useUndoNotice } from '../../ui/use-undo'
import { Rate } from './Rate'
import classes from './places.module.css'

type Row = Output<'places.endings'>['rows'][number]
interface Decision {
  readonly result?: EndResult
  readonly cause?: EndCause
  readonly leaveOut?: boolean
}

export function EndingsPage() {
  const t = useWords()
  const go = useGo()
  const id = useRouteParam('id')
  const { may } = useSession()
  const say = useUndoNotice()
  const { data, refusals } = useRead('places.endings', { editionId: id })
  const act = useAct('places.endMany')
  const [decided, setDecided] = useState<Readonly<Record<string, Decision>>>({})
  const [chosen, setChosen] = useState<string | null>(null)
  const [confirming, setConfirming] = useState(false)
  const decide = useMemo(
    () => (row: Row, next: Decision) => setDecided((now) => ({ ...now, [row.id]: { ...now[row.id], ...next } })),
    [],
  )
  const minimum = data?.minRatePercent ?? 0
  const columns = useMemo(() => columnsOf({ t, decided, decide, minimum }), [t, decided, decide, minimum])
  const rows = (data?.rows ?? []).filter((row) => !decided[row.id]?.leaveOut)
  const resultOf = (row: Row): EndResult => decided[row.id]?.result ?? row.result
  const endedOn = chosen ?? data?.endedOn ?? null
  const countOf = (result: EndResult): number => rows.filter((row) => resultOf(row) === result).length
  const confirm = async () => {
    if (!endedOn) return false
    const outcome = await act.run({
      editionId: id,
      endedOn,
      rows: rows.map((row) => ({
        id: row.id,
        version: row.version,
        result: resultOf(row),
        cause: decided[row.id]?.cause ?? row.cause,
      })),
    })
    if (outcome.ok) say(outcome.value.batchId, t('places.endings.done', { count: outcome.value.ended }))
    return outcome.ok
  }
  const title = data ? t('places.endings.title', { title: data.edition.title }) : t('places.endings.open')
  return (
    <Page
      title={title}
      subtitle={data && t('places.endings.hint', { minimum })}
      back={{ to: `/places/editions/${id}`, label: t('places.edition.backTo') }}
      primary={
        <>
          {may('certificates.list') && (
            <Button
              variant="default"
              leftSection={<IconCertificate size={18} aria-hidden />}
              onClick={() => go(`/certificates/${id}`)}
            >
              {t('places.endings.decide')}
            </Button>
          )}
          <Button disabled={rows.length === 0} onClick={() => setConfirming(true)}>
            {t('places.endings.verb', { count: rows.length })}
          </Button>
        </>
      }
      filters={data && <DayField label={t('places.endings.on')} value={endedOn} onChange={setChosen} />}
    >
      <Refusals of={refusals} />
      <DataTable
        name="endings"
        label={title}
        columns={columns}
        rows={data?.rows}
        rowKey={(row) => row.id}
        search
        countWords="places.edition.count"
        onToggle={(row) => decide(row, { leaveOut: !decided[row.id]?.leaveOut })}
        isQuiet={(row) => decided[row.id]?.leaveOut === true}
        empty={<Empty title={t('places.endings.none')} hint={t('places.endings.noneHint')} />}
      />
      {confirming && data && (
        <ConfirmAct
          opened
          onClose={() => setConfirming(false)}
          title={title}
          consequences={[
            t('places.endings.sums', {
              completed: countOf('completed'),
              partial: countOf('partial'),
              not: countOf('not-completed'),
            }),
            t('places.list.undoable'),
          ]}
          verb={t('places.endings.verb', { count: rows.length })}
          danger
          pending={act.pending}
          refusals={act.refusals}
          onConfirm={confirm}
        />
      )}
    </Page>
  )
}

interface ColumnFacts {
  readonly t: ReturnType<typeof useWords>
  readonly decided: Readonly<Record<string, Decision>>
  readonly decide: (row: Row, next: Decision) => void
  readonly minimum: number
}

function columnsOf({ t, decided, decide, minimum }: ColumnFacts): readonly Column<Row>[] {
  return [
    {
      id: 'name',
      header: t('places.name'),
      value: (row) => listName(row),
      cell: (row) => (
        <span className={classes.pick}>
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={t('places.endings.include', { name: listName(row) })}
            checked={!decided[row.id]?.leaveOut}
            onChange={() => decide(row, { leaveOut: !decided[row.id]?.leaveOut })}
          />
          {listName(row)}
        </span>
      ),
    },
    { id: 'file', header: t('places.file'), value: (row) => row.fileNumber, width: 130 },
    {
      id: 'rate',
      header: t('places.rate'),
      value: (row) => (row.counted === 0 ? null : row.attended / row.counted),
      cell: (row) => <Rate attended={row.attended} counted={row.counted} minimum={minimum} />,
      width: 130,
      align: 'end',
    },
    {
      id: 'unmarked',
      header: t('places.endings.pending'),
      value: (row) => row.unmarked,
      cell: (row) =>
        row.unmarked > 0 && <Status tone="attention" label={t('places.endings.unmarked', { count: row.unmarked })} />,
      width: 220,
    },
    {
      id: 'result',
      header: t('places.end.result'),
      value: (row) => t(`places.result.${decided[row.id]?.result ?? row.result}`),
      cell: (row) => (
        <Select
          size="xs"
          allowDeselect={false}
          aria-label={t('places.endings.result', { name: listName(row) })}
          data={END_RESULTS.map((value) => ({ value, label: t(`places.result.${value}`) }))}
          value={decided[row.id]?.result ?? row.result}
          onChange={(next) => {
            const result = END_RESULTS.find((each) => each === next)
            if (result) decide(row, { result })
          }}
        />
      ),
      width: 190,
    },
    {
      id: 'cause',
      header: t('places.end.cause'),
      value: (row) => t(`places.cause.${decided[row.id]?.cause ?? row.cause}`),
      cell: (row) => (
        <Select
          size="xs"
          allowDeselect={false}
          aria-label={t('places.endings.cause', { name: listName(row) })}
          // What is other wants words of its own: such a place ends on its own.
          data={END_CAUSES.filter((value) => value !== 'other').map((value) => ({
            value,
            label: t(`places.cause.${value}`),
          }))}
          value={decided[row.id]?.cause ?? row.cause}
          onChange={(next) => {
            const cause = END_CAUSES.find((each) => each === next)
            if (cause) decide(row, { cause })
          }}
        />
      ),
      width: 200,
    },
  ]
}
