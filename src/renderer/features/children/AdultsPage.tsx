/** Who may do what with a child, whom an order keeps away, and what once stood. */
import { Button } from '@mantine/core'
import { IconHandStop, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { AddAdultDrawer } from './AddAdultDrawer'
import { ChildFrame } from './ChildFrame'
import { GrantDrawer, type OpenCell } from './GrantDrawer'
import { GridMatrix } from './GridMatrix'
import { LiftOrder, type OpenOrder } from './LiftOrder'
import { OrderDrawer } from './OrderDrawer'

type Grid = Output<'children.grid'>
type Past = Grid['past'][number]

export function AdultsPage() {
  const id = useRouteParam('id')
  const t = useWords()
  const read = useRead('children.grid', { id })
  const [open, setOpen] = useState<'adult' | 'order' | null>(null)
  const close = () => setOpen(null)
  return (
    <ChildFrame
      primary={() => (
        <>
          <Button
            variant="default"
            leftSection={<IconHandStop size={18} aria-hidden />}
            onClick={() => setOpen('order')}
          >
            {t('children.order.enter')}
          </Button>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('adult')}>
            {t('children.adult.add')}
          </Button>
        </>
      )}
    >
      {() => (
        <>
          <Refusals of={read.refusals} />
          {read.data && (
            <>
              <Matrix grid={read.data} />
              <PastRights rows={read.data.past} />
              <AddAdultDrawer opened={open === 'adult'} childId={id} today={read.data.today} onClose={close} />
              <OrderDrawer opened={open === 'order'} grid={read.data} onClose={close} />
            </>
          )}
        </>
      )}
    </ChildFrame>
  )
}

function Matrix({ grid }: { readonly grid: Grid }) {
  const t = useWords()
  const [cell, setCell] = useState<OpenCell | null>(null)
  const [order, setOrder] = useState<OpenOrder | null>(null)
  return (
    <Section title={t('children.section.adults')}>
      {grid.rows.length === 0 ? (
        <Empty title={t('children.adults.empty')} hint={t('children.adults.emptyHint')} />
      ) : (
        <GridMatrix
          label={t('children.section.adults')}
          rows={grid.rows}
          onOpen={setCell}
          onLift={(lifted, row) => setOrder({ order: lifted, row })}
        />
      )}
      <GrantDrawer childId={grid.child.id} today={grid.today} cell={cell} onClose={() => setCell(null)} />
      <LiftOrder open={order} onClose={() => setOrder(null)} />
    </Section>
  )
}

function PastRights({ rows }: { readonly rows: readonly Past[] }) {
  const t = useWords()
  const columns = useMemo(() => columnsOf(t), [t])
  if (rows.length === 0) return null
  return (
    <Section title={t('children.grid.past')}>
      <DataTable
        name="children.grid.past"
        label={t('children.grid.past')}
        size="content"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        countWords="children.grid.pastCount"
      />
    </Section>
  )
}

function columnsOf(t: Words): readonly Column<Past>[] {
  const day = (value: string | null) => value && formatDay(value, t.language)
  return [
    {
      id: 'ended',
      header: t('children.grid.endedOn'),
      value: (row) => row.endedOn,
      cell: (row) => day(row.endedOn),
      width: 130,
    },
    { id: 'name', header: t('children.grid.adult'), value: (row) => row.name },
    {
      id: 'what',
      header: t('children.grid.what'),
      value: (row) => (row.act ? t(`children.grid.act.${row.act}`) : t('children.grid.order')),
      width: 150,
    },
    { id: 'from', header: t('children.grid.from'), value: (row) => row.from, cell: (row) => day(row.from), width: 120 },
    {
      id: 'until',
      header: t('children.grid.until'),
      value: (row) => row.until,
      cell: (row) => day(row.until),
      width: 120,
    },
    { id: 'paper', header: t('children.grid.paper'), value: (row) => row.paper, width: 150 },
    {
      id: 'reason',
      header: t('ui.confirm.reason'),
      value: (row) => (row.replaced ? t('children.grid.replaced', { reason: row.reason }) : row.reason),
    },
    { id: 'by', header: t('children.grid.endedBy'), value: (row) => row.endedBy, width: 160 },
  ]
}
