/** What the table is made of: its columns, cells, the rows not drawn, the menu of columns. */
import { Button, Checkbox, Menu, Skeleton } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../platform/words'
import { NOTHING } from './Facts'
import type { CellValue } from './table-rows'
import classes from './DataTable.module.css'

export interface Column<Row> {
  readonly id: string
  readonly header: string
  /** What sorts, what the search looks through, and what is shown where there is no `cell`. */
  readonly value: (row: Row) => CellValue
  readonly cell?: (row: Row) => ReactNode
  /** Pixels; columns without share the rest, names first. */
  readonly width?: number
  readonly align?: 'end' | 'center'
  /** Hidden until asked for. */
  readonly hidden?: boolean
  readonly compare?: (a: Row, b: Row) => number
}

export function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const value = column.value(row)
  const content = column.cell ? column.cell(row) : value
  const empty = content === null || content === undefined || content === ''
  return (
    <td data-align={column.align} title={typeof value === 'string' && value.length > 24 ? value : undefined}>
      {empty ? NOTHING : content}
    </td>
  )
}

const NAME_WIDTH = 180
const TEXT_WIDTH = 150

/** Below this a table scrolls sideways in its own frame (zoomed in), rather than squeeze the names away. */
export const leastWidth = <Row,>(columns: readonly Column<Row>[]): number =>
  columns.reduce((sum, column, index) => sum + (column.width ?? (index === 0 ? NAME_WIDTH : TEXT_WIDTH)), 0)

/** Stands in for the rows that are not drawn. */
export function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className={classes.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

export function Waiting({ columns }: { readonly columns: number }) {
  return [1, 2, 3, 4, 5].map((line) => (
    <tr key={line} aria-hidden>
      <td colSpan={columns}>
        <Skeleton height={10} width={`${String(80 - line * 8)}%`} />
      </td>
    </tr>
  ))
}

export function NoneFound({ clear }: { readonly clear: () => void }) {
  const t = useWords()
  return (
    <>
      {t('ui.table.noneFound')}{' '}
      <Button variant="subtle" size="compact-sm" onClick={clear}>
        {t('ui.table.showAll')}
      </Button>
    </>
  )
}

export function ColumnsMenu<Row>({
  columns,
  hidden,
  setHidden,
}: {
  readonly columns: readonly Column<Row>[]
  readonly hidden: readonly string[]
  readonly setHidden: (next: readonly string[]) => void
}) {
  const t = useWords()
  const toggle = (id: string) => setHidden(hidden.includes(id) ? hidden.filter((each) => each !== id) : [...hidden, id])
  return (
    <Menu closeOnItemClick={false} position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('ui.table.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.slice(1).map((column) => (
          <Menu.Item
            key={column.id}
            aria-label={`${column.header}: ${t(hidden.includes(column.id) ? 'ui.table.hiddenColumn' : 'ui.table.shownColumn')}`}
            onClick={() => toggle(column.id)}
            leftSection={<Checkbox.Indicator size="xs" checked={!hidden.includes(column.id)} />}
          >
            {column.header}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** True while the browser lays out a print, so that every row is there and not only those in sight. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}
