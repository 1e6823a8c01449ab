/**
 * The grid as a matrix: adults down, acts across, in each cell an icon, a word and the last day. Arrow keys walk it, Enter
 * opens a cell. Whoever an order keeps away stands first, with one cell across all acts.
 */
import { UnstyledButton } from '@mantine/core'
import {
  IconCalendarX,
  IconCircleCheck,
  IconCircleMinus,
  IconClockPause,
  IconHandStop,
  IconHourglassLow,
  type Icon,
} from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { AUTHORITY_ACTS, type GridRow, type RightState } from '../../../shared/contract/child-adults.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { RecordLink } from '../../ui/RecordLink'
import { Status } from '../../ui/Status'
import type { OpenCell } from './GrantDrawer'
import classes from './grid.module.css'

const ICONS: Readonly<Record<RightState, Icon>> = {
  may: IconCircleCheck,
  soon: IconHourglassLow,
  'not-yet': IconClockPause,
  ended: IconCalendarX,
  'may-not': IconCircleMinus,
  forbidden: IconHandStop,
}

interface GridMatrixProps {
  readonly label: string
  readonly rows: readonly GridRow[]
  readonly onOpen: (cell: OpenCell) => void
  readonly onLift: (order: GridRow['orders'][number], row: GridRow) => void
}

const STEPS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Walks the cells: one of them is in the order of Tab, the arrows move it. */
function useWalk(rows: readonly GridRow[]) {
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const widthOf = (down: number): number => (isKeptAway(rows[down]) ? 1 : AUTHORITY_ACTS.length)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const down = Math.min(rows.length - 1, Math.max(0, at[0] + step[0]))
    const across = Math.min(widthOf(down) - 1, Math.max(0, at[1] + step[1]))
    setAt([down, across])
    table.current?.querySelector<HTMLElement>(`[data-at="${String(down)} ${String(across)}"]`)?.focus()
  }
  const stop = (down: number, across: number) => ({
    'data-at': `${String(down)} ${String(across)}`,
    tabIndex: at[0] === down && at[1] === across ? 0 : -1,
    onFocus: () => setAt([down, across]),
  })
  return { table, onKeyDown, stop }
}

const isKeptAway = (row: GridRow | undefined): boolean => row?.orders.some((order) => order.inForce) ?? false

export function GridMatrix({ label, rows, onOpen, onLift }: GridMatrixProps) {
  const t = useWords()
  const { table, onKeyDown, stop } = useWalk(rows)
  return (
    <table className={classes.grid} aria-label={label} ref={table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{t('children.grid.adult')}</th>
          {AUTHORITY_ACTS.map((act) => (
            <th key={act} scope="col">
              {t(`children.grid.act.${act}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, down) => (
          <tr key={row.tieId} data-kept-away={isKeptAway(row) || undefined}>
            <th scope="row">
              <Who row={row} />
            </th>
            {isKeptAway(row) ? (
              <td colSpan={AUTHORITY_ACTS.length}>
                <Forbidden row={row} onLift={onLift} stop={stop(down, 0)} />
              </td>
            ) : (
              row.cells.map((cell, across) => (
                <td key={cell.act}>
                  <UnstyledButton
                    className={classes.cell}
                    data-state={cell.state}
                    {...stop(down, across)}
                    onClick={() => onOpen({ row, act: cell.act })}
                  >
                    <CellFace cell={cell} />
                  </UnstyledButton>
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Who({ row }: { readonly row: GridRow }) {
  const t = useWords()
  const { adult } = row
  const day = (value: string | null) => (value ? formatDay(value, t.language) : '—')
  return (
    <>
      <RecordLink to="/children/adults" id={adult.id}>
        {adult.fullName}
      </RecordLink>
      <div className={classes.sub}>{[row.relation, adult.document, adult.phone].filter(Boolean).join(' · ')}</div>
      {row.lateReturns > 0 && <Status tone="attention" label={t('outings.lateReturns', { count: row.lateReturns })} />}
      {adult.description && <div className={classes.sub}>{adult.description}</div>}
      {row.orders
        .filter((order) => !order.inForce)
        .map(({ id, orderNumber, from, until }) => (
          <div key={id} className={classes.sub}>
            {t('children.grid.orderElsewhen', { order: orderNumber, from: day(from), until: day(until) })}
          </div>
        ))}
    </>
  )
}

/** Icon, word, and the last day: what a cell says without colour. */
export function CellFace({ cell }: { readonly cell: GridRow['cells'][number] }) {
  const t = useWords()
  const Sign = ICONS[cell.state]
  return (
    <>
      <Sign size={18} aria-hidden className={classes.sign} />
      <span>
        <span className={classes.word}>{t(`children.grid.state.${cell.state}`)}</span>
        <span className={classes.days}>{daysOf(t, cell)}</span>
      </span>
    </>
  )
}

function daysOf(t: Words, { state, right }: GridRow['cells'][number]): string {
  if (!right) return ''
  if (state === 'not-yet' && right.from) return t('children.grid.fromDay', { day: formatDay(right.from, t.language) })
  return right.until
    ? t('children.grid.untilDay', { day: formatDay(right.until, t.language) })
    : t('children.grid.noEnd')
}

function Forbidden({
  row,
  onLift,
  stop,
}: {
  readonly row: GridRow
  readonly onLift: GridMatrixProps['onLift']
  readonly stop: object
}) {
  const t = useWords()
  const held = row.cells.filter((cell) => cell.right).map((cell) => t(`children.grid.act.${cell.act}`).toLowerCase())
  return (
    <div className={classes.orders}>
      {row.orders
        .filter((order) => order.inForce)
        .map((order, index) => (
          <UnstyledButton
            key={order.id}
            className={classes.cell}
            data-state="forbidden"
            {...(index === 0 ? stop : {})}
            onClick={() => onLift(order, row)}
          >
            <IconHandStop size={18} aria-hidden className={classes.sign} />
            <span>
              <span className={classes.word}>{t('children.grid.forbiddenBy', { order: order.orderNumber })}</span>
              <span className={classes.days}>
                {[
                  order.orderedBy,
                  order.until && t('children.grid.untilDay', { day: formatDay(order.until, t.language) }),
                  order.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </UnstyledButton>
        ))}
      {held.length > 0 && <div className={classes.sub}>{t('children.grid.beneath', { acts: held.join(', ') })}</div>}
    </div>
  )
}
