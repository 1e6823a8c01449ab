/** A child's outings as planned and as the gate wrote them down. */
import { useMemo } from 'react'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatShortDay } from '../../../shared/i18n/format'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'

type Outing = ChildRecord['outings'][number]

export function Outings({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const go = useGo()
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      name="children.outings"
      label={t('children.section.outings')}
      size="content"
      columns={columns}
      rows={child.outings}
      rowKey={(outing) => outing.id}
      onOpen={(outing) => go(`/outings/${outing.id}`)}
      countWords="children.outings.count"
      isQuiet={(outing) => outing.cancelledOn !== null}
      empty={t('children.outings.empty')}
    />
  )
}

function columnsOf(t: Words): readonly Column<Outing>[] {
  const when = (moment: { day: string; at: string } | null): string | null =>
    moment && `${formatShortDay(moment.day, t.language)} ${moment.at}`
  return [
    { id: 'folio', header: t('children.outings.folio'), value: (outing) => outing.folio, width: 110 },
    { id: 'reason', header: t('children.outings.reason'), value: (outing) => outing.reason },
    { id: 'adult', header: t('children.outings.adult'), value: (outing) => outing.adultName },
    {
      id: 'leaves',
      header: t('children.outings.leaves'),
      value: (outing) => `${outing.leavesOn} ${outing.leavesAt}`,
      cell: (outing) => `${formatDay(outing.leavesOn, t.language)} ${outing.leavesAt}`,
      width: 180,
    },
    {
      id: 'out',
      header: t('children.outings.out'),
      value: (outing) =>
        outing.cancelledOn
          ? t('children.outings.cancelled', { day: formatShortDay(outing.cancelledOn, t.language) })
          : when(outing.out),
      width: 150,
    },
    { id: 'back', header: t('children.outings.back'), value: (outing) => when(outing.back), width: 130 },
  ]
}
