/** Who is in an edition, with her rate against its minimum. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay, formatPercent } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import classes from './programs.module.css'

type Edition = Output<'programs.edition'>
type Member = Output<'programs.roster'>[number]

/** The roster of an edition; of a reserved one only where it is asked for. */
export function EditionRoster({ edition }: { readonly edition: Edition }) {
  return edition.sensitive ? <SensitiveRoster edition={edition} /> : <OpenRoster edition={edition} />
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
        isQuiet={(row) => row.endedOn !== null && edition.state !== 'ended' && edition.state !== 'closed'}
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
