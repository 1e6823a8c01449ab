/** The first page: what is today. Children who are out come first and loud; every figure opens its rows. */
import type { Output } from '../../../shared/contract'
import { formatDay, formatLongDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Page, Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { OutingsToday } from './OutingsToday'
import { SessionsToday } from './SessionsToday'
import { Todo, type TodoLine } from './Todo'
import classes from './today.module.css'

type Overview = Output<'today.overview'>

export function TodayPage() {
  const t = useWords()
  const { data, refusals } = useRead('today.overview', {})
  return (
    <Page
      title={t('today.nav')}
      subtitle={data && <DayLine overview={data} />}
      primary={<RecordLink to="/emergency">{t('today.emergency.title')}</RecordLink>}
    >
      <Refusals of={refusals} />
      {data && (
        <>
          {data.outings && data.outings.length > 0 && (
            <Section title={t('today.outings')}>
              <OutingsToday rows={data.outings} today={data.today} />
            </Section>
          )}
          <div className={classes.columns}>
            <Section title={t('today.sessionsTable')}>
              <SessionsToday rows={data.sessions} />
            </Section>
            <Section title={t('today.todo')}>
              <TodoList overview={data} />
            </Section>
          </div>
        </>
      )}
    </Page>
  )
}

function DayLine({ overview }: { readonly overview: Overview }) {
  const t = useWords()
  return (
    <span className={classes.day}>
      {formatLongDay(overview.today, t.language)}
      {overview.specialDays.map((day) => (
        <Status
          key={day.title}
          tone={day.kind === 'closure' ? 'stop' : 'attention'}
          label={[day.title, day.dormitories, day.startsAt && `${day.startsAt}–${day.endsAt ?? ''}`]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </span>
  )
}

function TodoList({ overview }: { readonly overview: Overview }) {
  const t = useWords()
  const { may } = useSession()
  const backup = useRead('bundles.backupStatus', {}, { enabled: may('bundles.backupStatus') }).data
  const { rolls, children, tasks } = overview
  const lines: TodoLine[] = [
    {
      id: 'tasks',
      count: tasks.count,
      tone: tasks.overdue > 0 ? 'stop' : 'attention',
      label: t('today.tasks', { count: tasks.count }),
      detail: tasks.overdue > 0 ? t('today.tasks.overdue', { count: tasks.overdue }) : undefined,
      to: '/tasks',
    },
    {
      id: 'rolls',
      count: rolls.count,
      tone: 'attention',
      label: t('today.rolls', { count: rolls.count }),
      detail: rolls.oldest
        ? t('today.rolls.oldest', {
            title: rolls.oldest.title,
            day: formatDay(rolls.oldest.day, t.language),
            count: rolls.oldest.daysWaiting,
          })
        : undefined,
      detailTo:
        rolls.oldest && may('attendance.roll') ? { to: '/attendance/rolls', id: rolls.oldest.sessionId } : undefined,
      to: '/attendance/pending',
    },
    {
      id: 'marks',
      count: overview.doubtfulMarks,
      tone: 'attention',
      label: t('today.marks', { count: overview.doubtfulMarks }),
      to: '/attendance/doubts',
    },
    {
      id: 'unlisted',
      count: overview.unlisted,
      tone: 'attention',
      label: t('today.unlisted', { count: overview.unlisted }),
      to: '/attendance/doubts',
    },
    {
      id: 'clashes',
      count: overview.clashes,
      tone: 'attention',
      label: t('today.clashes', { count: overview.clashes }),
      to: '/timetable',
    },
    ...(children
      ? [
          {
            id: 'over',
            count: children.over,
            tone: 'stop' as const,
            label: t('today.children.over', { count: children.over }),
            to: '/children/limit/over',
          },
          {
            id: 'soon',
            count: children.soon,
            tone: 'attention' as const,
            label: t('today.children.soon', { count: children.soon }),
            to: '/children/limit/soon',
          },
        ]
      : []),
    ...(backup?.due
      ? [
          {
            id: 'backup',
            count: 1,
            sign: '!',
            tone: 'stop' as const,
            label:
              backup.hours === null
                ? t('today.backup.none')
                : t('today.backup.old', { count: Math.floor(backup.hours / 24) }),
            to: '/month',
          },
        ]
      : []),
  ]
  return <Todo lines={lines} />
}
