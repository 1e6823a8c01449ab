/** The columns of the decision: both rates, hours, what the rule asks besides, the verdict, and where her certificate stands. */
import { Text } from '@mantine/core'
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import type { Candidate } from '../../../shared/contract/certificates.contract'
import type { DecisionRow } from '../../../shared/contract/decisions.contract'
import { formatPercent } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useWords } from '../../platform/words'
import type { Column } from '../../ui/DataTable'
import { RecordLink } from '../../ui/RecordLink'
import { DecisionStatus, verdictOf } from './DecisionStatus'
import { hoursWords, lackingWords } from './decision-words'
import { EvaluationField } from './EvaluationField'

type Decisions = Output<'certificates.decisions'>

/** Rounded down, so that what is below the minimum never reads as the minimum. */
const share = (part: number, whole: number): string | null =>
  whole === 0 ? null : `${part}/${whole} · ${formatPercent(part, whole)}`

export function useDecisionColumns(
  decisions: Decisions | undefined,
  candidates: ReadonlyMap<string, Candidate>,
  editionId: string,
): readonly Column<DecisionRow>[] {
  const t = useWords()
  const edition = decisions?.edition
  const modules = decisions?.modules.length ?? 0
  return useMemo(() => {
    const asked: readonly (Column<DecisionRow> | false)[] = [
      modules > 0 && {
        id: 'modules',
        header: t('certificates.decision.modules'),
        value: (row) => row.modulesPassed,
        cell: (row) => `${row.modulesPassed}/${modules}`,
        width: 80,
        align: 'end',
      },
      edition?.asksPractical === true && {
        id: 'practical',
        header: t('certificates.decision.practical'),
        value: (row) => t(`certificates.evaluation.${row.practical ?? 'none'}`),
        width: 106,
      },
    ]
    return [
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
                · {t('certificates.leftShort')}
              </Text>
            )}
          </>
        ),
      },
      { id: 'file', header: t('certificates.fileNumber'), value: (row) => row.fileNumber, width: 116, hidden: true },
      {
        id: 'held',
        header: t('certificates.decision.rateHeld'),
        value: (row) => (row.counted === 0 ? -1 : (row.attended * 100) / row.counted),
        cell: (row) => share(row.attended, row.counted) ?? '—',
        width: 112,
        align: 'end',
      },
      {
        id: 'planned',
        header: t('certificates.decision.ratePlanned'),
        value: (row) => (row.planned === 0 ? -1 : (row.attended * 100) / row.planned),
        cell: (row) => share(row.attended, row.planned) ?? '—',
        width: 136,
        align: 'end',
      },
      {
        id: 'hours',
        header: t('certificates.decision.hours'),
        value: (row) => row.minutes,
        cell: (row) => hoursWords(row.minutes),
        width: 66,
        align: 'end',
      },
      ...asked.filter((each) => each !== false),
      {
        id: 'evaluation',
        header: t('certificates.evaluation'),
        value: (row) => t(`certificates.evaluation.${row.evaluation ?? 'none'}`),
        cell: (row) => {
          const candidate = candidates.get(row.personId)
          return candidate ? <EvaluationField editionId={editionId} row={candidate} /> : '—'
        },
        width: 148,
      },
      {
        id: 'verdict',
        header: t('certificates.decision.verdict'),
        value: (row) => verdictOf(row, t).label,
        cell: (row) => <DecisionStatus row={row} />,
        width: 160,
      },
      {
        id: 'missing',
        header: t('certificates.decision.what'),
        value: (row) => lackingWords(row, edition?.ended ?? true, t),
        cell: (row) => lackingWords(row, edition?.ended ?? true, t) || '—',
      },
      {
        id: 'certificate',
        header: t('certificates.state'),
        value: (row) => {
          const candidate = candidates.get(row.personId)
          if (candidate?.certificate) return candidate.certificate.folio
          return candidate?.draft ? t(`certificates.draftState.${candidate.draft}`) : null
        },
        cell: (row) => {
          const candidate = candidates.get(row.personId)
          return candidate?.certificate ? (
            <RecordLink to="/certificates/folio" id={candidate.certificate.id}>
              {t(`certificates.state.${candidate.state}`)}
            </RecordLink>
          ) : candidate?.draft ? (
            t(`certificates.draftState.${candidate.draft}`)
          ) : (
            '—'
          )
        },
        width: 104,
      },
    ]
  }, [t, candidates, editionId, edition, modules])
}
