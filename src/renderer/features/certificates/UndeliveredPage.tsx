/** Certificates that were issued and still lie in the office: women who have left first. */
import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { DeliverAct } from './DeliverAct'

type Row = Output<'certificates.undelivered'>['rows'][number]

const WHICH = ['all', 'left', 'kept'] as const
type Which = (typeof WHICH)[number]
const SIFTS: Readonly<Record<Which, (row: Row) => boolean>> = {
  all: () => true,
  left: (row) => row.leftOn !== null,
  kept: (row) => row.keptOn !== null,
}

export function UndeliveredPage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const [which, setWhich] = useFilter<Which>('certificates.undelivered', 'all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const read = useRead('certificates.undelivered', {})
  const rows = read.data?.rows
  const toggle = (row: Row) => {
    const next = new Set(chosen)
    if (!next.delete(row.id)) next.add(row.id)
    setChosen(next)
  }
  const columns = useColumns(chosen, toggle)
  const picked = (rows ?? []).filter((row) => chosen.has(row.id))
  return (
    <Page
      title={t('certificates.undelivered.title')}
      subtitle={t('certificates.undelivered.subtitle')}
      back={{ to: '/certificates', label: t('certificates.nav') }}
      primary={may('certificates.markDelivered') && <DeliverAct rows={picked} />}
    >
      <Refusals of={read.refusals} />
      <DataTable
        name="certificates.undelivered"
        label={t('certificates.undelivered.title')}
        columns={columns}
        rows={rows?.filter(SIFTS[which])}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/certificates/folio/${row.id}`)}
        onToggle={toggle}
        search={t('certificates.undelivered.search')}
        countWords="certificates.register.count"
        onShowAll={() => setWhich('all')}
        isQuiet={(row) => row.keptOn !== null && row.leftOn === null}
        tools={
          <>
            <SegmentedControl
              aria-label={t('certificates.filter.state')}
              value={which}
              onChange={(value) => setWhich(value)}
              data={WHICH.map((each) => ({ value: each, label: t(`certificates.undelivered.${each}`) }))}
            />
            {chosen.size > 0 && (
              <Button variant="subtle" onClick={() => setChosen(new Set())}>
                {t('certificates.selected', { count: chosen.size })} · {t('certificates.selectNone')}
              </Button>
            )}
          </>
        }
        empty={<Empty title={t('certificates.undelivered.empty')} hint={t('certificates.undelivered.emptyHint')} />}
      />
    </Page>
  )
}

function useColumns(chosen: ReadonlySet<string>, toggle: (row: Row) => void): readonly Column<Row>[] {
  const t = useWords()
  return useMemo(
    () => [
      {
        id: 'chosen',
        header: t('certificates.select'),
        value: (row) => (chosen.has(row.id) ? 0 : 1),
        cell: (row) => (
          <Checkbox
            size="xs"
            aria-label={t('certificates.selectOf', { name: listName(row) })}
            checked={chosen.has(row.id)}
            onChange={() => toggle(row)}
            onClick={(event) => event.stopPropagation()}
          />
        ),
        width: 76,
        align: 'center',
      },
      { id: 'name', header: t('certificates.name'), value: (row) => listName(row) },
      { id: 'file', header: t('certificates.fileNumber'), value: (row) => row.fileNumber, width: 116 },
      { id: 'title', header: t('certificates.edition'), value: (row) => row.title },
      { id: 'folio', header: t('certificates.face.folio'), value: (row) => row.folio, width: 208 },
      {
        id: 'issued',
        header: t('certificates.record.issuedOn'),
        value: (row) => row.issuedOn,
        cell: (row) => formatDay(row.issuedOn, t.language),
        width: 155,
      },
      {
        id: 'where',
        header: t('certificates.undelivered.where'),
        value: (row) => row.leftOn ?? row.keptOn ?? '',
        cell: (row) => <Where row={row} />,
        width: 218,
      },
    ],
    [t, chosen, toggle],
  )
}

function Where({ row }: { readonly row: Row }) {
  const t = useWords()
  if (row.leftOn)
    return (
      <Status tone="stop" label={t('certificates.undelivered.leftOn', { day: formatDay(row.leftOn, t.language) })} />
    )
  if (row.keptOn)
    return (
      <Status tone="quiet" label={t('certificates.undelivered.keptOn', { day: formatDay(row.keptOn, t.language) })} />
    )
  return <Status tone="attention" label={t('certificates.undelivered.inOffice')} />
}
