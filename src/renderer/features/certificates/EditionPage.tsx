/** One workshop's certificates: met and missing per woman with the figure; evaluating, issuing, handing over, reprinting. */
import { Button, Checkbox, Group, Select, Text } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Candidate } from '../../../shared/contract/certificates.contract'
import { formatDay, formatPercent } from '../../../shared/i18n/format'
import type { Refusal } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { call, useRead } from '../../platform/client'
import { useFilter, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { PaperViewer, type ShownPaper } from '../../ui/PaperViewer'
import { Refusals } from '../../ui/Refusals'
import { CandidateStatus, missingSentences } from './CandidateStatus'
import { DeliverAct } from './DeliverAct'
import { EvaluationField } from './EvaluationField'
import { IssueAct } from './IssueAct'

const STATES = ['earned', 'issued', 'delivered', 'not-earned', 'open'] as const

export function EditionPage() {
  const t = useWords()
  const { may } = useSession()
  const editionId = useRouteParam('id')
  const [shownState, setShownState] = useFilter<string>('certificates.state', '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [paper, setPaper] = useState<ShownPaper | null>(null)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const list = useRead('certificates.list', { editionId })
  const edition = list.data?.edition
  const candidates = list.data?.candidates
  // Nobody chosen means everybody who can be: the usual case is the whole group at once.
  const among = (state: Candidate['state']) =>
    (candidates ?? []).filter((row) => row.state === state && (chosen.size === 0 || chosen.has(row.personId)))

  const open = async (row: Candidate) => {
    if (!row.certificate) return
    const outcome = await call('certificates.paper', { id: row.certificate.id })
    setRefusals(outcome.ok ? [] : outcome.refusals)
    if (outcome.ok) setPaper(outcome.value)
  }
  const columns = useColumns(chosen, setChosen, editionId, edition?.minRatePercent ?? 0, (row) => void open(row))

  return (
    <Page
      title={edition?.title ?? t('certificates.nav')}
      subtitle={
        edition &&
        `${edition.code} · ${t('certificates.summary', {
          hours: edition.hours,
          from: formatDay(edition.startsOn, t.language),
          until: formatDay(edition.endsOn, t.language),
          min: edition.minRatePercent,
        })}${edition.minHours === null ? '' : ` · ${t('certificates.minHours', { count: edition.minHours })}`}`
      }
      back={{ to: '/certificates', label: t('certificates.back') }}
      primary={
        edition && (
          <Group gap="sm">
            {may('certificates.markDelivered') && <DeliverAct rows={among('issued')} />}
            {may('certificates.issue') && (
              <IssueAct editionId={editionId} title={edition.title} rows={among('earned')} />
            )}
          </Group>
        )
      }
    >
      <Refusals of={[...list.refusals, ...refusals]} />
      <DataTable
        name="certificates.list"
        label={t('certificates.nav')}
        columns={columns}
        rows={candidates?.filter((row) => shownState === '' || row.state === shownState)}
        rowKey={(row) => row.personId}
        onOpen={(row) => void open(row)}
        search={t('certificates.search')}
        countWords="certificates.list.count"
        onShowAll={() => setShownState('')}
        tools={
          <Group gap="sm">
            <Select
              aria-label={t('certificates.filter.state')}
              value={shownState}
              onChange={(value) => setShownState(value ?? '')}
              allowDeselect={false}
              data={[
                { value: '', label: t('certificates.filter.any') },
                ...STATES.map((state) => ({ value: state, label: t(`certificates.state.${state}`) })),
              ]}
            />
            {chosen.size > 0 && (
              <Button variant="subtle" onClick={() => setChosen(new Set())}>
                {t('certificates.selected', { count: chosen.size })} · {t('certificates.selectNone')}
              </Button>
            )}
          </Group>
        }
        empty={<Empty title={t('certificates.emptyEdition.title')} hint={t('certificates.emptyEdition.hint')} />}
      />
      <PaperViewer paper={paper} onClose={() => setPaper(null)} />
    </Page>
  )
}

function useColumns(
  chosen: ReadonlySet<string>,
  choose: (next: ReadonlySet<string>) => void,
  editionId: string,
  minRatePercent: number,
  open: (row: Candidate) => void,
): readonly Column<Candidate>[] {
  const t = useWords()
  return useMemo(() => {
    const toggle = (personId: string) => {
      const next = new Set(chosen)
      if (!next.delete(personId)) next.add(personId)
      choose(next)
    }
    return [
      {
        id: 'chosen',
        header: t('certificates.select'),
        value: (row) => (chosen.has(row.personId) ? 0 : 1),
        cell: (row) =>
          (row.state === 'earned' || row.state === 'issued') && (
            <Checkbox
              size="xs"
              aria-label={t('certificates.selectOf', { name: listName(row) })}
              checked={chosen.has(row.personId)}
              onChange={() => toggle(row.personId)}
              onClick={(event) => event.stopPropagation()}
            />
          ),
        width: 76,
        align: 'center',
      },
      {
        id: 'name',
        header: t('certificates.name'),
        value: (row) => listName(row),
        cell: (row) => (
          <>
            {listName(row)}
            {row.left && (
              <Text span size="xs" c="dimmed">
                {' '}
                · {t('certificates.left')}
              </Text>
            )}
          </>
        ),
      },
      { id: 'file', header: t('certificates.fileNumber'), value: (row) => row.fileNumber, width: 124 },
      {
        id: 'rate',
        header: t('certificates.rate'),
        value: (row) => (row.counted === 0 ? -1 : (row.attended * 100) / row.counted),
        cell: (row) => (row.counted === 0 ? '—' : `${row.attended}/${row.counted} · ${percent(row)}`),
        width: 124,
        align: 'end',
      },
      {
        id: 'evaluation',
        header: t('certificates.evaluation'),
        value: (row) => (row.evaluation ? t(`certificates.evaluation.${row.evaluation}`) : null),
        cell: (row) => <EvaluationField editionId={editionId} row={row} />,
        width: 170,
      },
      {
        id: 'state',
        header: t('certificates.state'),
        value: (row) => t(`certificates.state.${row.state}`),
        cell: (row) => <CandidateStatus row={row} minRatePercent={minRatePercent} />,
        width: 140,
      },
      {
        id: 'folio',
        header: t('certificates.folioOrMissing'),
        value: (row) => row.certificate?.folio ?? missingSentences(row, t).join(' · '),
        cell: (row) =>
          row.certificate ? (
            <Button
              variant="subtle"
              size="compact-xs"
              leftSection={<IconEye size={15} aria-hidden />}
              aria-label={t('certificates.openOf', { name: listName(row) })}
              onClick={(event) => {
                event.stopPropagation()
                open(row)
              }}
            >
              {row.certificate.folio}
            </Button>
          ) : (
            missingSentences(row, t).join(' · ') || '—'
          ),
        width: 320,
      },
    ]
  }, [t, chosen, choose, editionId, minRatePercent, open])
}

/** Rounded down, so that what is below the minimum never reads as the minimum. */
const percent = (row: Candidate): string => formatPercent(row.attended, row.counted)
