/** The columns of an edition's places: those that are open, with their acts, and those that have ended. */
import { Button, Menu } from '@mantine/core'
import { IconDotsVertical } from '@tabler/icons-react'
import type { Output } from '../../../shared/contract'
import type { Place } from '../../../shared/contract/places.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useWords } from '../../platform/words'
import type { Column } from '../../ui/DataTable'
import { RecordLink } from '../../ui/RecordLink'
import { Status } from '../../ui/Status'
import { daysOff, PlaceState, stateWord } from './PlaceState'
import { Rate } from './Rate'
import classes from './places.module.css'

export type PlaceLine = Output<'places.ofEdition'>['open'][number]
export type PlaceActName = 'end' | 'suspend' | 'resume' | 'exclude'

interface OpenColumns {
  readonly t: Words
  readonly dormitory: string
  readonly minimum: number
  /** Null for who may not act. */
  readonly act: ((name: PlaceActName, place: PlaceLine) => void) | null
}

const whoColumn = (t: Words): Column<PlaceLine> => ({
  id: 'name',
  header: t('places.name'),
  value: (row) => listName(row),
  cell: (row) => (
    <RecordLink to="/people" id={row.personId}>
      {listName(row)}
    </RecordLink>
  ),
})

const dayColumn = (t: Words): Column<PlaceLine> => ({
  id: 'openedOn',
  header: t('places.edition.since'),
  value: (row) => row.openedOn,
  cell: (row) => formatDay(row.openedOn, t.language),
  width: 150,
})

const rateColumn = (t: Words, minimum: number): Column<PlaceLine> => ({
  id: 'rate',
  header: t('places.rate'),
  value: (row) => (row.counted === 0 ? null : row.attended / row.counted),
  cell: (row) => row.counted > 0 && <Rate attended={row.attended} counted={row.counted} minimum={minimum} />,
  width: 110,
})

export const openColumns = ({ t, dormitory, minimum, act }: OpenColumns): readonly Column<PlaceLine>[] => [
  whoColumn(t),
  { id: 'file', header: t('places.file'), value: (row) => row.fileNumber, width: 130 },
  {
    id: 'state',
    header: t('places.state.title'),
    value: (row) => stateWord(t, row),
    cell: (row) => <PlaceState place={row} />,
    width: 160,
  },
  {
    id: 'off',
    header: t('places.exclude.verb'),
    value: (row) => daysOff(t, row.exclusions),
    width: 170,
  },
  rateColumn(t, minimum),
  dayColumn(t),
  { id: 'dormitory', header: dormitory, value: (row) => row.dormitory, width: 100, hidden: true },
  ...(act
    ? [
        {
          id: 'acts',
          header: t('places.acts'),
          value: () => null,
          width: 100,
          cell: (row: PlaceLine) => (
            <PlaceActs place={row} of={listName(row)} act={(name) => act(name, row)} excludes />
          ),
        },
      ]
    : []),
]

interface PlaceActsProps {
  readonly place: Place
  /** Whose acts these are, for who listens: the woman's name, or the group's title beside her name. */
  readonly of: string
  readonly act: (name: PlaceActName) => void
  /** Where the hours of the group are at hand: days on which she does not attend are written down there. */
  readonly excludes?: boolean
}

/** What can be done to a place in its state. */
export function PlaceActs({ place, of, act, excludes = false }: PlaceActsProps) {
  const t = useWords()
  const rests = place.suspension !== null && place.state !== 'auto-suspended'
  const item = (name: PlaceActName, words: string) => (
    <Menu.Item key={name} onClick={() => act(name)}>
      {words}
    </Menu.Item>
  )
  return (
    <span className={classes.acts} onClick={(event) => event.stopPropagation()}>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="subtle" color="gray" size="compact-sm" aria-label={t('places.actsOf', { name: of })}>
            <IconDotsVertical size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {rests && item('resume', t(place.state === 'suspended' ? 'places.resume.verb' : 'places.resume.callOff'))}
          {!rests && place.state !== 'pending' && item('suspend', t('places.suspend.verb'))}
          {excludes && item('exclude', t('places.exclude.verb'))}
          {item('end', t('places.end.verb'))}
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}

interface EndedColumns {
  readonly t: Words
  readonly minimum: number
  /** Leads to the decision about her certificate; null for who may not see it. */
  readonly decide: (() => void) | null
}

export const endedColumns = ({ t, minimum, decide }: EndedColumns): readonly Column<PlaceLine>[] => [
  whoColumn(t),
  dayColumn(t),
  {
    id: 'endedOn',
    header: t('places.end.on'),
    value: (row) => row.endedOn,
    cell: (row) => row.endedOn && formatDay(row.endedOn, t.language),
    width: 150,
  },
  rateColumn(t, minimum),
  {
    id: 'result',
    header: t('places.end.result'),
    value: (row) => row.endResult && t(`places.result.${row.endResult}`),
    cell: (row) =>
      row.endedOn !== null && row.endedOn < row.openedOn ? (
        <Status tone="quiet" label={t('places.state.neverBegan')} />
      ) : (
        <Status
          tone={row.endResult === 'completed' ? 'done' : 'quiet'}
          label={t(`places.result.${row.endResult ?? 'not-completed'}`)}
        />
      ),
    width: 170,
  },
  {
    id: 'cause',
    header: t('places.end.cause'),
    value: (row) => row.endCause && t(`places.cause.${row.endCause}`),
    cell: (row) =>
      row.endCause && (
        <span title={row.endNote ?? undefined}>
          {t(`places.cause.${row.endCause}`)}
          {row.endNote && ` · ${row.endNote}`}
        </span>
      ),
    width: 200,
  },
  ...(decide
    ? [
        {
          id: 'certificate',
          header: t('places.acts'),
          value: () => null,
          width: 180,
          cell: (row: PlaceLine) =>
            row.endResult === 'completed' && (
              <Button variant="subtle" size="compact-sm" onClick={decide}>
                {t('places.end.decide')}
              </Button>
            ),
        },
      ]
    : []),
]
