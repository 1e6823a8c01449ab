/** What she and her children have once, from today on: court, lawyer, visit, doctor; and what it collides with. */
import { Button } from '@mantine/core'
import { formatDay } from '../../../shared/i18n/format'
import { addDays } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import classes from './people.module.css'

/** As far ahead as anything is usually known. */
const DAYS = 90

export function HerAppointments({ personId, here }: { readonly personId: string; readonly here: boolean }) {
  const today = useClock()?.today
  return today ? <From today={today} personId={personId} here={here} /> : null
}

function From({
  today,
  personId,
  here,
}: {
  readonly today: string
  readonly personId: string
  readonly here: boolean
}) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const { data } = useRead('timetable.appointments', { personId, from: today, until: addDays(today, DAYS) })
  return (
    <Section
      title={t('timetable.appointment.family')}
      actions={
        here &&
        may('timetable.addAppointments') && (
          <Button variant="subtle" size="compact-sm" onClick={() => go(`/timetable/appointments/new/${personId}`)}>
            {t('timetable.appointment.add')}
          </Button>
        )
      }
    >
      {data?.length === 0 && <p className={classes.quiet}>{t('timetable.appointment.noneAhead')}</p>}
      <ul className={classes.timeline}>
        {data?.map((row) => (
          <li key={row.id}>
            <span>
              {formatDay(row.day, t.language)}, {row.startsAt}
              {row.endsAt && `–${row.endsAt}`}
            </span>
            <span>
              {row.kind === 'care' ? (
                t('timetable.appointment.care')
              ) : (
                <RecordLink to="/timetable/appointments" id={row.id}>
                  {t(`timetable.appointment.${row.kind}`)}
                </RecordLink>
              )}{' '}
              <span className={classes.quiet}>
                {[row.childId && row.who, row.place, row.outside && t('timetable.appointment.outside')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
