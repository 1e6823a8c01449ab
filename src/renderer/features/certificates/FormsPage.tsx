/** The register of blank forms: which number went to which certificate, and which were spoiled and why. */
import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core'
import { IconFileX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formCause } from '../../../shared/contract/certificate-record.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'

type Row = Output<'certificates.forms'>['rows'][number]

export function FormsPage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const [year, setYear] = useFilter<number | null>('certificates.forms.year', null)
  const read = useRead('certificates.forms', year === null ? {} : { year })
  const columns = useColumns()
  return (
    <Page
      title={t('certificates.forms.title')}
      subtitle={
        read.data &&
        [
          t('certificates.forms.usedCount', { count: read.data.used }),
          t('certificates.forms.spoiledCount', { count: read.data.spoiled }),
        ].join(' · ')
      }
      back={{ to: '/certificates', label: t('certificates.nav') }}
      primary={may('certificates.spoilForm') && <SpoilAct />}
    >
      <Refusals of={read.refusals} />
      <DataTable
        name="certificates.forms"
        label={t('certificates.forms.title')}
        columns={columns}
        rows={read.data?.rows}
        rowKey={(row) => row.id}
        onOpen={(row) => row.certificateId && go(`/certificates/folio/${row.certificateId}`)}
        search={t('certificates.forms.search')}
        countWords="certificates.forms.count"
        tools={
          <NativeSelect
            aria-label={t('certificates.year')}
            value={String(read.data?.year ?? '')}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
            data={(read.data?.years ?? []).map((each) => ({ value: String(each), label: String(each) }))}
          />
        }
        empty={<Empty title={t('certificates.forms.empty')} hint={t('certificates.forms.emptyHint')} />}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useWords()
  return useMemo(
    () => [
      { id: 'number', header: t('certificates.forms.number'), value: (row) => row.number, width: 136 },
      {
        id: 'purpose',
        header: t('certificates.forms.purpose'),
        value: (row) => t(`certificates.formPurpose.${row.purpose}`),
        width: 112,
      },
      { id: 'folio', header: t('certificates.face.folio'), value: (row) => row.folio, width: 208 },
      { id: 'name', header: t('certificates.name'), value: (row) => row.name },
      {
        id: 'state',
        header: t('certificates.forms.state'),
        value: (row) => row.spoiledCause ?? '',
        cell: (row) =>
          row.spoiledCause ? (
            <Status tone="stop" label={t(`certificates.formCause.${row.spoiledCause}`)} reason={row.note} />
          ) : (
            <Status tone="done" label={t('certificates.forms.used')} />
          ),
        width: 170,
      },
      {
        id: 'on',
        header: t('certificates.forms.on'),
        value: (row) => row.recordedOn,
        cell: (row) => formatDay(row.recordedOn, t.language),
        width: 136,
      },
      { id: 'by', header: t('certificates.forms.by'), value: (row) => row.recordedBy, width: 170 },
    ],
    [t],
  )
}

/** A form spoiled: blank in the printer, or after it had been used. */
function SpoilAct() {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const [number, setNumber] = useState('')
  const [cause, setCause] = useState<string>('misprint')
  const [note, setNote] = useState('')
  const act = useAct('certificates.spoilForm')
  const spoil = async () => {
    const known = formCause.safeParse(cause)
    if (!known.success) return false
    const outcome = await act.run({ number, cause: known.data, note: note.trim() === '' ? null : note.trim() })
    if (outcome.ok) setNumber('')
    return outcome.ok
  }
  return (
    <>
      <Button
        leftSection={<IconFileX size={18} aria-hidden />}
        onClick={() => {
          act.clear()
          setAsking(true)
        }}
      >
        {t('certificates.forms.spoil')}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('certificates.forms.spoil')}
        consequences={[t('certificates.forms.spoilWhat')]}
        verb={t('certificates.forms.spoil')}
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={spoil}
      >
        <TextInput
          required
          data-autofocus
          maxLength={20}
          label={t('certificates.forms.number')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('certificates.actCause')}
          value={cause}
          onChange={(event) => setCause(event.currentTarget.value)}
          data={formCause.options.map((each) => ({ value: each, label: t(`certificates.formCause.${each}`) }))}
        />
        <Textarea
          label={t(cause === 'other' ? 'certificates.actNote' : 'certificates.actNoteOptional')}
          required={cause === 'other'}
          autosize
          minRows={2}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </ConfirmAct>
    </>
  )
}
