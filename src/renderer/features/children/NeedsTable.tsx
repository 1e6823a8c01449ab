/** Needs with how each stands; a press opens what may be done with it. */
import { useMemo, useState } from 'react'
import type { Need, NeedState } from '../../../shared/contract/child-care.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { RecordLink } from '../../ui/RecordLink'
import { Status, type Tone } from '../../ui/Status'
import { needWords } from './need-words'
import { NeedDrawer } from './NeedDrawer'

const TONES: Readonly<Record<NeedState, Tone>> = {
  asked: 'attention',
  promised: 'info',
  part: 'info',
  met: 'done',
  dropped: 'quiet',
}

export function NeedsTable({
  needs,
  today,
  ofAll = false,
}: {
  readonly needs: readonly Need[] | undefined
  readonly today: string
  /** Of all children: with their names. */
  readonly ofAll?: boolean
}) {
  const t = useWords()
  const [openId, setOpenId] = useState<string | null>(null)
  const columns = useMemo(() => columnsOf(t, ofAll), [t, ofAll])
  const label = t('children.needs.title')
  return (
    <>
      <DataTable
        name={ofAll ? 'children.needs.all' : 'children.needs'}
        label={label}
        size={ofAll ? 'fill' : 'content'}
        columns={columns}
        rows={needs}
        rowKey={(need) => need.id}
        onOpen={(need) => setOpenId(need.id)}
        isQuiet={(need) => need.state === 'dropped'}
        search={ofAll}
        countWords="children.needs.count"
        empty={<Empty title={t('children.needs.empty')} hint={t('children.needs.emptyHint')} />}
      />
      <NeedDrawer
        need={needs?.find((need) => need.id === openId) ?? null}
        today={today}
        onClose={() => setOpenId(null)}
      />
    </>
  )
}

function columnsOf(t: Words, ofAll: boolean): readonly Column<Need>[] {
  return [
    { id: 'what', header: t('children.need.what'), value: (need) => needWords(t, need) },
    ...(ofAll
      ? [
          {
            id: 'child',
            header: t('children.name'),
            value: (need: Need) => listName(need.child),
            cell: (need: Need) => (
              <RecordLink to={`/children/${need.child.id}/needs`}>{listName(need.child)}</RecordLink>
            ),
          },
        ]
      : []),
    { id: 'size', header: t('children.need.size'), value: (need) => need.size, width: 110 },
    { id: 'quantity', header: t('children.need.quantity'), value: (need) => need.quantity, width: 100, align: 'end' },
    {
      id: 'pledged',
      header: t('children.need.pledged'),
      value: (need) => need.pledged || null,
      width: 110,
      align: 'end',
    },
    { id: 'given', header: t('children.need.given'), value: (need) => need.given || null, width: 110, align: 'end' },
    {
      id: 'state',
      header: t('children.checklist.state'),
      value: (need) => t(`children.need.state.${need.state}`),
      cell: (need) => (
        <Status tone={TONES[need.state]} label={t(`children.need.state.${need.state}`)} reason={need.dropReason} />
      ),
      width: 160,
    },
    {
      id: 'asked',
      header: t('children.need.askedOn'),
      value: (need) => need.askedOn,
      cell: (need) => formatDay(need.askedOn, t.language),
      width: 144,
    },
  ]
}
