/** One edition: its facts and weekly hours, who is in it with her rate, its sessions with how each stands. */
import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay, formatPercent } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Fact, Facts } from '../../ui/Facts'
import { Page, Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { EditionStatus, PlacesStatus } from './EditionStatus'
import { patternWords } from './pattern-words'
import classes from './programs.module.css'
import { SessionStatus } from './SessionStatus'

type Edition = Output<'programs.edition'>
type Member = Output<'programs.roster'>[number]
type Session = Edition['sessions'][number]

export function EditionPage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const id = useRouteParam('id')
  const read = useRead('programs.edition', { id })
  const edition = read.data
  return (
    <Page
      title={edition?.title ?? t('programs.title')}
      subtitle={edition && `${edition.code} · ${edition.axis}`}
      back={{ to: '/programs', label: t('programs.edition.back') }}
      primary={
        edition &&
        may('programs.change') && (
          <Button
            variant="default"
            leftSection={<IconPencil size={18} aria-hidden />}
            onClick={() => go(`/programs/${id}/change`)}
          >
            {t('programs.edition.change')}
          </Button>
        )
      }
      filters={edition && <WhereNext id={id} />}
    >
      <Refusals of={read.refusals} />
      {edition && (
        <>
          <EditionFacts edition={edition} />
          <div className={classes.halves}>
            <Section title={t('programs.edition.roster')}>
              {edition.sensitive ? <SensitiveRoster edition={edition} /> : <OpenRoster edition={edition} />}
            </Section>
            <Section title={t('programs.edition.sessions')}>
              <Sessions sessions={edition.sessions} />
            </Section>
          </div>
        </>
      )}
    </Page>
  )
}

/** What else is known of this group lives on the pages of other slices: its places, its rolls, its certificates. */
function WhereNext({ id }: { readonly id: string }) {
  const t = useWords()
  const { may } = useSession()
  return (
    <>
      {may('places.ofEdition') && (
        <RecordLink to="/places/editions" id={id}>
          {t('programs.edition.seePlaces')}
        </RecordLink>
      )}
      {may('attendance.month') && (
        <RecordLink to="/attendance/editions" id={id}>
          {t('programs.edition.seeMonth')}
        </RecordLink>
      )}
      {may('certificates.list') && (
        <RecordLink to="/certificates" id={id}>
          {t('programs.edition.seeCertificates')}
        </RecordLink>
      )}
    </>
  )
}

function EditionFacts({ edition }: { readonly edition: Edition }) {
  const t = useWords()
  const day = (value: string) => formatDay(value, t.language)
  return (
    <Facts>
      <Fact label={t('programs.column.state')}>
        <EditionStatus edition={edition} />
      </Fact>
      <Fact label={t('programs.edition.dates')}>
        {day(edition.startsOn)} – {day(edition.endsOn)}
      </Fact>
      <Fact label={t('programs.edition.pattern')}>{patternWords(edition.slots, t)}</Fact>
      <Fact label={t('programs.edition.room')}>{edition.room}</Fact>
      <Fact label={t('programs.edition.instructor')}>{edition.instructor}</Fact>
      <Fact label={t('programs.edition.places')}>
        <PlacesStatus edition={edition} />
      </Fact>
      <Fact label={t('programs.column.waiting')}>
        {edition.waiting === 0
          ? t('programs.edition.noWaiting')
          : t('programs.edition.waiting', { count: edition.waiting })}
      </Fact>
      <Fact label={t('programs.edition.hours')}>{t('programs.edition.hoursValue', { count: edition.hours })}</Fact>
      <Fact label={t('programs.edition.minRate')}>{edition.minRatePercent}%</Fact>
    </Facts>
  )
}

function OpenRoster({ edition }: { readonly edition: Edition }) {
  const roster = useRead('programs.roster', { id: edition.id })
  return <Roster edition={edition} rows={roster.data} refusals={roster.refusals} />
}

