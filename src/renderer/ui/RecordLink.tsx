/** A link to a record's page. */
import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export interface RecordLinkProps {
  /** The route: `/people` with an id, or a whole address without. */
  readonly to: string
  readonly id?: string
  readonly children: ReactNode
}

export function RecordLink({ to, id, children }: RecordLinkProps) {
  return (
    <Anchor
      component={Link}
      inherit
      to={id ? `${to}/${id}` : to}
      onClick={(event: React.MouseEvent) => event.stopPropagation()}
    >
      {children}
    </Anchor>
  )
}
