/** The table of the office: dense, sorted, searched, walked by keyboard, virtual, printed as it stands. */
import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPrinter, IconSearch } from '@tabler/icons-react'
import {
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { formatNumber } from '../../shared/i18n/format'
import { useFilter } from '../platform/routes'
import { useWords } from '../platform/words'
import { compareValues, matches } from './table-rows'
import { useRemembered } from './use-remembered'
import { Cell, ColumnsMenu, Gap, leastWidth, NoneFound, usePrinting, Waiting, type Column } from './table-parts'
import classes from './DataTable.module.css'

export type { Column }

export interface DataTableProps<Row> {
  /** Says what the table holds, for whoever listens; also the key under which hidden columns are remembered. */
  readonly name: string
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** Undefined while the first answer is on its way. */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  /** The space bar on a row: chooses it, where several may be chosen. */
  readonly onToggle?: (row: Row) => void
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
    } else if (event.key === ' ' && props.onToggle) {
      event.preventDefault()
      props.onToggle(row)
    }
  }

  const showAll = () => {
    setTyped('')
    props.onShowAll?.()
  }
  const total = props.total ?? rows?.length ?? 0
  // Where the page finds the rows itself, none may mean that none fits what was typed.
  const isNone = total === 0 && (sifts || typed === '')
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
        <div className={classes.end}>
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
          {isNone ? (props.empty ?? t('ui.table.empty')) : <NoneFound clear={showAll} />}
        </div>
      )}
    </div>
  )
}
