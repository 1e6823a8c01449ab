/** What an order stops from the second in which it is entered. */
import { List } from '@mantine/core'
import type { OrderHits } from '../../../shared/contract/child-adults.contract'
import { formatDay } from '../../../shared/i18n/format'
import { spokenName } from '../../../shared/kernel/text'
import { useWords } from '../../platform/words'
import { RecordLink } from '../../ui/RecordLink'
import { Status } from '../../ui/Status'

export function OrderStops({ hits }: { readonly hits: OrderHits }) {
  const t = useWords()
  const permission = (hit: OrderHits['permissions'][number]) => (
    <List.Item key={hit.id}>
      <RecordLink to="/outings" id={hit.id}>
        {hit.folio}
      </RecordLink>{' '}
      · {spokenName(hit.child)} · {formatDay(hit.leavesOn, t.language)}
    </List.Item>
  )
  const nothing = [hits.outNow, hits.permissions, hits.rights, hits.alike].every((some) => some.length === 0)
  return (
    <section aria-label={t('children.order.stops')} aria-live="polite">
      <strong>{t('children.order.stops')}</strong>
      {nothing && <p>{t('children.order.stopsNothing')}</p>}
      {hits.outNow.length > 0 && (
        <>
          <Status tone="stop" label={t('children.order.outNow')} />
          <List>{hits.outNow.map(permission)}</List>
        </>
      )}
      <List>
        {hits.permissions.map(permission)}
        {hits.rights.map((right) => (
          <List.Item key={`${right.child.id} ${right.act} ${right.name}`}>
            {t('children.order.stopsRight', {
              name: right.name,
              act: t(`children.grid.act.${right.act}`).toLowerCase(),
              child: spokenName(right.child),
            })}
          </List.Item>
        ))}
        {hits.alike.map((adult) => (
          <List.Item key={adult.id}>
            {t('children.order.alike')}{' '}
            <RecordLink to="/children/adults" id={adult.id}>
              {[adult.fullName, adult.document].filter(Boolean).join(' · ')}
            </RecordLink>
          </List.Item>
        ))}
      </List>
    </section>
  )
}
