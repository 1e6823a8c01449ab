/** A child's health as its page holds it, and what each part of the page is given. */
import type { ReactNode } from 'react'
import type { Output } from '../../../shared/contract'

export type HealthFile = Output<'children.health'>

export interface HealthPartProps {
  readonly file: HealthFile
  /** The choice of the part, with the acts of this one beside it. */
  readonly bar: (acts: ReactNode) => ReactNode
}
