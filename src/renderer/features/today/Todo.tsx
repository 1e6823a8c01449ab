/** What waits: each line a figure, its sentence, and the way to its rows. What is zero is not shown. */
import { useRouter } from '@tanstack/react-router'
import { formatNumber } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { RecordLink } from '../../ui/RecordLink'
import type { Tone } from '../../ui/Status'
import classes from './today.module.css'

export interface TodoLine {
  readonly id: string
  readonly count: number
  readonly tone: Tone
  readonly label: string
  readonly detail?: string | undefined
  /** The very record that the detail names. */
  readonly detailTo?: { readonly to: string; readonly id: string } | undefined
  readonly to: string
  /** Stands where a count would say nothing. */
  readonly sign?: string
}

export function Todo({ lines }: { readonly lines: readonly TodoLine[] }) {
  const t = useWords()
  const pages = useRouter().routesByPath as Readonly<Record<string, unknown>>
  const waiting = lines.filter((line) => line.count > 0)
  if (waiting.length === 0) return <Empty title={t('today.nothing')} />
  return (
    <ul className={classes.todo}>
      {waiting.map((line) => (
        <li key={line.id}>
          <span className={classes.figure} data-tone={line.tone}>
            {line.sign ?? formatNumber(line.count)}
          </span>
          <span>
            {line.to in pages ? <RecordLink to={line.to}>{line.label}</RecordLink> : line.label}
            {line.detail && (
              <span className={classes.detail}>
                {line.detailTo ? <RecordLink {...line.detailTo}>{line.detail}</RecordLink> : line.detail}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
