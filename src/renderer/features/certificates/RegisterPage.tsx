/** The book of folios: every certificate ever issued, found by folio or name; and the check of the whole book. */
import { useDebouncedValue } from '@mantine/hooks'
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
import { Status } from '../../ui/Status'
import { LedgerCheck } from './LedgerCheck'
import { StateOf } from './StateWord'

type Row = Output<'certificates.find'>['rows'][number]

export function RegisterPage() {
  const t = useWords()
  const go = useGo()
  const [typed, setTyped] = useFilter('certificates.register', '')
  const [text] = useDebouncedValue(typed, 200)
  const found = useRead('certificates.find', { text: text.slice(0, 120) })
  const columns = useFoundColumns()
  return (
    <Page
      title={t('certificates.register.title')}
      subtitle={t('certificates.register.subtitle')}
      back={{ to: '/certificates', label: t('certificates.nav') }}
      primary={<LedgerCheck />}
    >
      <Refusals of={found.refusals} />
      <DataTable
        name="certificates.register"
        label={t('certificates.register.title')}
        columns={columns}
        rows={found.data?.rows}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/certificates/folio/${row.id}`)}
        search={t('certificates.register.search')}
        searchBy={[typed, setTyped]}
        countWords="certificates.register.count"
        tools={
          found.data?.more && (
            <Status tone="info" label={t('certificates.register.more')} reason={t('certificates.register.moreWhat')} />
          )
        }
        empty={<Empty title={t('certificates.register.empty')} hint={t('certificates.register.emptyHint')} />}
      />
    </Page>
  )
}

/** Columns of any list of issued certificates. */
export function useFoundColumns(): readonly Column<Row>[] {
  const t = useWords()
  return useMemo(
    () => [
      { id: 'folio', header: t('certificates.face.folio'), value: (row) => row.folio, width: 210 },
      { id: 'name', header: t('certificates.name'), value: (row) => row.name },
      { id: 'title', header: t('certificates.edition'), value: (row) => row.title },
      {
        id: 'issued',
        header: t('certificates.record.issuedOn'),
        value: (row) => row.issuedOn,
        cell: (row) => formatDay(row.issuedOn, t.language),
        width: 155,
      },
      {
        id: 'state',
        header: t('certificates.record.state'),
        value: (row) => t(`certificates.fate.${row.state}`),
        cell: (row) => <StateOf state={row.state} on={row.stateOn} />,
        width: 150,
      },
    ],
    [t],
  )
}
