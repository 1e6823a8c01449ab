/** The table of letters and reasons, as every part of the app reads it; and what was only told in words. */
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import { LETTER_RULES, MARKS, reasonsUnder, ruleOf, type Mark, type Reason } from '../../../shared/contract/marks'
import { formatDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { addDays } from '../../../shared/kernel/civil-date'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page, Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import classes from './attendance.module.css'

/** Four weeks: long enough to see whether a reason keeps coming back. */
const DAYS_SHOWN = 27

export function ReasonsPage() {
  const t = useWords()
  const today = useClock()?.today
  const span = { from: addDays(today ?? '2026-01-01', -DAYS_SHOWN), until: today ?? '2026-01-01' }
  const others = useRead('attendance.otherReasons', span, { enabled: today !== undefined })
  const columns = useMemo(() => columnsOf(t), [t])
  const go = useGo()
  return (
    <Page
      title={t('attendance.reasons.title')}
      subtitle={t('attendance.reasons.hint')}
      back={{ to: '/attendance', label: t('attendance.nav') }}
    >
      <Rules />
      <Section title={t('attendance.reasons.others')}>
        <p className={classes.hint}>{t('attendance.reasons.othersHint')}</p>
        <Refusals of={others.refusals} />
        <DataTable
          name="attendance-others"
          label={t('attendance.reasons.others')}
          columns={columns}
          rows={others.data}
          rowKey={(row) => `${row.sessionId} ${row.personId}`}
          onOpen={(row) => go(`/attendance/rolls/${row.sessionId}`)}
          size="content"
          empty={<Empty title={t('attendance.reasons.othersNone')} />}
        />
      </Section>
    </Page>
  )
}

const HEADS = ['letter', 'key', 'reason', 'cause', 'counts', 'credit', 'apart', 'needs', 'ahead'] as const

function Rules() {
  const t = useWords()
  return (
    <table className={classes.rules} aria-label={t('attendance.reasons.title')}>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {t(`attendance.reasons.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {MARKS.map((letter) => (
          <Letter key={letter} letter={letter} />
        ))}
      </tbody>
    </table>
  )
}

/** A letter by itself, and below it the reasons that say more. */
function Letter({ letter }: { readonly letter: Mark }) {
  const t = useWords()
  const came = letter === 'A' || letter === 'R'
  const rule = LETTER_RULES[letter]
  const reasons = came ? [] : reasonsUnder(letter)
  const said = (yes: boolean) => t(yes ? 'attendance.reasons.yes' : 'attendance.reasons.no')
  return (
    <>
      <tr data-letter>
        <th scope="row">{letter}</th>
        <td>—</td>
        <td>{t(`attendance.mark.${letter}`)}</td>
        <td>
          {rule.cause === 'held'
            ? '—'
            : rule.cause === 'session'
              ? t('attendance.reasons.cause.session')
              : t(`hours.end.${rule.cause}`)}
        </td>
        <td>{said(rule.counts)}</td>
        <td>{t(`attendance.reasons.credit.${came ? 'minutes' : 'none'}`)}</td>
        <td>{said(rule.apart)}</td>
        <td>{t('attendance.reasons.needs.nothing')}</td>
        <td>—</td>
      </tr>
      {reasons.map((reason, index) => (
        <ReasonRow key={reason} reason={reason} number={index + 1} />
      ))}
    </>
  )
}

function ReasonRow({ reason, number }: { readonly reason: Reason; readonly number: number }) {
  const t = useWords()
  const rule = ruleOf(reason)
  const said = (yes: boolean) => t(yes ? 'attendance.reasons.yes' : 'attendance.reasons.no')
  return (
    <tr>
      <td />
      <td>{`${rule.letter} ${String(number)}`}</td>
      <td>{t(`attendance.reason.${reason}`)}</td>
      <td>{t(rule.cause === 'unknown' ? 'attendance.reasons.cause.unknown' : `hours.end.${rule.cause}`)}</td>
      <td>{said(rule.counts)}</td>
      <td>{t(`attendance.reasons.credit.${rule.credit}`)}</td>
      <td>{said(rule.apart)}</td>
      <td>{t(`attendance.reasons.needs.${rule.needs}`)}</td>
      <td>{said(rule.ahead)}</td>
    </tr>
  )
}

type Row = Output<'attendance.otherReasons'>[number]

const columnsOf = (t: Words): readonly Column<Row>[] => [
  {
    id: 'day',
    header: t('attendance.reasons.day'),
    value: (row) => row.day,
    cell: (row) => formatDay(row.day, t.language),
    width: 150,
  },
  { id: 'who', header: t('attendance.excuses.who'), value: (row) => listName(row), width: 280 },
  { id: 'note', header: t('attendance.reasons.note'), value: (row) => row.note },
  { id: 'title', header: t('attendance.reasons.workshop'), value: (row) => row.title, width: 220 },
  { id: 'keyedBy', header: t('attendance.reasons.keyedBy'), value: (row) => row.keyedBy, width: 170 },
]