/** Each look at a reserved group is written down, so it is asked for and not shown by itself. */
function SensitiveRoster({ edition }: { readonly edition: Edition }) {
  const t = useWords()
  const { may } = useSession()
  const [asked, setAsked] = useState(false)
  const roster = useRead('programs.sensitiveRoster', { id: edition.id }, { enabled: asked })
  if (!may('programs.sensitiveRoster')) return <p className={classes.soft}>{t('programs.roster.hidden')}</p>
  if (!asked)
    return (
      <Empty
        title={t('programs.places', { places: edition.places, capacity: edition.capacity })}
        hint={t('programs.roster.showHint')}
        action={
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('programs.roster.show')}
          </Button>
        }
      />
    )
  return <Roster edition={edition} rows={roster.data} refusals={roster.refusals} />
}

function Roster({
  edition,
  rows,
  refusals,
}: {
  readonly edition: Edition
  readonly rows: readonly Member[] | undefined
  readonly refusals: Parameters<typeof Refusals>[0]['of']
}) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const columns: readonly Column<Member>[] = [
    { id: 'name', header: t('programs.roster.name'), value: (row) => row.name },
    { id: 'file', header: t('programs.roster.file'), value: (row) => row.fileNumber, width: 120 },
    { id: 'dormitory', header: t('programs.roster.dormitory'), value: (row) => row.dormitory, width: 96 },
    {
      id: 'rate',
      header: t('programs.roster.rate'),
      value: (row) => (row.counted === 0 ? null : row.attended / row.counted),
      cell: (row) => <Rate member={row} min={edition.minRatePercent} />,
      width: 108,
    },
    {
      id: 'until',
      header: t('programs.roster.until'),
      value: (row) => row.endedOn,
      cell: (row) => row.endedOn && formatDay(row.endedOn, t.language),
      width: 140,
      hidden: true,
    },
  ]
  return (
    <>
      <Refusals of={refusals} />
      <DataTable
        name="programs.roster"
        label={t('programs.edition.roster')}
        size="content"
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.personId} ${row.openedOn}`}
        countWords="programs.roster.count"
        {...(may('people.get') && { onOpen: (row: Member) => go(`/people/${row.personId}`) })}
        isQuiet={(row) => row.endedOn !== null && edition.state !== 'ended'}
        empty={<Empty title={t('programs.roster.empty')} hint={t('programs.roster.emptyHint')} />}
      />
    </>
  )
}

/** Her rate against the minimum, never rounded up: 79.9 % is not 80 %. */
function Rate({ member, min }: { readonly member: Member; readonly min: number }) {
  const t = useWords()
  if (member.counted === 0) return <Status tone="quiet" label="—" reason={t('programs.roster.noMarks')} />
  const rate = formatPercent(member.attended, member.counted)
  const reaches = member.attended * 100 >= member.counted * min
  const of = t('programs.roster.rateOf', { attended: member.attended, counted: member.counted })
  return (
    <Status
      tone={reaches ? 'done' : 'attention'}
      label={rate}
      reason={`${of}. ${t(reaches ? 'programs.roster.reaches' : 'programs.roster.below', { rate, min: `${String(min)}%` })}`}
    />
  )
}

function Sessions({ sessions }: { readonly sessions: readonly Session[] }) {
  const t = useWords()
  const columns: readonly Column<Session>[] = [
    {
      id: 'day',
      header: t('programs.session.day'),
      value: (row) => `${row.day} ${row.startsAt}`,
      cell: (row) => formatDay(row.day, t.language),
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
      width: 136,
    },
    {
      id: 'marks',
      header: t('programs.session.marks'),
      value: (row) => row.marks,
      cell: (row) => (row.marks === 0 ? '—' : t('programs.session.marksOf', { marks: row.marks, places: row.places })),
      width: 92,
      align: 'end',
    },
  ]
  return (
    <DataTable
      name="programs.sessions"
      label={t('programs.edition.sessions')}
      size="content"
      columns={columns}
      rows={sessions}
      countWords="programs.session.count"
      rowKey={(row) => row.id}
      isQuiet={(row) => row.state === 'cancelled'}
      empty={t('programs.session.empty')}
    />
  )
}
