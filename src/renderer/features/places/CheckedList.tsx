/** A pasted list once it was read: ready, to be decided, not possible; one confirmation, one undo. */
import { Button, Checkbox, Select, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { BulkRow } from '../../../shared/contract/candidates.contract'
import type { Words } from '../../../shared/i18n'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page, Section } from '../../ui/Page'
import { Refusals, useRefusalSentence } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useUndoNotice } from '../../ui/use-undo'
import { WarningList, WarningsCell } from './warnings'
import classes from './places.module.css'

interface CheckedListProps {
  readonly rows: readonly BulkRow[]
  readonly openedOn: string
  readonly back: { readonly to: string; readonly label: string }
  readonly onChoose: (line: string, personId: string) => void
  readonly onAgain: () => void
  readonly onGiven: () => void
}

const keyOf = (row: BulkRow): string => String(row.line)

export function CheckedList({ rows, openedOn, back, onChoose, onAgain, onGiven }: CheckedListProps) {
  const t = useWords()
  const say = useUndoNotice()
  const sentence = useRefusalSentence()
  const act = useAct('places.giveMany')
  const [included, setIncluded] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const of = (group: BulkRow['group']) => rows.filter((row) => row.group === group)
  const [ready, decide, impossible] = [of('ready'), of('decide'), of('impossible')]
  const decidable = decide.filter((row) => row.refusal === null)
  const giving = [...ready, ...decidable.filter((row) => included.includes(keyOf(row)))]
  const asks = giving.some((row) => row.group === 'decide')
  const toggle = (row: BulkRow) =>
    setIncluded((now) => (now.includes(keyOf(row)) ? now.filter((each) => each !== keyOf(row)) : [...now, keyOf(row)]))
  const why = (row: BulkRow): string => (row.refusal ? sentence(row.refusal) : '')
  const readyColumns = useMemo(() => columnsOf(t), [t])
  const give = async () => {
    const outcome = await act.run({
      openedOn,
      reason,
      rows: giving.flatMap((row) =>
        row.woman && row.editionId
          ? [{ editionId: row.editionId, personId: row.woman.personId, keys: row.warnings.map((each) => each.key) }]
          : [],
      ),
    })
    if (!outcome.ok) return
    const { given, editions, batchId } = outcome.value
    say(
      batchId,
      t('places.list.done', {
        given: t('places.list.given', { count: given }),
        editions: t('places.list.editions', { count: editions }),
      }),
    )
    onGiven()
  }
  return (
    <Page
      title={t('places.list.title')}
      subtitle={[
        t('places.list.undoable'),
        rows.length > giving.length && t('places.list.leaves', { count: rows.length - giving.length }),
      ]
        .filter(Boolean)
        .join(' ')}
      back={back}
      primary={
        <>
          <Button variant="default" onClick={onAgain}>
            {t('places.list.again')}
          </Button>
          <Button
            loading={act.pending}
            disabled={giving.length === 0 || (asks && reason.trim() === '')}
            onClick={() => void give()}
          >
            {t('places.list.give', { count: giving.length })}
          </Button>
        </>
      }
    >
      <Refusals of={act.refusals} />
      {rows.length === 0 && <Empty title={t('places.list.nothing')} hint={t('places.list.nothingHint')} />}
      {ready.length > 0 && (
        <Section title={t('places.list.ready')}>
          <DataTable
            name="list-ready"
            label={t('places.list.ready')}
            size="content"
            columns={readyColumns}
            rows={ready}
            rowKey={keyOf}
            countWords="places.list.count"
          />
        </Section>
      )}
      {decide.length > 0 && (
        <Section
          title={t('places.list.decide')}
          actions={
            decidable.length > 0 && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => setIncluded(included.length < decidable.length ? decidable.map(keyOf) : [])}
              >
                {t(included.length < decidable.length ? 'places.list.includeAll' : 'places.list.includeNone')}
              </Button>
            )
          }
        >
          <DataTable
            name="list-decide"
            label={t('places.list.decide')}
            size="content"
            columns={decideColumns(t, included, toggle, onChoose)}
            rows={decide}
            rowKey={keyOf}
            onToggle={(row) => row.refusal === null && toggle(row)}
            countWords="places.list.count"
          />
          {asks && (
            <Textarea
              required
              autosize
              minRows={2}
              maxLength={300}
              mt="sm"
              maw={560}
              label={t('places.list.reason')}
              description={t('places.give.despiteHint')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Section>
      )}
      {impossible.length > 0 && (
        <Section title={t('places.list.impossible')}>
          <DataTable
            name="list-impossible"
            label={t('places.list.impossible')}
            size="content"
            columns={impossibleColumns(t, why)}
            rows={impossible}
            rowKey={keyOf}
            countWords="places.list.count"
          />
        </Section>
      )}
    </Page>
  )
}

const line = (t: Words): Column<BulkRow> => ({
  id: 'line',
  header: t('places.list.line'),
  value: (row) => row.line,
  width: 88,
  align: 'end',
})
const group = (t: Words): Column<BulkRow> => ({
  id: 'group',
  header: t('places.list.group'),
  value: (row) => (row.title ? `${row.code ?? ''} · ${row.title}` : row.code),
  width: 300,
})
const woman = (t: Words): Column<BulkRow> => ({
  id: 'woman',
  header: t('places.name'),
  value: (row) => row.woman && listName(row.woman),
})

const columnsOf = (t: Words): readonly Column<BulkRow>[] => [
  line(t),
  woman(t),
  { id: 'file', header: t('places.file'), value: (row) => row.woman?.fileNumber, width: 130 },
  group(t),
]

const decideColumns = (
  t: Words,
  included: readonly string[],
  toggle: (row: BulkRow) => void,
  choose: (line: string, personId: string) => void,
): readonly Column<BulkRow>[] => [
  line(t),
  {
    ...woman(t),
    cell: (row) =>
      row.woman ? (
        <span className={classes.pick}>
          <Checkbox
            size="xs"
            aria-label={t('places.list.include', { name: listName(row.woman), code: row.code ?? '' })}
            checked={included.includes(keyOf(row))}
            disabled={row.refusal !== null}
            onChange={() => toggle(row)}
          />
          {listName(row.woman)}
        </span>
      ) : (
        <Select
          size="xs"
          aria-label={t('places.list.which', { text: row.text })}
          placeholder={t('places.list.choose')}
          data={row.choices.map((each) => ({
            value: each.personId,
            label: `${listName(each)} · ${each.fileNumber}${each.isHere ? '' : ` · ${t('places.list.left')}`}`,
          }))}
          value={null}
          onChange={(next) => next && choose(keyOf(row), next)}
        />
      ),
  },
  group(t),
  {
    id: 'why',
    header: t('places.list.why'),
    value: (row) => row.warnings.length,
    cell: (row) => (row.woman ? <WarningsCell warnings={row.warnings} /> : <span title={row.text}>{row.text}</span>),
    width: 200,
  },
]

const impossibleColumns = (t: Words, why: (row: BulkRow) => string): readonly Column<BulkRow>[] => [
  line(t),
  {
    id: 'written',
    header: t('places.list.written'),
    value: (row) => (row.woman ? listName(row.woman) : row.text),
    width: 300,
  },
  { ...group(t), width: 200 },
  {
    id: 'why',
    header: t('places.list.why'),
    value: why,
    cell: (row) => (
      <Status
        tone="stop"
        label={why(row)}
        reason={row.warnings.length > 0 ? <WarningList warnings={row.warnings} /> : undefined}
      />
    ),
  },
]
