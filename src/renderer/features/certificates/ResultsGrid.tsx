/** The grid itself: one stop for the tab key, arrows inside, a letter keys and goes down. */
import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconLock, IconWand } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useWords } from '../../platform/words'
import { isChanged, resultOfKey, shownIn, stepFrom, type Result, type Typed, type Woman } from './results-grid'
import classes from './results.module.css'

export interface GridColumn {
  /** A module's id, `practical` or `final`. */
  readonly of: string
  readonly title: string
}

export interface ResultsGridProps {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly women: readonly Woman[]
  readonly typed: Typed
  readonly readOnly: boolean
  readonly onType: (woman: Woman, of: string, result: Result | null) => void
  readonly onFill: (of: string) => void
  readonly nameOf: (woman: Woman) => string
}

export function ResultsGrid(props: ResultsGridProps) {
  const { label, columns, women, typed, readOnly, onType, onFill, nameOf } = props
  const t = useWords()
  const [at, setAt] = useState({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  const size = { rows: women.length, columns: columns.length }

  const go = (to: { row: number; column: number }) => {
    setAt(to)
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row} ${to.column}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = stepFrom(at, event.key, size)
    const woman = women[at.row]
    const column = columns[at.column]
    if (to) go(to)
    else if (woman && column && !readOnly && woman.folio === null) {
      const result = resultOfKey(event.key, column.of)
      if (result === undefined) return
      onType(woman, column.of, result)
      if (result !== null) go({ row: Math.min(at.row + 1, size.rows - 1), column: at.column })
    } else return
    event.preventDefault()
  }

  const cell = (woman: Woman, { of, title }: GridColumn, row: number, column: number) => {
    const result = shownIn(woman, of, typed)
    const said = result === null ? t('certificates.results.none') : t(`certificates.evaluation.${result}`)
    return (
      <td key={of} role="gridcell" aria-readonly={readOnly || woman.folio !== null}>
        <UnstyledButton
          className={classes.cell}
          data-cell={`${row} ${column}`}
          data-result={result}
          data-changed={isChanged(woman, of, typed) || undefined}
          tabIndex={at.row === row && at.column === column ? 0 : -1}
          aria-label={t('certificates.results.cell', { name: nameOf(woman), of: title, result: said })}
          onFocus={() => setAt({ row, column })}
          onClick={() => {
            if (!readOnly && woman.folio === null) onType(woman, of, nextOf(result, of))
          }}
        >
          {result === null ? '·' : t(`certificates.results.short.${result}`)}
        </UnstyledButton>
      </td>
    )
  }

  return (
    <div className={classes.scroller}>
      <table ref={table} role="grid" aria-label={label} className={classes.grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={classes.name}>
              {t('certificates.name')}
            </th>
            {columns.map(({ of, title }) => (
              <th key={of} scope="col">
                <span className={classes.title}>{title}</span>
                {!readOnly && (
                  <Tooltip label={t('certificates.results.fill')}>
                    <UnstyledButton
                      className={classes.fill}
                      aria-label={t('certificates.results.fillOf', { of: title })}
                      onClick={() => onFill(of)}
                    >
                      <IconWand size={15} aria-hidden />
                    </UnstyledButton>
                  </Tooltip>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {women.map((woman, row) => (
            <tr key={woman.personId} data-locked={woman.folio !== null || undefined}>
              <th scope="row" className={classes.name}>
                {nameOf(woman)}
                {woman.folio !== null && (
                  <Tooltip label={t('certificates.results.locked')}>
                    <IconLock size={14} aria-label={t('certificates.results.locked')} className={classes.lock} />
                  </Tooltip>
                )}
                {woman.left && <span className={classes.soft}> · {t('certificates.leftShort')}</span>}
              </th>
              {columns.map((column, index) => cell(woman, column, row, index))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A click goes round: none, passed, not passed, (did not sit,) none. */
function nextOf(result: Result | null, of: string): Result | null {
  if (result === null) return 'A'
  if (result === 'A') return 'NA'
  return result === 'NA' && of === 'final' ? 'NP' : null
}
