/** Who was stopped at the gate: every attempt with its reasons, for the office. */
import { Group } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '../../../shared/kernel/civil-date'
import type { Output } from '../../../shared/contract'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable } from '../../ui/DataTable'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { sentencesOf } from './gate-words'
import { shortDayAndTime } from './outing-words'

type Row = Output<'outings.gateLog'>[number]

export function GateLogPage() {
  const clock = useClock()
  return clock ? <Log today={clock.today} /> : null
}

function Log({ today }: { readonly today: string }) {
  const t = useWords()
  const go = useGo()
  const [from, setFrom] = useState<string | null>(addDays(today, -30))
  const [until, setUntil] = useState<string | null>(today)
  const { data, refusals } = useRead(
    'outings.gateLog',
    { from: from ?? today, until: until ?? today },
    { enabled: from !== null && until !== null },
  )
  const why = (row: Row) => sentencesOf(row.reasons, t).join(' ')
  return (
    <Page
      title={t('outings.gateLog.title')}
      back={{ to: '/outings', label: t('outings.nav') }}
      filters={
        <Group gap="sm" align="flex-end">
          <DayField label={t('outings.gateLog.from')} value={from} onChange={setFrom} />
          <DayField label={t('outings.gateLog.until')} value={until} onChange={setUntil} />
        </Group>
      }
    >
      <Refusals of={refusals} />
      {data && (
        <DataTable<Row>
          name="outings.gateLog"
          label={t('outings.gateLog.title')}
          countWords="outings.gateLog.count"
          search
          rows={data}
          rowKey={(row) => `${row.at} ${row.folio}`}
          onOpen={(row) => {
            if (row.outingId) go(`/outings/${row.outingId}`)
          }}
          columns={[
            {
              id: 'when',
              header: t('outings.gateLog.when'),
              width: 130,
              value: (row) => row.at,
              cell: (row) => shortDayAndTime(row.day, row.time, t),
            },
            { id: 'child', header: t('outings.child'), width: 200, value: (row) => row.child ?? '' },
            { id: 'folio', header: t('outings.folio'), width: 130, value: (row) => row.folio },
            { id: 'adult', header: t('outings.adult'), width: 180, value: (row) => row.adult ?? '' },
            { id: 'why', header: t('outings.gateLog.reasons'), value: why },
            { id: 'note', header: t('outings.gateLog.note'), width: 180, value: (row) => row.note ?? '' },
            { id: 'by', header: t('outings.gateLog.by'), width: 140, value: (row) => row.by ?? '' },
          ]}
          empty={<Empty title={t('outings.gateLog.empty')} hint={t('outings.gateLog.emptyHint')} />}
        />
      )}
    </Page>
  )
}
