/** All places of one woman, each with its state, her rate and what can be done to it. */
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { EndPlace } from './EndPlace'
import { PlaceActs, type PlaceActName } from './place-columns'
import { daysOff, PlaceState, stateWord } from './PlaceState'
import { Rate } from './Rate'
import { ResumePlace, SuspendPlace } from './SuspendPlace'

type Row = Output<'places.ofPerson'>['places'][number]
type Act = (name: PlaceActName, place: Row) => void

export function HerPlacesPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const { may } = useSession()
  const [acting, setActing] = useState<{ readonly name: PlaceActName; readonly place: Row } | null>(null)
  const { data, refusals } = useRead('places.ofPerson', { id })
  const plans = may('places.give')
  const columns = useMemo(() => columnsOf(t, plans ? (name, place) => setActing({ name, place }) : null), [t, plans])
  const woman = data?.places[0]
  const close = () => setActing(null)
  return (
    <Page
      title={t('places.hers.title')}
      subtitle={woman && `${listName(woman)} · ${woman.fileNumber}`}
      back={{ to: `/people/${id}`, label: t('places.woman.back') }}
    >
      <Refusals of={refusals} />
      <DataTable
        name="her-places"
        label={t('places.hers.title')}
        columns={columns}
        rows={data?.places}
        rowKey={(row) => row.id}
        countWords="places.hers.count"
        isQuiet={(row) => row.state === 'ended'}
        empty={<Empty title={t('places.hers.none')} hint={t('places.hers.noneHint')} />}
      />
      {acting?.name === 'end' && <EndPlace place={acting.place} title={acting.place.title} onClose={close} />}
      {acting?.name === 'suspend' && <SuspendPlace place={acting.place} title={acting.place.title} onClose={close} />}
      {acting?.name === 'resume' && <ResumePlace place={acting.place} title={acting.place.title} onClose={close} />}
    </Page>
  )
}

const columnsOf = (t: Words, act: Act | null): readonly Column<Row>[] => [
  {
    id: 'title',
    header: t('places.hers.group'),
    value: (row) => `${row.title} ${row.code}`,
    cell: (row) => (
      <RecordLink to="/places/editions" id={row.editionId}>
        {`${row.title} · ${row.code}`}
      </RecordLink>
    ),
  },
  {
    id: 'state',
    header: t('places.state.title'),
    value: (row) => stateWord(t, row),
    cell: (row) => <PlaceState place={row} />,
    width: 160,
  },
  { id: 'off', header: t('places.exclude.verb'), value: (row) => daysOff(t, row.exclusions), width: 140 },
  {
    id: 'rate',
    header: t('places.rate'),
    value: (row) => (row.counted === 0 ? null : row.attended / row.counted),
    cell: (row) =>
      row.counted > 0 ? <Rate attended={row.attended} counted={row.counted} minimum={row.minRatePercent} /> : null,
    width: 110,
  },
  {
    id: 'openedOn',
    header: t('places.edition.since'),
    value: (row) => row.openedOn,
    cell: (row) => formatDay(row.openedOn, t.language),
    width: 140,
  },
  {
    id: 'ended',
    header: t('places.end.result'),
    value: (row) => (row.endResult && row.endCause ? t(`places.result.${row.endResult}`) : null),
    cell: (row) =>
      row.endResult && row.endCause
        ? `${t(`places.result.${row.endResult}`)} · ${t(`places.cause.${row.endCause}`)}`
        : null,
    width: 230,
  },
  ...(act
    ? [
        {
          id: 'acts',
          header: t('places.acts'),
          value: () => null,
          width: 100,
          cell: (row: Row) =>
            row.state === 'ended' ? null : <PlaceActs place={row} of={row.title} act={(name) => act(name, row)} />,
        },
      ]
    : []),
]
