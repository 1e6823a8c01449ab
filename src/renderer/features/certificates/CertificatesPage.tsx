/** Every workshop with how its certificates stand: to issue, to hand over, handed over, not earned, open. */
import { NativeSelect, SegmentedControl } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { SaveButton } from './CheckingTools'
import { OtherLists } from './OtherLists'

type Row = Output<'certificates.editions'>['editions'][number]
const COUNTS = ['women', 'earned', 'issued', 'delivered', 'notEarned', 'open'] as const

export function CertificatesPage() {
  const t = useWords()
  const go = useGo()
  const [which, setWhich] = useFilter<'ended' | 'all'>('certificates.which', 'ended')
  const [year, setYear] = useFilter<number | null>('certificates.year', null)
  const editions = useRead('certificates.editions', year === null ? {} : { year })
  const rows = editions.data?.editions.filter((row) => which === 'all' || row.ended)
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      { id: 'title', header: t('certificates.edition'), value: (row) => row.title },
      { id: 'code', header: t('certificates.code'), value: (row) => row.code, width: 120 },
      {
        id: 'ends',
        header: t('certificates.ends'),
        value: (row) => row.endsOn,
        cell: (row) => formatDay(row.endsOn, t.language),
        width: 140,
      },
      ...COUNTS.map((count): Column<Row> => ({
        id: count,
        header: t(count === 'women' ? 'certificates.women' : `certificates.count.${count}`),
        value: (row) => row[count],
        cell: (row) => (row[count] === 0 ? '—' : row[count]),
        width: 112,
        align: 'end',
      })),
    ],
    [t],
  )
  return (
    <Page
      title={t('certificates.nav')}
      subtitle={t('certificates.subtitle')}
      primary={
        <SaveButton
          channel="certificates.saveVerifier"
          icon={IconShieldCheck}
          label={t('certificates.verifier')}
          saved="certificates.verifierSaved"
        />
      }
    >
      <Refusals of={editions.refusals} />
      <OtherLists />
      <DataTable
        name="certificates.editions"
        label={t('certificates.nav')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/certificates/${row.id}`)}
        search={t('certificates.searchEdition')}
        countWords="certificates.count"
        initialSort={{ id: 'ends' }}
        onShowAll={() => setWhich('all')}
        tools={
          <>
            <NativeSelect
              aria-label={t('certificates.year')}
              value={String(editions.data?.year ?? '')}
              onChange={(event) => setYear(Number(event.currentTarget.value))}
              data={(editions.data?.years ?? []).map((each) => ({ value: String(each), label: String(each) }))}
            />
            <SegmentedControl
              aria-label={t('certificates.filter.state')}
              value={which}
              onChange={(value) => setWhich(value)}
              data={[
                { value: 'ended', label: t('certificates.filter.ended') },
                { value: 'all', label: t('certificates.filter.all') },
              ]}
            />
          </>
        }
        empty={<Empty title={t('certificates.empty.title')} hint={t('certificates.empty.hint')} />}
      />
    </Page>
  )
}
