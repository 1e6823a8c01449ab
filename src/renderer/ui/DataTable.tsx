/** The table of the office: dense, sorted, searched, walked by keyboard, virtual, printed as it stands. */
import { Button, Checkbox, Menu, Skeleton, TextInput, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3, IconPrinter, IconSearch } from '@tabler/icons-react'
import {
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { formatNumber } from '../../shared/i18n/format'
import { useFilter } from '../platform/routes'
import { useWords } from '../platform/words'
import { NOTHING } from './Facts'
import { compareValues, matches, type CellValue } from './table-rows'
import { useRemembered } from './use-remembered'
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

export interface DataTableProps<Row> {
  /** Says what the table holds, for whoever listens; also the key under which hidden columns are remembered. */
  readonly name: string
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** Undefined while the first answer is on its way. */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  /** True, or what the search box says while empty. */
  readonly search?: boolean | string
  /** The page finds the rows itself (main knows more than the columns show): what is typed goes there instead. */
  readonly searchBy?: readonly [typed: string, onType: (typed: string) => void]
  readonly empty?: ReactNode
  readonly initialSort?: { readonly id: string; readonly desc?: boolean }
  /** Words for the count, with `_one` and `_other`. */
  readonly countWords?: string
  /** How many there are in all, where the page finds the rows itself. */
  readonly total?: number
  /** Takes the page's own filters away too, when nothing is found. */
  readonly onShowAll?: () => void
  /** Further filters, beside the search box. */
  readonly tools?: ReactNode
  /** `content`: as tall as its rows, for small tables on a record page. */
  readonly size?: 'fill' | 'content'
  /** Marks a row as out of force (greyed). */
  readonly isQuiet?: (row: Row) => boolean
}

const ROW = 36
const NO_SORT: SortingState = []

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, onOpen, search, initialSort, size = 'fill' } = props
  const t = useWords()
  const own = useFilter(`table:${props.name}`, '')
  const [typed, setTyped] = props.searchBy ?? own
  const sifts = !props.searchBy
  const [sorting, setSorting] = useState<SortingState>(
    initialSort ? [{ id: initialSort.id, desc: initialSort.desc ?? false }] : NO_SORT,
  )
  const [hidden, setHidden] = useRemembered<readonly string[]>(
    `columns:${props.name}`,
    columns.filter((column) => column.hidden).map((column) => column.id),
  )
  const printing = usePrinting()
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)

  const found = useMemo(
    () =>
      (rows ?? []).filter(
        (row) =>
          !sifts ||
          matches(
            columns.map((column) => column.value(row)),
            typed,
          ),
      ),
    [rows, columns, typed, sifts],
  )
  const definitions = useMemo<ColumnDef<Row>[]>(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row) => column.value(row),
        sortDescFirst: false,
        sortingFn: (a, b) =>
          column.compare
            ? column.compare(a.original, b.original)
            : compareValues(column.value(a.original), column.value(b.original)),
      })),
    [columns],
  )
  const table = useReactTable({
    data: found,
    columns: definitions,
    state: { sorting },
    onSortingChange: setSorting,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getRowId: rowKey,
  })
  const ordered = table.getRowModel().rows
  const shown = columns.filter((column) => !hidden.includes(column.id))
  const whole = printing || size === 'content'
  const virtual = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    enabled: !whole,
    scrollPaddingStart: ROW,
  })
  const window_ = virtual.getVirtualItems()
  const from = whole ? 0 : (window_[0]?.index ?? 0)
  const until = whole ? ordered.length : (window_.at(-1)?.index ?? -1) + 1
  const active = Math.min(at, Math.max(0, ordered.length - 1))

  const move = (to: number) => {
    const next = Math.max(0, Math.min(ordered.length - 1, to))
    flushSync(() => setAt(next))
    if (!whole) flushSync(() => virtual.scrollToIndex(next))
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-index="${String(next)}"]`)
        ?.focus({ preventScroll: whole ? false : true }),
    )
  }
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / ROW) - 2)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: ordered.length - 1,
    }
    const to = steps[event.key]
    if (to !== undefined) {
      event.preventDefault()
      move(to)
    } else if (event.key === 'Enter' && onOpen) {
      event.preventDefault()
      onOpen(row)
    }
  }

  const showAll = () => {
    setTyped('')
    props.onShowAll?.()
  }
  const total = props.total ?? rows?.length ?? 0
  const count = t(props.countWords ?? 'ui.table.count', { count: found.length, shown: formatNumber(found.length) })
  return (
    <div className={classes.root} data-size={size}>
      <div className={classes.tools} data-no-print>
        {search && (
          <TextInput
            className={classes.search}
            aria-label={typeof search === 'string' ? search : t('ui.table.search')}
            placeholder={typeof search === 'string' ? search : t('ui.table.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && typed) {
                event.stopPropagation()
                setTyped('')
              }
              if (event.key === 'ArrowDown' || (event.key === 'Enter' && ordered.length > 0)) {
                event.preventDefault()
                const first = ordered[0]
                if (event.key === 'Enter' && ordered.length === 1 && first && onOpen) onOpen(first.original)
                else move(0)
              }
            }}
          />
        )}
        {props.tools}
        <span className={classes.count} role="status">
          {rows === undefined
            ? t('ui.table.reading')
            : found.length < total
              ? t('ui.table.countOf', { shown: formatNumber(found.length), total: formatNumber(total) })
              : count}
        </span>
        {size === 'fill' && (
          <>
            <ColumnsMenu columns={columns} hidden={hidden} setHidden={setHidden} />
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('ui.print')}
            </Button>
          </>
        )}
      </div>
      <div className={classes.scroll} ref={scroller} hidden={rows !== undefined && found.length === 0}>
        <table
          className={classes.table}
          role="grid"
          aria-label={props.label}
          aria-rowcount={ordered.length + 1}
          data-whole={whole || undefined}
          style={{ minWidth: leastWidth(shown) }}
        >
          <colgroup>
            {shown.map((column) => (
              <col key={column.id} style={column.width ? { width: column.width } : undefined} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {shown.map((column) => {
                const sorted = table.getColumn(column.id)?.getIsSorted() ?? false
                return (
                  <th
                    key={column.id}
                    scope="col"
                    data-align={column.align}
                    aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                  >
                    <UnstyledButton
                      className={classes.sorter}
                      onClick={() => table.getColumn(column.id)?.toggleSorting(sorted === 'asc')}
                    >
                      <span className={classes.sorterText}>{column.header}</span>
                      {sorted === 'asc' && <IconArrowUp size={14} aria-hidden />}
                      {sorted === 'desc' && <IconArrowDown size={14} aria-hidden />}
                    </UnstyledButton>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {rows === undefined && <Waiting columns={shown.length} />}
            <Gap height={from * ROW} columns={shown.length} />
            {ordered.slice(from, until).map((row, offset) => {
              const index = from + offset
              return (
                <tr
                  key={row.id}
                  aria-rowindex={index + 2}
                  data-index={index}
                  data-opens={onOpen ? true : undefined}
                  data-quiet={props.isQuiet?.(row.original) || undefined}
                  tabIndex={index === active ? 0 : -1}
                  onFocus={() => setAt(index)}
                  onClick={() => onOpen?.(row.original)}
                  onKeyDown={(event) => onKey(event, row.original)}
                >
                  {shown.map((column) => (
                    <Cell key={column.id} column={column} row={row.original} />
                  ))}
                </tr>
              )
            })}
            <Gap height={(ordered.length - until) * ROW} columns={shown.length} />
          </tbody>
        </table>
      </div>
      {rows !== undefined && found.length === 0 && (
        <div className={classes.empty}>
          {total === 0 ? (props.empty ?? t('ui.table.empty')) : <NoneFound clear={showAll} />}
        </div>
      )}
    </div>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const value = column.value(row)
  const content = column.cell ? column.cell(row) : value
  const empty = content === null || content === undefined || content === ''
  return (
    <td data-align={column.align} title={typeof value === 'string' && value.length > 24 ? value : undefined}>
      {empty ? NOTHING : content}
    </td>
  )
}

const NAME_WIDTH = 140
const TEXT_WIDTH = 80

/** Below this a table scrolls sideways in its own frame (zoomed in), rather than squeeze the names away. */
const leastWidth = <Row,>(columns: readonly Column<Row>[]): number =>
  columns.reduce((sum, column, index) => sum + (column.width ?? (index === 0 ? NAME_WIDTH : TEXT_WIDTH)), 0)

/** Stands in for the rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className={classes.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

function Waiting({ columns }: { readonly columns: number }) {
  return [1, 2, 3, 4, 5].map((line) => (
    <tr key={line} aria-hidden>
      <td colSpan={columns}>
        <Skeleton height={10} width={`${String(80 - line * 8)}%`} />
      </td>
    </tr>
  ))
}

function NoneFound({ clear }: { readonly clear: () => void }) {
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

function ColumnsMenu<Row>({
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
function usePrinting(): boolean {
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
