/** What was done in bulk, the latest first, and taking it back as a whole. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import type { BatchFacts } from '../../../shared/contract/batches.contract'
import { useAct, useRead } from '../../platform/client'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'

const stateOf = (batch: BatchFacts): 'undone' | 'closed' | 'can' =>
  batch.undoneAt ? 'undone' : batch.closed ? 'closed' : 'can'
const TONES = { undone: 'quiet', closed: 'quiet', can: 'done' } as const

export function BatchesPage() {
  const t = useWords()
  const moment = useMoment()
  const { data, refusals } = useRead('batches.list', {})
  const [chosen, setChosen] = useState<BatchFacts | null>(null)
  const columns = useMemo<Column<BatchFacts>[]>(
    () => [
      { id: 'kind', header: t('batches.kind'), value: (row) => t(`batch.${row.kind}`), width: 220 },
      { id: 'title', header: t('batches.what'), value: (row) => row.title },
      {
        id: 'when',
        header: t('batches.when'),
        value: (row) => row.doneAt,
        cell: (row) => moment(row.doneAt),
        width: 200,
      },
      { id: 'who', header: t('batches.who'), value: (row) => row.doneBy, width: 180 },
      {
        id: 'state',
        header: t('batches.state'),
        value: (row) => t(`batches.state.${stateOf(row)}`),
        cell: (row) => <Status tone={TONES[stateOf(row)]} label={t(`batches.state.${stateOf(row)}`)} />,
        width: 170,
      },
      {
        id: 'undo',
        header: t('batches.undo'),
        value: () => null,
        cell: (row) =>
          stateOf(row) === 'can' ? (
            <Button variant="subtle" size="compact-sm" onClick={() => setChosen(row)}>
              {t('batches.undo')}
            </Button>
          ) : null,
        width: 110,
      },
    ],
    [t, moment],
  )
  return (
    <Page title={t('batches.title')} subtitle={t('batches.lead')} back={{ to: '/settings', label: t('office.nav') }}>
      <Refusals of={refusals} />
      <DataTable
        name="batches"
        label={t('batches.title')}
        columns={columns}
        rows={data}
        rowKey={(row) => row.id}
        countWords="batches.count"
        isQuiet={(row) => stateOf(row) !== 'can'}
        onOpen={(row) => stateOf(row) === 'can' && setChosen(row)}
        empty={<Empty title={t('batches.empty')} hint={t('batches.emptyHint')} />}
      />
      <Undo batch={chosen} onClose={() => setChosen(null)} />
    </Page>
  )
}

function Undo({ batch, onClose }: { readonly batch: BatchFacts | null; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('batches.undo')
  if (!batch) return null
  const undo = async () => {
    const outcome = await act.run({ id: batch.id })
    if (!outcome.ok) return false
    notifications.show({
      color: 'nopal',
      message: t('batches.undone', { title: batch.title }),
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
    return true
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('batches.undo.title')}
      consequences={[
        t('batches.undo.what', { title: batch.title }),
        t('batches.undo.rows'),
        t('batches.undo.later'),
        t('batches.undo.kept'),
      ]}
      verb={t('batches.undo')}
      danger
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={undo}
    />
  )
}
