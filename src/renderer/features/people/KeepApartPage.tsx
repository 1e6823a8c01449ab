/** The pairs who may not meet, for the two roles that may know both names. */
import { Button, Select } from '@mantine/core'
import { IconUsersMinus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { KeepApartPair } from '../../../shared/contract/keep-apart.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { PairActs, PairState } from './PairActs'
import { RecordPair } from './PairDialogs'

const SHOWN = ['open', 'closed', 'all'] as const
type Shown = (typeof SHOWN)[number]

export function KeepApartPage() {
  const t = useWords()
  const [show, setShow] = useFilter<Shown>('people.keepApart', 'open')
  const [recording, setRecording] = useState(false)
  const pairs = useRead('people.keepApart', { show })
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Page
      title={t('people.keepApart.title')}
      subtitle={t('people.keepApart.lead')}
      back={{ to: '/people', label: t('people.nav') }}
      primary={
        <Button leftSection={<IconUsersMinus size={18} aria-hidden />} onClick={() => setRecording(true)}>
          {t('people.keepApart.verb')}
        </Button>
      }
    >
      <Refusals of={pairs.refusals} />
      <DataTable
        name="people.keepApart"
        label={t('people.keepApart.title')}
        columns={columns}
        rows={pairs.data}
        rowKey={(pair) => pair.id}
        search={t('people.keepApart.search')}
        countWords="people.keepApart.count"
        isQuiet={(pair) => pair.state === 'closed' && show === 'all'}
        onShowAll={() => setShow('all')}
        tools={
          <Select
            aria-label={t('people.keepApart.show')}
            w={140}
            allowDeselect={false}
            data={SHOWN.map((value) => ({ value, label: t(`people.keepApart.show.${value}`) }))}
            value={show}
            onChange={(value) => value && setShow(value)}
          />
        }
        empty={<Empty title={t('people.keepApart.empty')} hint={t('people.keepApart.emptyHint')} />}
      />
      {recording && <RecordPair onClose={() => setRecording(false)} />}
    </Page>
  )
}

function columnsOf(t: Words): readonly Column<KeepApartPair>[] {
  const woman = (which: 0 | 1, header: string): Column<KeepApartPair> => ({
    id: `woman${String(which)}`,
    header,
    value: (pair) => `${listName(pair.women[which])} ${pair.women[which].fileNumber}`,
    cell: (pair) => (
      <RecordLink to="/people" id={pair.women[which].id}>
        {listName(pair.women[which])}
      </RecordLink>
    ),
  })
  return [
    woman(0, t('people.keepApart.one')),
    woman(1, t('people.keepApart.other')),
    {
      id: 'scope',
      header: t('people.keepApart.scope'),
      value: (pair) => t(`people.keepApart.scope.${pair.scope}`),
      width: 190,
    },
    {
      id: 'level',
      header: t('people.keepApart.level'),
      value: (pair) => t(`people.keepApart.level.${pair.level}`),
      width: 130,
    },
    {
      id: 'reviewOn',
      header: t('people.keepApart.reviewOn'),
      value: (pair) => pair.reviewOn,
      cell: (pair) => formatDay(pair.reviewOn, t.language),
      width: 140,
    },
    {
      id: 'state',
      header: t('people.keepApart.state'),
      value: (pair) => t(`people.keepApart.state.${pair.state}`),
      cell: (pair) => <PairState pair={pair} />,
      width: 140,
    },
    {
      id: 'acts',
      header: t('people.keepApart.acts'),
      value: () => null,
      cell: (pair) => <PairActs pair={pair} />,
      width: 170,
    },
    {
      id: 'reasonGroup',
      header: t('people.keepApart.reasonGroup'),
      value: (pair) => t(`people.keepApart.reasonGroup.${pair.reasonGroup}`),
      width: 170,
      hidden: true,
    },
    { id: 'note', header: t('people.keepApart.note'), value: (pair) => pair.note, hidden: true },
  ]
}
