/** The sessions of an edition: how each stands, who gives it, what it teaches; a row opens what may be done with it. */
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { weekLetterOf } from '../../../shared/kernel/two-weeks'
import { useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Status } from '../../ui/Status'
import { SessionModal } from './SessionModal'
import { SessionStatus } from './SessionStatus'

type Edition = Output<'programs.edition'>
type Session = Edition['sessions'][number]

export function EditionSessions({ edition }: { readonly edition: Edition }) {
  const t = useWords()
  const { may } = useSession()
  // The timetable leads straight to one session.
  const asked = useRouteParam('sessionId')
  const [openId, setOpenId] = useState<string | null>(asked || null)
  const inTwoWeeks = edition.slots.some((slot) => slot.week !== 'every')
  const titleOf = new Map(edition.modules.map((module, i) => [module.id, `${String(i + 1)}. ${module.title}`]))
  const columns: readonly Column<Session>[] = [
    {
      id: 'day',
      header: t('programs.session.day'),
      value: (row) => `${row.day} ${row.startsAt}`,
      cell: (row) =>
        inTwoWeeks ? `${formatDay(row.day, t.language)} · ${weekLetterOf(row.day)}` : formatDay(row.day, t.language),
    },
    {
      id: 'hour',
      header: t('programs.session.hour'),
      value: (row) => row.startsAt,
      cell: (row) => `${row.startsAt}–${row.endsAt}`,
      width: 108,
    },
    {
      id: 'state',
      header: t('programs.session.state'),
      value: (row) => t(`programs.session.${row.state}`),
      cell: (row) => <SessionStatus session={row} />,
      width: 124,
    },
    {
      id: 'module',
      header: t('programs.module.title'),
      value: (row) => (row.moduleId ? (titleOf.get(row.moduleId) ?? null) : null),
      width: 150,
      hidden: edition.modules.length === 0,
    },
    {
      id: 'who',
      header: t('programs.column.instructor'),
      value: (row) => row.substitute ?? row.planned,
      cell: (row) =>
        row.substitute ? (
          <Status tone="info" label={row.substitute} reason={t('programs.session.insteadOf', { name: row.planned })} />
        ) : (
          row.planned
        ),
      width: 130,
      hidden: true,
    },
    {
      id: 'marks',
      header: t('programs.session.marks'),
      value: (row) => row.marks,
      cell: (row) => (row.marks === 0 ? '—' : t('programs.session.marksOf', { marks: row.marks, places: row.places })),
      width: edition.modules.length > 0 ? 84 : 96,
      align: 'end',
    },
  ]
  return (
    <>
      <DataTable
        name={edition.modules.length > 0 ? 'programs.sessions.taught' : 'programs.sessions'}
        label={t('programs.edition.sessions')}
        size="content"
        columns={columns}
        rows={edition.sessions}
        countWords="programs.session.count"
        rowKey={(row) => row.id}
        {...(may('timetable.arrangement') && { onOpen: (row: Session) => setOpenId(row.id) })}
        isQuiet={(row) => row.state === 'cancelled' || row.state === 'made-up'}
        empty={t('programs.session.empty')}
      />
      {openId && <SessionModal id={openId} closed={edition.state === 'closed'} onClose={() => setOpenId(null)} />}
    </>
  )
}
