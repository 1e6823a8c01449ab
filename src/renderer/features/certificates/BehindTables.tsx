/** The rows behind a woman's figures: sessions with her mark and minutes, modules with their result. */
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay, formatNumber } from '../../../shared/i18n/format'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Status } from '../../ui/Status'

type Behind = Output<'certificates.behind'>
type Session = Behind['sessions'][number]
type Module = Behind['modules'][number]

export function BehindSessions({ rows }: { readonly rows: readonly Session[] | undefined }) {
  const t = useWords()
  const today = useClock()?.today ?? ''
  const hasModules = (rows ?? []).some((row) => row.module !== null)
  const columns = useMemo<readonly Column<Session>[]>(() => {
    const noteOf = (row: Session): string | null => {
      if (row.corrected) return t('certificates.behind.corrected')
      if (row.cancelled) return t('certificates.behind.cancelled')
      if (row.mark !== null) return null
      if (row.away) return t('certificates.behind.away')
      return t(row.day > today ? 'certificates.behind.ahead' : 'certificates.behind.noRoll')
    }
    return [
      {
        id: 'day',
        header: t('certificates.behind.day'),
        value: (row) => row.day,
        cell: (row) => formatDay(row.day, t.language),
        width: 150,
      },
      {
        id: 'hour',
        header: t('certificates.behind.hour'),
        value: (row) => `${row.startsAt}–${row.endsAt}`,
        width: 110,
      },
      { id: 'mark', header: t('certificates.behind.mark'), value: (row) => row.mark, width: 76, align: 'center' },
      {
        id: 'minutes',
        header: t('certificates.behind.minutes'),
        value: (row) => (row.mark === null ? null : row.minutes),
        width: 90,
        align: 'end',
      },
      ...(hasModules
        ? [{ id: 'module', header: t('certificates.behind.module'), value: (row: Session) => row.module }]
        : []),
      { id: 'note', header: t('certificates.behind.note'), value: noteOf, width: 150 },
    ]
  }, [t, today, hasModules])
  return (
    <DataTable
      name="certificates.behind"
      label={t('certificates.behind.sessions')}
      size="content"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      countWords="certificates.behind.count"
      isQuiet={(row) => row.cancelled || row.away}
    />
  )
}

export function BehindModules({ rows }: { readonly rows: readonly Module[] | undefined }) {
  const t = useWords()
  const columns = useMemo<readonly Column<Module>[]>(
    () => [
      { id: 'title', header: t('certificates.behind.module'), value: (row) => row.title },
      {
        id: 'hours',
        header: t('certificates.decision.hours'),
        value: (row) => row.minutes,
        cell: (row) => formatNumber(row.minutes / 60),
        width: 90,
        align: 'end',
      },
      {
        id: 'result',
        header: t('certificates.evaluation'),
        value: (row) => t(`certificates.evaluation.${row.result ?? 'none'}`),
        cell: (row) => (
          <Status
            tone={row.result === 'A' ? 'done' : row.result === 'NA' ? 'stop' : 'quiet'}
            label={t(`certificates.evaluation.${row.result ?? 'none'}`)}
          />
        ),
        width: 170,
      },
    ],
    [t],
  )
  return (
    <DataTable
      name="certificates.behindModules"
      label={t('certificates.behind.modules')}
      size="content"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}
