/** What stands at the head of every page of a child's file: who, how old, whose, and the pages beside. */
import type { ReactNode } from 'react'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/Page'
import { PageTabs } from '../../ui/PageTabs'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { AgeBar, AgeWords } from './AgeBar'
import { CHILD_TABS } from './child-tabs'
import { Presence } from './Presence'
import classes from './children.module.css'

export interface ChildFrameProps {
  /** The acts of the tab, at the right of the child's name. */
  readonly primary?: (child: ChildRecord) => ReactNode
  readonly children: (child: ChildRecord) => ReactNode
}

/** Reads the child of the address and frames what `children` makes of it. */
export function ChildFrame({ primary, children }: ChildFrameProps) {
  const t = useWords()
  const id = useRouteParam('id')
  const record = useRead('children.get', { id })
  const child = record.data
  const back = { to: '/children', label: t('children.nav') }
  if (!child)
    return (
      <Page title={t('children.record')} back={back}>
        <Refusals of={record.refusals} />
      </Page>
    )
  return (
    <Page title={listName(child.facts)} back={back} subtitle={<Head child={child} />} primary={primary?.(child)}>
      <PageTabs label={t('children.record')} tabs={CHILD_TABS} under={`/children/${id}`} />
      {children(child)}
    </Page>
  )
}

function Head({ child }: { readonly child: ChildRecord }) {
  const { mother } = child
  return (
    <div className={classes.headline}>
      <span>{child.code}</span>
      <Presence child={child} />
      {child.kind === 'here' ? (
        <span className={classes.headAge}>
          <AgeBar age={child.age} limit={child.ageLimitMonths} />
        </span>
      ) : (
        <AgeWords age={child.age} />
      )}
      <RecordLink to="/people" id={mother.id}>
        {listName(mother)}
      </RecordLink>
    </div>
  )
}
