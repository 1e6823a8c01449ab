/** The frame of every page: one title, one primary act, filters that stay put, one table or form. */
import { Anchor } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import classes from './Page.module.css'

export interface PageProps {
  readonly title: string
  readonly subtitle?: ReactNode
  /** The one primary act: a button whose label is a verb. Further acts may stand beside it, quieter. */
  readonly primary?: ReactNode
  readonly filters?: ReactNode
  /** Where this page hangs: shown above the title. */
  readonly back?: { readonly to: string; readonly label: string }
  /** Forms and texts read better in a column than across the screen. */
  readonly width?: 'full' | 'form'
  readonly children?: ReactNode
}

export function Page({ title, subtitle, primary, filters, back, width = 'full', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // A new page begins at its title for whoever listens instead of looking; an autofocused field keeps the focus.
  useEffect(() => {
    const held = document.activeElement
    if (!held || held === document.body || held.closest('nav')) heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    document.title = `${title} · Umbral`
  }, [title])
  return (
    <div className={classes.page} data-width={width}>
      <div className={classes.head}>
        <div className={classes.names}>
          {back && (
            <Anchor component={Link} to={back.to} className={classes.back} data-no-print>
              <IconArrowLeft size={16} aria-hidden />
              {back.label}
            </Anchor>
          )}
          <h1 className={classes.title} tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        {primary && (
          <div className={classes.primary} data-no-print>
            {primary}
          </div>
        )}
      </div>
      {filters && <div className={classes.filters}>{filters}</div>}
      <div className={classes.body}>{children}</div>
    </div>
  )
}

/** A part of a record page under a thin rule. */
export function Section({
  title,
  actions,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <h2 className={classes.sectionTitle}>{title}</h2>
        {actions && <div data-no-print>{actions}</div>}
      </div>
      {children}
    </section>
  )
}
