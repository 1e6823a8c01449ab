/** The month of an edition: women against sessions, totals both ways, each woman's rate against the minimum. */
import type { Output } from '../../../shared/contract'
import type { Cell } from '../../../shared/contract/attendance.contract'
import { formatHours, formatShortDay, shortWeekday } from '../../../shared/i18n/format'
import { weekdayOf } from '../../../shared/kernel/civil-date'
import { listName } from '../../../shared/kernel/text'
import { useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { useReserved } from '../../ui/use-reserved'
import { MonthSteps, useMonth } from './MonthSteps'
import { Rate } from './Rate'
import classes from './attendance.module.css'

type Month = Output<'attendance.month'>

export function EditionMonthPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const [month, setMonth] = useMonth()
  const { data, refusals, reserved } = useReserved(
    'attendance.month',
    'attendance.sensitiveMonth',
    { id, month: month ?? '2026-01' },
    month !== undefined,
  )
  const edition = data?.edition
  return (
    <Page
      title={edition?.title ?? t('attendance.nav')}
      subtitle={edition && [edition.code, edition.instructor, edition.room].join(' · ')}
      back={{ to: '/attendance', label: t('attendance.nav') }}
      primary={
        month && (
          <PaperButton channel="attendance.printMonth" input={{ id, month }} label={t('attendance.month.print')} />
        )
      }
      filters={
        <>
          {month && <MonthSteps month={month} onChange={setMonth} />}
          <RecordLink to="/places/editions" id={id}>
            {t('attendance.month.places')}
          </RecordLink>
        </>
      }
    >
      <Refusals of={refusals} />
      {reserved}
      {data && (data.women.length > 0 ? <Grid month={data} /> : <Empty title={t('refusal.nobody-on-the-roll')} />)}
    </Page>
  )
}

function Grid({ month }: { readonly month: Month }) {
  const t = useWords()
  const { sessions, women, edition } = month
  return (
    <div className={classes.gridScroll} tabIndex={0} role="region" aria-label={t('attendance.month.grid')}>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col" className={classes.gridNumber}>
              {t('attendance.paper.number')}
            </th>
            <th scope="col" className={classes.gridName}>
              {t('attendance.roll.name')}
            </th>
            {sessions.map((session) => (
              <th key={session.id} scope="col" data-cancelled={session.cancelledCause !== null || undefined}>
                <RecordLink to="/attendance/rolls" id={session.id}>
                  <span className={classes.weekday}>{shortWeekday(weekdayOf(session.day), t.language)}</span>
                  <span aria-hidden>{Number(session.day.slice(8))}</span>
                  <span className={classes.unseen}>
                    {t('attendance.month.openRoll', { day: formatShortDay(session.day, t.language) })}
                  </span>
                </RecordLink>
              </th>
            ))}
            <th scope="col" className={classes.gridTotal} title={t('attendance.roll.attended')}>
              A
            </th>
            <th scope="col" className={classes.gridTotal} title={t('attendance.roll.absent')}>
              F
            </th>
            <th scope="col" className={classes.gridTotal} title={t('attendance.grid.creditedHint')}>
              {t('attendance.grid.credited')}
            </th>
            <th scope="col" className={classes.gridRate}>
              {t('attendance.month.soFar', { minimum: edition.minRatePercent })}
            </th>
          </tr>
        </thead>
        <tbody>
          {women.map((woman, index) => (
            <tr key={woman.personId} data-left={woman.leftOn !== null || undefined}>
              <td className={classes.gridNumber}>{index + 1}</td>
              <th scope="row" className={classes.gridName} title={woman.fileNumber}>
                {listName(woman)}
              </th>
              {woman.cells.map((each, at) => (
                <MarkCell key={sessions[at]?.id ?? at} found={each} cancelled={sessions[at]?.cancelledCause !== null} />
              ))}
              <td className={classes.gridTotal}>{woman.attended}</td>
              <td className={classes.gridTotal}>{woman.absent}</td>
              <td className={classes.gridTotal}>{formatHours(woman.soFar.credited)}</td>
              <td className={classes.gridRate}>
                <Rate
                  attended={woman.soFar.attended}
                  counted={woman.soFar.counted}
                  below={woman.soFar.below}
                  minimum={edition.minRatePercent}
                />
                {!woman.soFar.reachable && <small> {t('attendance.rate.outOfReach')}</small>}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {(['attended', 'absent', 'unmarked'] as const).map((name) => (
            <tr key={name}>
              <td className={classes.gridNumber} />
              <th scope="row" className={classes.gridName}>
                {t(`attendance.roll.${name}`)}
              </th>
              {sessions.map((session) => (
                <td key={session.id} data-cancelled={session.cancelledCause !== null || undefined}>
                  {session.cancelledCause === null ? session[name] : ''}
                </td>
              ))}
              <td colSpan={4} />
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  )
}

const SIGNS: Partial<Record<Cell, string>> = { unmarked: '·', away: '–', ahead: '' }

function MarkCell({ found, cancelled }: { readonly found: Cell; readonly cancelled: boolean }) {
  const t = useWords()
  return (
    <td data-cell={found} data-cancelled={cancelled || undefined} title={t(`attendance.mark.${found}`)}>
      {SIGNS[found] ?? found}
    </td>
  )
}
