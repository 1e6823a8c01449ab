/** The places of one edition: who is in, who could be, who was. */
import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { END_CAUSES } from '../../../shared/contract/endings.contract'
import type { Place } from '../../../shared/contract/places.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page, Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { useReserved } from '../../ui/use-reserved'
import { Candidates } from './Candidates'
import { EndPlace } from './EndPlace'
import { useDormitoryWord } from '../../platform/use-dormitory-word'

export function EditionPlacesPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const { may } = useSession()
  const [choosing, setChoosing] = useState(false)
  const [ending, setEnding] = useState<Place | null>(null)
  const { data, refusals, reserved } = useReserved('places.ofEdition', 'places.ofSensitiveEdition', { id })
  const plans = may('places.give')
  const dormitory = useDormitoryWord()
  const open = useMemo(() => openColumns(t, dormitory, plans, setEnding), [t, dormitory, plans])
  const ended = useMemo(() => endedColumns(t), [t])
  const edition = data?.edition
  return (
    <Page
      title={edition ? t('places.edition.title', { title: edition.title }) : t('places.waiting.title')}
      subtitle={
        edition && t('places.edition.taken', { code: edition.code, taken: edition.taken, capacity: edition.capacity })
      }
      back={{ to: `/attendance/editions/${id}`, label: t('places.edition.back') }}
      primary={
        plans &&
        data && (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setChoosing(true)}>
            {t('places.give.verb')}
          </Button>
        )
      }
    >
      <Refusals of={refusals} />
      {reserved}
      {!reserved && refusals.length === 0 && (
        <Section title={t('places.edition.open')}>
          <DataTable
            name="places-open"
            label={t('places.edition.open')}
            size="content"
            columns={open}
            rows={data?.open}
            rowKey={(row) => row.id}
            countWords="places.edition.count"
            empty={<Empty title={t('places.edition.nobody')} hint={t('places.edition.nobodyHint')} />}
          />
        </Section>
      )}
      {data && data.ended.length > 0 && (
        <Section title={t('places.edition.ended')}>
          <DataTable
            name="places-ended"
            label={t('places.edition.ended')}
            size="content"
            columns={ended}
            rows={data.ended}
            rowKey={(row) => row.id}
            countWords="places.edition.count"
          />
        </Section>
      )}
      {choosing && edition && <Candidates edition={edition} onClose={() => setChoosing(false)} />}
      {ending && edition && <EndPlace place={ending} title={edition.title} onClose={() => setEnding(null)} />}
    </Page>
  )
}

const whoColumns = (t: Words): readonly Column<Place>[] => [
  {
    id: 'name',
    header: t('places.name'),
    value: (row) => listName(row),
    cell: (row) => (
      <RecordLink to="/people" id={row.personId}>
        {listName(row)}
      </RecordLink>
    ),
  },
  { id: 'file', header: t('places.file'), value: (row) => row.fileNumber, width: 130 },
  {
    id: 'openedOn',
    header: t('places.edition.since'),
    value: (row) => row.openedOn,
    cell: (row) => formatDay(row.openedOn, t.language),
    width: 150,
  },
]

const openColumns = (
  t: Words,
  dormitory: string,
  plans: boolean,
  end: (place: Place) => void,
): readonly Column<Place>[] => [
  ...whoColumns(t),
  { id: 'dormitory', header: dormitory, value: (row) => row.dormitory, width: 120 },
  ...(plans
    ? [
        {
          id: 'acts',
          header: t('places.acts'),
          value: () => null,
          width: 170,
          cell: (row: Place) => (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={t('places.end.verbName', { name: listName(row) })}
              onClick={() => end(row)}
            >
              {t('places.end.verb')}
            </Button>
          ),
        },
      ]
    : []),
]

const isKnownCause = (cause: string): boolean => (END_CAUSES as readonly string[]).includes(cause)

const endedColumns = (t: Words): readonly Column<Place>[] => [
  ...whoColumns(t),
  {
    id: 'endedOn',
    header: t('places.end.on'),
    value: (row) => row.endedOn,
    cell: (row) => row.endedOn && formatDay(row.endedOn, t.language),
    width: 150,
  },
  {
    id: 'result',
    header: t('places.end.result'),
    value: (row) => row.endResult && t(`places.result.${row.endResult}`),
    width: 150,
  },
  {
    id: 'cause',
    header: t('places.end.cause'),
    value: (row) => row.endCause && (isKnownCause(row.endCause) ? t(`places.cause.${row.endCause}`) : row.endCause),
    width: 190,
  },
]
