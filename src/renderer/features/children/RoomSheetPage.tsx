/** Keys the sheet of a day back: one line for each child, times as they stand on paper, and who brought and fetched. */
import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Hand } from '../../../shared/contract/childcare.contract'
import { formatLongDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useFilter, useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page, Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { TimeField } from '../../ui/TimeField'
import { useDraft } from '../../ui/use-draft'
import { useUndoNotice } from '../../ui/use-undo'
import { isWhole } from './HandFields'
import { handWords, type Room } from './room-words'
import classes from './health.module.css'

interface Line {
  readonly childId: string
  readonly inAt: string | null
  readonly outAt: string | null
  readonly brought: Hand
  readonly fetched: Hand
}

interface Scanned {
  readonly day: string
  readonly folio: string
  readonly newer: string | null
}

const isReady = (line: Line): boolean =>
  line.inAt !== null && line.outAt !== null && line.outAt > line.inAt && isWhole(line.brought) && isWhole(line.fetched)
const isBlank = (line: Line): boolean => line.inAt === null && line.outAt === null

export function RoomSheetPage() {
  const t = useWords()
  const go = useGo()
  const day = useRouteParam('day')
  const { data, refusals } = useRead('children.room', { day })
  const back = { to: '/children/room', label: t('children.room.title') }
  return (
    <Page
      key={day}
      title={t('children.room.keyTitle')}
      back={back}
      subtitle={formatLongDay(day, t.language)}
      filters={
        <DayField
          label={t('children.room.day')}
          value={day}
          {...(data ? { maxDate: data.today } : {})}
          onChange={(next) => next && go(`/children/room/${next}`)}
        />
      }
    >
      <Refusals of={refusals} />
      {data?.day === day && <Sheet room={data} />}
    </Page>
  )
}

function Sheet({ room }: { readonly room: Room }) {
  const t = useWords()
  const go = useGo()
  const say = useUndoNotice()
  const act = useAct('children.keyRoom')
  const [scanned] = useFilter<Scanned | null>('children.room.folio', null)
  const folio = scanned?.day === room.day ? scanned : null
  const untouched = room.expected.map((child) => newLine(child.childId))
  const [lines, setLines] = useState<readonly Line[]>(untouched)
  const draft = useDraft(`children.room:${room.day}`, lines, setLines)
  const ready = lines.filter(isReady)
  const broken = lines.some((line) => !isBlank(line) && !isReady(line))
  const save = async () => {
    const outcome = await act.run({
      day: room.day,
      folio: folio?.folio ?? null,
      stays: ready.map((line) => ({
        childId: line.childId,
        inAt: line.inAt ?? '',
        outAt: line.outAt ?? '',
        brought: line.brought,
        fetched: line.fetched,
      })),
    })
    if (!outcome.ok) return
    draft.drop()
    say(outcome.value.batchId, t('children.room.keyed', { count: outcome.value.keyed }))
    go('/children/room')
  }
  const put = (at: number, line: Line) => setLines(lines.map((each, index) => (index === at ? line : each)))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready.length > 0 && !broken) void save()
      }}
    >
      {folio?.newer && <Status tone="attention" label={t('children.room.newer', { folio: folio.newer })} />}
      {folio && <p className={classes.quiet}>{t('children.room.ofFolio', { folio: folio.folio })}</p>}
      <DraftNotice draft={draft} onDiscard={() => setLines(untouched)} />
      <p className={classes.quiet}>{t('children.room.keyLead')}</p>
      {lines.length > 0 && (
        <table className={classes.grid} aria-label={t('children.room.keyTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('children.room.childAndMother')}</th>
              <th scope="col">{t('children.room.cameAt')}</th>
              <th scope="col">{t('children.room.brought')}</th>
              <th scope="col">{t('children.room.leftAt')}</th>
              <th scope="col">{t('children.room.fetched')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <SheetLine key={at} room={room} line={line} onChange={(next) => put(at, next)} />
            ))}
          </tbody>
        </table>
      )}
      <Select
        mt="sm"
        w={360}
        searchable
        label={t('children.room.addLine')}
        data={room.children.map((child) => ({ value: child.childId, label: listName(child) }))}
        value={null}
        onChange={(id) => id && setLines([...lines, newLine(id)])}
      />
      <Refusals of={act.refusals} />
      <Group mt="md">
        <Button type="submit" loading={act.pending} disabled={ready.length === 0 || broken}>
          {t('children.room.key', { count: ready.length })}
        </Button>
      </Group>
      <Already room={room} />
    </form>
  )
}

