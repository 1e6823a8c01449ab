/** Facts of a record: small labels over values, on the page's grid. */
import type { ReactNode } from 'react'
import classes from './Facts.module.css'

export const NOTHING = '—'

export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>
}

export interface FactProps {
  readonly label: string
  /** What is missing shows as a dash. */
  readonly children?: ReactNode
  readonly wide?: boolean
}

export function Fact({ label, children, wide = false }: FactProps) {
  const empty = children === undefined || children === null || children === '' || children === false
  return (
    <div className={classes.fact} data-wide={wide || undefined}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{empty ? NOTHING : children}</dd>
    </div>
  )
}
