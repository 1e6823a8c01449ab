/** Nothing here yet: says so, and what to do first. */
import type { ReactNode } from 'react'
import classes from './Empty.module.css'

export interface EmptyProps {
  readonly title: string
  readonly hint?: string
  readonly action?: ReactNode
}

export function Empty({ title, hint, action }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {hint && <p className={classes.hint}>{hint}</p>}
      {action}
    </div>
  )
}
