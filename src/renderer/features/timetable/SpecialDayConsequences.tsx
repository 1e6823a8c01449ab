/** What a special day does to sessions, named one by one before it is saved. */
import type { CalendarChange, CalendarConsequences } from '../../../shared/contract/calendar.contract'
import type { Words } from '../../../shared/i18n'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import classes from './timetable.module.css'

/** Few enough to read at a glance; the rest open from the status. */
const SHOWN = 8

export function SpecialDayConsequences({ of }: { readonly of: CalendarConsequences }) {
  const t = useWords()
  const cause = t(`timetable.cause.${of.cause}`)
  const { changes } = of
  return (
    <div role="status" className={classes.consequences}>
      {changes.length === 0 && (
        <Status
          tone="info"
          label={of.met > 0 ? t('timetable.special.warns', { count: of.met }) : t('timetable.special.cancelsNone')}
        />
      )}
      {changes.length > 0 && (
        <>
          <Status
            tone="attention"
            label={t('timetable.special.changes', { count: changes.length, cause })}
            reason={
              changes.length > SHOWN
                ? changes
                    .slice(SHOWN)
                    .map((change) => changeWords(change, t))
                    .join(' · ')
                : undefined
            }
          />
          <ul className={classes.list}>
            {changes.slice(0, SHOWN).map((change) => (
              <li key={change.session.id}>{changeWords(change, t)}</li>
            ))}
          </ul>
        </>
      )}
      {of.marked > 0 && <Status tone="info" label={t('timetable.special.marked', { count: of.marked })} />}
    </div>
  )
}

/** `10:00 Telar, Taller 1: queda de 10:00 a 11:15`. */
export const changeWords = ({ session, becomes, startsAt, endsAt, clashes }: CalendarChange, t: Words): string =>
  [
    `${session.startsAt} ${session.title ?? t('timetable.neutral')}, ${session.room}: `,
    t(`timetable.special.becomes.${becomes}`, { from: startsAt, until: endsAt }),
    clashes > 0 ? ` (${t('timetable.event.clash', { count: clashes })})` : '',
  ].join('')
