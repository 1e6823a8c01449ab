/** Who could take a place: one list, whoever waits first, with what stands against each. */
import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { CANDIDATE_FILTERS, type Candidate } from '../../../shared/contract/candidates.contract'
import type { Words } from '../../../shared/i18n'
import { formatShortDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useFilter, useRouteParam } from '../../platform/routes'
import { useDormitoryWord } from '../../platform/use-dormitory-word'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { GivePlace } from './GivePlace'
import { GiveSeveral } from './GiveSeveral'
import { gravest, WarningsCell, warningsWord } from './warnings'
import classes from './places.module.css'

/** More than any dormitory list; who is further down is searched for. */
const MOST = 300

type Show = (typeof CANDIDATE_FILTERS)[number]

export function CandidatesPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const dormitory = useDormitoryWord()
  const [typed, setTyped] = useFilter(`candidates:${id}`, '')
  const [search] = useDebouncedValue(typed, 150)
  const [show, setShow] = useFilter<Show>('candidates.show', 'all')
  const [picked, setPicked] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<Candidate | null>(null)
  const [several, setSeveral] = useState(false)
  const { data, refusals } = useRead('places.candidates', { editionId: id, search, show, limit: MOST })
  const lifts = data?.liftsKeepApart ?? false
  const toggle = useMemo(
    () => (row: Candidate) => {
      if (isBlocked(row, lifts)) return
      setPicked((now) =>
        now.includes(row.personId) ? now.filter((each) => each !== row.personId) : [...now, row.personId],
      )
    },
    [lifts],
  )
  const columns = useMemo(() => columnsOf(t, dormitory, lifts, picked, toggle), [t, dormitory, lifts, picked, toggle])
  const edition = data?.edition
  const free = edition ? edition.capacity - edition.taken : 0
  const women = (data?.rows ?? []).filter((row) => picked.includes(row.personId))
  return (
    <Page
      title={edition ? t('places.candidates.title', { title: edition.title }) : t('places.give.verb')}
      subtitle={
        edition &&
        t(free > 0 ? 'places.candidates.seats' : 'places.candidates.full', {
          code: edition.code,
          count: free,
          capacity: edition.capacity,
        })
      }
      back={{ to: `/places/editions/${id}`, label: t('places.edition.backTo') }}
      primary={
        <Button
          leftSection={<IconUserPlus size={18} aria-hidden />}
          disabled={women.length === 0}
          onClick={() => setSeveral(true)}
        >
          {women.length > 0 ? t('places.candidates.giveMany', { count: women.length }) : t('places.give.verb')}
        </Button>
      }
    >
      <Refusals of={refusals} />
      {data && data.found > data.rows.length && show !== 'clear' && (
        <p className={classes.soft}>{t('places.candidates.more', { shown: data.rows.length, found: data.found })}</p>
      )}
      <DataTable
        name="candidates"
        label={edition ? t('places.candidates.title', { title: edition.title }) : t('places.give.verb')}
        columns={columns}
        rows={data?.rows}
        rowKey={(row) => row.personId}
        search={t('places.candidates.search')}
        searchBy={[typed, setTyped]}
        total={data?.rows.length ?? 0}
        countWords="places.candidates.found"
        onOpen={setChosen}
        onToggle={toggle}
        onShowAll={() => setShow('all')}
        tools={
          <SegmentedControl
            size="xs"
            aria-label={t('places.candidates.show')}
            value={show}
            onChange={(next) => setShow(CANDIDATE_FILTERS.find((each) => each === next) ?? 'all')}
            data={CANDIDATE_FILTERS.map((value) => ({ value, label: t(`places.candidates.show.${value}`) }))}
          />
        }
        empty={<Empty title={t('places.candidates.none')} hint={t('places.candidates.noneHint')} />}
      />
      {chosen && edition && <GivePlace edition={edition} woman={chosen} onClose={() => setChosen(null)} />}
      {several && edition && data && (
        <GiveSeveral
          edition={edition}
          women={women}
          openedOn={data.openedOn}
          onClose={(given) => {
            setSeveral(false)
            if (given) setPicked([])
          }}
        />
      )}
    </Page>
  )
}

/** What she who looks cannot lift: such a woman cannot be chosen. */
const isBlocked = (row: Candidate, lifts: boolean): boolean => gravest(row.warnings) === 'block' && !lifts

function columnsOf(
  t: Words,
  dormitory: string,
  lifts: boolean,
  picked: readonly string[],
  toggle: (row: Candidate) => void,
): readonly Column<Candidate>[] {
  return [
    {
      id: 'name',
      header: t('places.name'),
      value: (row) => listName(row),
      cell: (row) => (
        <span className={classes.pick} onClick={(event) => event.stopPropagation()}>
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={t('places.candidates.pick', { name: listName(row) })}
            checked={picked.includes(row.personId)}
            disabled={isBlocked(row, lifts)}
            onChange={() => toggle(row)}
          />
          {listName(row)}
        </span>
      ),
      width: 270,
    },
    {
      id: 'group',
      header: t('places.candidates.group'),
      value: (row) => whyHere(t, row),
      // The order in which they come is the office's: by turn, then who never had a place.
      compare: () => 0,
      width: 190,
    },
    {
      id: 'warnings',
      header: t('places.candidates.warnings'),
      value: (row) => warningsWord(t, row.warnings),
      cell: (row) => <WarningsCell warnings={row.warnings} />,
      width: 160,
    },
    {
      id: 'load',
      header: t('places.candidates.load'),
      value: (row) => row.hoursPerWeek,
      cell: (row) =>
        row.otherPlaces > 0 ? t('places.candidates.loadOf', { count: row.otherPlaces, hours: row.hoursPerWeek }) : null,
      width: 120,
      align: 'end',
    },
    {
      id: 'before',
      header: t('places.candidates.before'),
      value: (row) =>
        row.before &&
        t(row.before.certificate ? 'places.candidates.certificate' : 'places.candidates.beforeOf', {
          result: t(`places.result.${row.before.result ?? 'not-completed'}`),
          code: row.before.code,
        }),
    },
    {
      id: 'consent',
      header: t('places.candidates.consent'),
      value: (row) => t(`places.candidates.consent.${row.consent ?? 'none'}`),
      cell: (row) => (
        <Status
          tone={row.consent === 'yes' ? 'done' : row.consent === null ? 'quiet' : 'attention'}
          label={t(`places.candidates.consent.${row.consent ?? 'none'}`)}
        />
      ),
      width: 120,
    },
    { id: 'file', header: t('places.file'), value: (row) => row.fileNumber, width: 122, hidden: true },
    { id: 'dormitory', header: dormitory, value: (row) => row.dormitory, width: 92, hidden: true },
  ]
}

function whyHere(t: Words, row: Candidate): string {
  if (row.offeredUntil) return t('places.candidates.offered', { day: formatShortDay(row.offeredUntil, t.language) })
  if (row.turn !== null) return t('places.candidates.turn', { turn: row.turn, points: row.points ?? 0 })
  return t(row.group === 'waiting' ? 'places.candidates.waits' : `places.candidates.${row.group}`)
}
