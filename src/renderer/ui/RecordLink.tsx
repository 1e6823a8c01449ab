/** A link to a record's page. */
import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export interface RecordLinkProps {
  /** The route: `/people` with an id, or a whole address without. */
  readonly to: string
  readonly id?: string
  /** Amid other words it is underlined: colour alone does not tell it from them. */
  readonly inText?: boolean
  readonly children: ReactNode
}

export function RecordLink({ to, id, inText = false, children }: RecordLinkProps) {
  return (
    <Anchor
      component={Link}
      inherit
      {...(inText ? { underline: 'always' as const } : {})}
      to={id ? `${to}/${id}` : to}
      onClick={(event: React.MouseEvent) => event.stopPropagation()}
    >
      {children}
    </Anchor>
  )
}
