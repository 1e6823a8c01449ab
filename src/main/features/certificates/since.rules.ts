/** What exactly is otherwise in a decision than it was when the certificate was prepared. */
import type { Basis } from './basis.rules'

export interface ChangedFact {
  readonly name: string
  readonly was: string
  readonly is: string
}

/** `yes`, `no`, and results are said in words where they are shown. */
const said = (value: unknown): string => {
  if (value === null || value === undefined) return '—'
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(String).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Each fact of rule and figures that differs, with what it was and what it is. */
export function changedFacts(was: Basis, is: Basis): ChangedFact[] {
  return [...differing(was.rule, is.rule), ...differing(was.figures, is.figures)]
}

const differing = (was: Readonly<Record<string, unknown>>, is: Readonly<Record<string, unknown>>): ChangedFact[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
    .map((name) => ({ name, was: said(was[name]), is: said(is[name]) }))
