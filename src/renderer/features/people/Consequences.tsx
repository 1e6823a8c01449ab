/** What follows from a leaving, in two lists: what is done by itself, and what somebody must look at. */
import { List } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Consequences as Facts } from '../../../shared/contract/stays.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { useWords } from '../../platform/words'
import { RecordLink } from '../../ui/RecordLink'
import classes from './stays.module.css'

/** Longer lists are counted from here on: the question must fit on the screen. */
const MOST_NAMED = 6

export function Consequences({ of }: { readonly of: Facts }) {
  const t = useWords()
  const own = endings(of, t)
  const open = lookAfter(of, t)
  return (
    <div className={classes.consequences}>
      <Part title={t('stays.will')} items={own} />
      {open.length > 0 && <Part title={t('stays.look')} items={open} attention />}
    </div>
  )
}

function Part({
  title,
  items,
  attention,
}: {
  readonly title: string
  readonly items: readonly ReactNode[]
  readonly attention?: boolean
}) {
  return (
    <section aria-label={title} data-attention={attention}>
      <h3>{title}</h3>
      <List size="sm" spacing={2}>
        {items.map((item, index) => (
          <List.Item key={index}>{item}</List.Item>
        ))}
      </List>
    </section>
  )
}

/** The first few by name, the rest by number. */
function few<Row>(rows: readonly Row[], name: (row: Row) => ReactNode, rest: (count: number) => string): ReactNode[] {
  const named = rows.length > MOST_NAMED + 1 ? rows.slice(0, MOST_NAMED) : rows
  const left = rows.length - named.length
  return [...named.map(name), ...(left > 0 ? [rest(left)] : [])]
}

const counted = (t: Words, key: string, count: number): string[] => (count > 0 ? [t(key, { count })] : [])

function endings(of: Facts, t: Words): readonly ReactNode[] {
  const day = (value: string) => formatDay(value, t.language)
  const own = of.appointments.filter((each) => !each.ofChild)
  return [
    t('people.leave.closesStay'),
    ...(of.absence
      ? [
          t('stays.will.absence', {
            reason: t(`stays.reason.${of.absence.reason}`).toLowerCase(),
            day: day(of.absence.leftOn),
          }),
        ]
      : []),
    ...few(
      of.places,
      (place) => t('people.leave.endsPlace', { title: place.title, code: place.code }),
      (count) => t('stays.will.morePlaces', { count }),
    ),
    ...counted(t, 'stays.will.hiddenPlaces', of.hidden.places),
    ...of.waits.map((wait) => t(wait.offered ? 'stays.will.offer' : 'people.leave.closesWait', { title: wait.title })),
    ...counted(t, 'stays.will.hiddenWaits', of.hidden.waits),
    ...counted(t, 'stays.will.pauses', of.exclusions + of.suspensions),
    ...counted(t, 'stays.will.sessions', of.sessions),
    ...few(
      own,
      (each) =>
        t('stays.will.appointment', {
          kind: t(`timetable.appointment.${each.kind}`).toLowerCase(),
          day: day(each.day),
          time: each.startsAt,
        }),
      (count) => t('stays.will.moreAppointments', { count }),
    ),
  ]
}

function lookAfter(of: Facts, t: Words): readonly ReactNode[] {
  const day = (value: string) => formatDay(value, t.language)
  const childrens = of.appointments.filter((each) => each.ofChild).length
  return [
    ...counted(t, 'stays.look.marksAfter', of.marksAfter),
    ...(of.children.names
      ? of.children.count > 0
        ? [
            t('people.leave.childrenStay', {
              count: of.children.count,
              names: of.children.names.map((child) => child.name).join(', '),
            }),
          ]
        : []
      : counted(t, 'stays.look.children', of.children.count)),
    ...(of.outings.rows
      ? of.outings.rows.map((outing) => (
          <>
            {t(outing.out ? 'people.leave.outingOut' : 'stays.look.outing', {
              child: outing.child,
              day: day(outing.leavesOn),
              time: outing.leavesAt,
            })}{' '}
            <RecordLink to="/outings" id={outing.id}>
              {outing.folio}
            </RecordLink>
          </>
        ))
      : counted(t, 'stays.look.outings', of.outings.count)),
    ...counted(t, 'stays.look.childAppointments', childrens),
    ...few(
      of.undelivered,
      (each) => t('stays.look.certificate', { title: each.title, folio: each.folio }),
      (count) => t('stays.look.moreCertificates', { count }),
    ),
    ...counted(t, 'stays.look.hiddenCertificates', of.hidden.certificates),
  ]
}
