/** Who should be where at this minute. Its one act prints it, and Enter does that at once. */
import { useEffect, useRef } from 'react'
import type { EmergencyList, EmergencyPlace } from '../../../shared/contract/emergency.contract'
import type { Words } from '../../../shared/i18n'
import { formatLongDay, formatShortDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Page, Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import classes from './emergency.module.css'

export function EmergencyPage() {
  const t = useWords()
  const { data, refusals, refetch } = useRead('today.emergency', {})
  const minute = useClock()?.time
  useEffect(() => void refetch(), [minute, refetch])
  const print = useRef<HTMLDivElement>(null)
  // After the page has taken the focus to its title: here the first thing to do is to print.
  useEffect(() => print.current?.querySelector('button')?.focus(), [])
  return (
    <Page
      title={t('today.emergency.title')}
      subtitle={data && `${formatLongDay(data.day, t.language)}, ${data.time}`}
      back={{ to: '/', label: t('today.nav') }}
      primary={
        <div ref={print}>
          <PaperButton channel="today.printEmergency" input={{}} label={t('today.emergency.print')} />
        </div>
      }
    >
      <Refusals of={refusals} />
      <p className={classes.hint}>{t('today.emergency.hint')}</p>
      {data && <Everybody list={data} />}
    </Page>
  )
}

function Everybody({ list }: { readonly list: EmergencyList }) {
  const t = useWords()
  const rooms = list.places.filter((place) => place.kind === 'room')
  const dormitories = list.places.filter((place) => place.kind !== 'room')
  return (
    <>
      <p className={classes.totals}>
        <span className={classes.time}>{list.time}</span>
        <span>{t('today.emergency.women', { count: list.totals.women })}</span>
        <span>{t('today.emergency.children', { count: list.totals.children })}</span>
        <span>{t('today.emergency.womenOut', { count: list.totals.womenOut })}</span>
        <span>{t('today.emergency.out', { count: list.totals.childrenOut })}</span>
        <span>{t('today.emergency.instructors', { count: list.totals.instructors })}</span>
      </p>
      {list.outside === null && <p className={classes.hint}>{t('today.emergency.countsOnly')}</p>}
      {list.childrenWithoutMother > 0 && (
        <p>
          <strong>{t('today.emergency.withoutMother', { count: list.childrenWithoutMother })}</strong>{' '}
          {list.withoutMother?.join(' · ')}
        </p>
      )}
      {list.childrenInChildcare > 0 && (
        <p>
          <strong>{t('today.emergency.inChildcare', { count: list.childrenInChildcare })}</strong>{' '}
          {list.inChildcare?.join(' · ')}
        </p>
      )}
      {list.womenOutside.length > 0 && <WomenOutside rows={list.womenOutside} />}
      {list.outside && list.outside.length > 0 && <Outside rows={list.outside} />}
      <Section title={t('today.emergency.rooms')}>
        {rooms.length === 0 ? (
          <p className={classes.hint}>{t('today.emergency.nobody')}</p>
        ) : (
          rooms.map((place) => <Place key={place.name} place={place} title={place.name} />)
        )}
      </Section>
      <Section title={t('today.emergency.dormitories')}>
        {dormitories.map((place) => (
          <Place key={place.name} place={place} title={dormitoryTitle(place, list, t)} />
        ))}
      </Section>
    </>
  )
}

const dormitoryTitle = (place: EmergencyPlace, list: EmergencyList, t: Words): string =>
  place.kind === 'unknown'
    ? t('today.emergency.noDormitory')
    : t(`today.emergency.${list.dormitoryWord}`, { name: place.name })

function Place({ place, title }: { readonly place: EmergencyPlace; readonly title: string }) {
  const t = useWords()
  return (
    <section className={classes.place} aria-label={title}>
      <h3 className={classes.placeTitle}>
        {title}
        <span className={classes.detail}>
          {[
            t('today.emergency.women', { count: place.women.length }),
            place.children > 0 && t('today.emergency.children', { count: place.children }),
            ...place.instructors.map((name) => t('today.emergency.instructor', { name })),
            place.until && t('today.emergency.until', { time: place.until }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </h3>
      {place.women.length === 0 ? (
        <p className={classes.hint}>{t('today.emergency.nobody')}</p>
      ) : (
        <ul className={classes.names}>
          {place.women.map((woman) => (
            <li key={`${woman.name} ${woman.bed ?? ''}`}>
              {woman.name} <span className={classes.bed}>{woman.bed}</span>
              {woman.orIn && <span className={classes.bed}> {t('today.emergency.orIn', { room: woman.orIn })}</span>}
              {woman.children.map((child) => (
                <span key={child} className={classes.child}>
                  {child}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Outside({ rows }: { readonly rows: NonNullable<EmergencyList['outside']> }) {
  const t = useWords()
  return (
    <Section title={t('today.emergency.outside')}>
      <ul className={classes.outside}>
        {rows.map((row) => (
          <li key={`${row.child} ${row.leftOn} ${row.leftAt}`}>
            <strong>{row.child}</strong>
            <span>
              {t('today.emergency.with')} {row.adult}
              {row.phone && ` · ${row.phone}`}
            </span>
            <span>
              {t('today.emergency.left')} {formatShortDay(row.leftOn, t.language)}, {row.leftAt}
            </span>
            <span>
              {t('today.emergency.returns')} {formatShortDay(row.returnsOn, t.language)}, {row.returnsAt}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function WomenOutside({ rows }: { readonly rows: EmergencyList['womenOutside'] }) {
  const t = useWords()
  return (
    <Section title={t('today.emergency.womenOutside')}>
      <ul className={classes.outside}>
        {rows.map((row) => (
          <li key={`${row.name} ${row.bed ?? ''}`}>
            <strong>{row.name}</strong>
            <span>{row.bed ?? '—'}</span>
            <span>
              {t('today.emergency.left')} {formatShortDay(row.leftOn, t.language)}
            </span>
            <span>
              {t('today.emergency.returns')} {row.expectedOn ? formatShortDay(row.expectedOn, t.language) : '—'}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
