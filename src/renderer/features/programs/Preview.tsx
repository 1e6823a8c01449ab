/** What saving would do: sessions that come, go and stay, hours, clashes with other editions. Nothing is written. */
import type { Output } from '../../../shared/contract'
import type { EditionFields } from '../../../shared/contract/programs.contract'
import { formatDay, formatNumber } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { ClashLines } from './ClashLines'
import classes from './programs.module.css'

type Facts = Output<'programs.preview'>

const NO_FIELDS: EditionFields = {
  room: '-',
  instructor: '-',
  hours: 1,
  capacity: 1,
  startsOn: '2026-01-01',
  endsOn: '2026-01-01',
  minRatePercent: 0,
  slots: [{ week: 'every', weekday: 1, startsAt: '00:00', endsAt: '00:01' }],
}

export function Preview({
  fields,
  id,
  workshopId,
}: {
  readonly fields: EditionFields | undefined
  readonly id?: string
  readonly workshopId?: string
}) {
  const t = useWords()
  const read = useRead(
    'programs.preview',
    { fields: fields ?? NO_FIELDS, ...(id && { id }), ...(workshopId && { workshopId }) },
    { enabled: fields !== undefined },
  )
  return (
    <aside className={classes.preview} aria-label={t('programs.preview.title')}>
      <h2>{t('programs.preview.title')}</h2>
      {!fields && <p className={classes.soft}>{t('programs.preview.hint')}</p>}
      {fields && <Refusals of={read.refusals} />}
      {fields && read.data && <Result facts={read.data} promised={fields.hours} changing={id !== undefined} />}
    </aside>
  )
}

function Result({
  facts,
  promised,
  changing,
}: {
  readonly facts: Facts
  readonly promised: number
  readonly changing: boolean
}) {
  const t = useWords()
  const closed = facts.add.filter((session) => session.cancelledCause).length
  const same = changing && facts.add.length === 0 && facts.remove.length === 0
  return (
    <div role="status">
      <ul>
        {same && <li>{t('programs.preview.same')}</li>}
        {!changing && <li>{t('programs.preview.sessions', { count: facts.add.length })}</li>}
        {changing && facts.add.length > 0 && <li>{t('programs.preview.add', { count: facts.add.length })}</li>}
        {facts.remove.length > 0 && <li>{t('programs.preview.remove', { count: facts.remove.length })}</li>}
        {changing && <li>{t('programs.preview.kept', { count: facts.kept })}</li>}
        <li>{t('programs.preview.hours', { hours: formatNumber(facts.hours), promised })}</li>
        {closed > 0 && (
          <li>
            <Status tone="info" label={t('programs.preview.cancelled', { count: closed })} />
          </li>
        )}
        {facts.above > 0 && (
          <li>
            <Status tone="attention" label={t('programs.preview.above', { count: facts.above })} />
          </li>
        )}
        {facts.clearanceUntil && (
          <li>
            <Status
              tone="attention"
              label={t('programs.preview.clearance', { day: formatDay(facts.clearanceUntil, t.language) })}
            />
          </li>
        )}
        <ClashLines clashes={facts.clashes} />
      </ul>
      <ul className={classes.days} tabIndex={0} aria-label={t('programs.edition.sessions')}>
        {facts.remove.map((session) => (
          <li key={`- ${session.day} ${session.startsAt}`} className={classes.struck}>
            − {formatDay(session.day, t.language)} {session.startsAt}–{session.endsAt}
          </li>
        ))}
        {facts.add.map((session) => (
          <li key={`+ ${session.day} ${session.startsAt}`}>
            + {formatDay(session.day, t.language)}{' '}
            <span className={session.cancelledCause ? classes.struck : undefined}>
              {session.startsAt}–{session.endsAt}
            </span>{' '}
            {session.cancelledNote}
          </li>
        ))}
      </ul>
    </div>
  )
}
