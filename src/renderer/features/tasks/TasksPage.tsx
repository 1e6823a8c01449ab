/** What the records ask somebody to decide: each opens the page where it is seen to, and takes its outcome. */
import { Button, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { SettleTask } from './SettleTask'
import { sentenceOf, type OpenTask } from './task-words'

type Settled = Output<'tasks.settled'>[number]

export function TasksPage() {
  const t = useWords()
  const [shown, setShown] = useFilter<'open' | 'settled'>('tasks.shown', 'open')
  return (
    <Page
      title={t('tasks.title')}
      subtitle={t('tasks.lead')}
      back={{ to: '/', label: t('today.nav') }}
      filters={
        <SegmentedControl
          aria-label={t('tasks.title')}
          value={shown}
          onChange={(value) => setShown(value)}
          data={(['open', 'settled'] as const).map((value) => ({ value, label: t(`tasks.show.${value}`) }))}
        />
      }
    >
      {shown === 'open' ? <Open /> : <SettledTasks />}
    </Page>
  )
}

function Open() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const { data, refusals } = useRead('tasks.list', {})
  const [chosen, setChosen] = useState<OpenTask | null>(null)
  const columns = useMemo<Column<OpenTask>[]>(
    () => [
      {
        id: 'due',
        header: t('tasks.due'),
        value: (row) => row.dueOn,
        cell: (row) =>
          row.dueOn && (
            <Status
              tone={row.overdue ? 'stop' : 'quiet'}
              label={
                row.overdue
                  ? `${t('tasks.overdue')} · ${formatDay(row.dueOn, t.language)}`
                  : formatDay(row.dueOn, t.language)
              }
            />
          ),
        width: 222,
      },
      {
        id: 'task',
        header: t('tasks.task'),
        value: (row) => sentenceOf(row, t),
        cell: (row) => <RecordLink to={row.path}>{sentenceOf(row, t)}</RecordLink>,
      },
      ...(may('tasks.settle')
        ? [
            {
              id: 'settle',
              header: t('tasks.settle'),
              value: () => null,
              cell: (row: OpenTask) => (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  // The row itself opens the record: deciding stays on this page.
                  onClick={(event) => {
                    event.stopPropagation()
                    setChosen(row)
                  }}
                >
                  {t('tasks.settle')}
                </Button>
              ),
              width: 104,
            },
          ]
        : []),
    ],
    [t, may],
  )
  return (
    <>
      <Refusals of={refusals} />
      <DataTable
        name="tasks"
        label={t('tasks.title')}
        columns={columns}
        rows={data}
        rowKey={(row) => row.key}
        onOpen={(row) => go(row.path)}
        search
        countWords="tasks.count"
        empty={<Empty title={t('tasks.empty')} hint={t('tasks.emptyHint')} />}
      />
      <SettleTask task={chosen} onClose={() => setChosen(null)} />
    </>
  )
}

function SettledTasks() {
  const t = useWords()
  const moment = useMoment()
  const { data, refusals } = useRead('tasks.settled', {})
  const columns = useMemo<Column<Settled>[]>(
    () => [
      { id: 'kind', header: t('tasks.kind'), value: (row) => t(`task.${row.kind}.title`) },
      { id: 'outcome', header: t('tasks.outcome'), value: (row) => t(`tasks.outcome.${row.outcome}`), width: 160 },
      { id: 'note', header: t('tasks.note'), value: (row) => row.note },
      {
        id: 'at',
        header: t('tasks.settledAt'),
        value: (row) => row.settledAt,
        cell: (row) => moment(row.settledAt),
        width: 190,
      },
      { id: 'by', header: t('tasks.settledBy'), value: (row) => row.settledBy, width: 180 },
    ],
    [t, moment],
  )
  return (
    <>
      <Refusals of={refusals} />
      <DataTable
        name="tasks.settled"
        label={t('tasks.settled')}
        columns={columns}
        rows={data}
        rowKey={(row) => row.id}
        countWords="tasks.count"
        empty={<Empty title={t('tasks.settledEmpty')} />}
      />
    </>
  )
}