const MOTHER: Hand = { by: 'mother' }
const newLine = (childId: string): Line => ({ childId, inAt: null, outAt: null, brought: MOTHER, fetched: MOTHER })

function SheetLine({
  room,
  line,
  onChange,
}: {
  readonly room: Room
  readonly line: Line
  readonly onChange: (line: Line) => void
}) {
  const t = useWords()
  const child = room.children.find((each) => each.childId === line.childId)
  const name = child ? listName(child) : ''
  const bad = !isBlank(line) && line.inAt !== null && line.outAt !== null && line.outAt <= line.inAt
  return (
    <tr>
      <th scope="row">
        {name}
        <div className={classes.quiet}>{child?.mother}</div>
      </th>
      <td>
        <TimeField
          label=""
          aria-label={t('children.room.cameOf', { name })}
          value={line.inAt}
          onChange={(inAt) => onChange({ ...line, inAt })}
        />
      </td>
      <td>
        <HandCell
          name={t('children.room.broughtOf', { name })}
          value={line.brought}
          onChange={(brought) => onChange({ ...line, brought })}
        />
      </td>
      <td>
        <TimeField
          label=""
          aria-label={t('children.room.leftOf', { name })}
          value={line.outAt}
          {...(bad ? { error: t('children.room.outFirst') } : {})}
          onChange={(outAt) => onChange({ ...line, outAt })}
        />
      </td>
      <td>
        <HandCell
          name={t('children.room.fetchedOf', { name })}
          value={line.fetched}
          onChange={(fetched) => onChange({ ...line, fetched })}
        />
      </td>
    </tr>
  )
}

/** The mother, unless the tick is taken away: then a name. */
function HandCell({
  name,
  value,
  onChange,
}: {
  readonly name: string
  readonly value: Hand
  readonly onChange: (hand: Hand) => void
}) {
  const t = useWords()
  return (
    <Group gap="xs" wrap="nowrap">
      <Checkbox
        label={t('children.room.mother')}
        aria-label={`${name}: ${t('children.room.mother')}`}
        checked={value.by === 'mother'}
        onChange={(event) => onChange(event.currentTarget.checked ? MOTHER : { by: 'staff', name: '' })}
      />
      {value.by === 'staff' && (
        <TextInput
          w={170}
          aria-label={name}
          placeholder={t('children.room.staffName')}
          maxLength={80}
          value={value.name}
          onChange={(event) => onChange({ by: 'staff', name: event.currentTarget.value })}
        />
      )}
    </Group>
  )
}

/** What stands of the day already: keyed before, or written down in the room itself. */
function Already({ room }: { readonly room: Room }) {
  const t = useWords()
  const stays = [...room.inside, ...room.gone].filter((stay) => stay.day === room.day)
  if (stays.length === 0) return null
  return (
    <Section title={t('children.room.already')}>
      <ul className={classes.rows}>
        {stays.map((stay) => (
          <li key={stay.id}>
            <span>
              <strong>{listName(stay)}</strong> {stay.inAt}–{stay.outAt ?? ''} · {t('children.room.broughtBy')}{' '}
              {handWords(t, stay.brought)}
              {stay.fetched && ` · ${t('children.room.fetchedBy')} ${handWords(t, stay.fetched)}`}
            </span>
            {stay.folio && <span className={classes.quiet}>{stay.folio}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
