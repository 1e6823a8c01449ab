/** The dry run of one file: what it would make, its rows by level with the reasons, the confirming button. */
import { Button, Checkbox, Progress } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ImportRow, Level } from '../../../shared/contract/imports.contract'
import type { Words } from '../../../shared/i18n'
import { sayReason } from '../../../shared/i18n/import-reason'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Figures } from '../../ui/Figures'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status, type Tone } from '../../ui/Status'
import { bringsNews, headline, madeWords } from './imports-words'
import { SaveRejected } from './SaveRejected'
import type { ImportFile, Preview } from './use-import-files'
import classes from './imports.module.css'

type Shown = Level | 'all'
const TONES: Readonly<Record<Level, Tone>> = {
  ready: 'done',
  doubtful: 'attention',
  rejected: 'stop',
  unchanged: 'quiet',
}

interface FilePlanProps {
  readonly file: ImportFile
  readonly onChoose: (key: string, taken: boolean) => void
  readonly onConfirm: () => void
  readonly onUndo: () => void
}

export function FilePlan({ file, onChoose, onConfirm, onUndo }: FilePlanProps) {
  const t = useWords()
  const { preview } = file
  return (
    <Section title={file.name}>
      <Refusals of={file.refusals} />
      {(file.state === 'checking' || file.state === 'confirming') && (
        <Progress
          value={100}
          animated
          aria-label={t(file.state === 'checking' ? 'imports.file.checking' : 'imports.confirming')}
        />
      )}
      {preview && (
        <>
          <div className={classes.acts}>
            <Consequences preview={preview} state={file.state} />
            <Acts file={file} preview={preview} onConfirm={onConfirm} onUndo={onUndo} />
          </div>
          <Rows preview={preview} chosen={file.chosen} locked={file.state !== 'checked'} onChoose={onChoose} />
        </>
      )}
    </Section>
  )
}

function Consequences({ preview, state }: { readonly preview: Preview; readonly state: ImportFile['state'] }) {
  const t = useWords()
  const moment = useMoment()
  const made = madeWords(t, preview.counts)
  const notes = [...preview.warnings, ...preview.sheets.flatMap((sheet) => sheet.notes)]
  return (
    <div className={classes.will}>
      <p>
        {made.length === 0
          ? t('imports.will.nothing')
          : `${state === 'done' ? t('imports.done.message', { file: preview.fileName }) : t('imports.will.title')} ${made.join(' · ')}`}
      </p>
      {preview.importedBefore && state !== 'done' && (
        <p>{t('imports.file.before', { when: moment(preview.importedBefore) })}</p>
      )}
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {[...new Set(notes.map((note) => sayReason(t, note)))].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Acts({
  file,
  preview,
  onConfirm,
  onUndo,
}: Pick<FilePlanProps, 'file' | 'onConfirm' | 'onUndo'> & { readonly preview: Preview }) {
  const t = useWords()
  const isNew = bringsNews(preview.counts)
  const leftOut = preview.sheets.some((sheet) =>
    sheet.rows.some((row) => !row.written && row.level !== 'unchanged' && row.reasons.length > 0),
  )
  if (file.state === 'done')
    return (
      <Button variant="default" onClick={onUndo} aria-label={t('imports.undo.label', { file: file.name })}>
        {t('imports.undo')}
      </Button>
    )
  return (
    <div className={classes.buttons}>
      {leftOut && <SaveRejected file={file} />}
      <Button disabled={!isNew || file.state === 'checking'} loading={file.state === 'confirming'} onClick={onConfirm}>
        {isNew ? t('imports.confirm', { what: headline(t, preview.counts) }) : t('imports.file.nothing')}
      </Button>
    </div>
  )
}

interface Line extends ImportRow {
  readonly sheet: string
  readonly why: string
}

function Rows({
  preview,
  chosen,
  locked,
  onChoose,
}: {
  readonly preview: Preview
  readonly chosen: readonly string[]
  readonly locked: boolean
  readonly onChoose: (key: string, taken: boolean) => void
}) {
  const t = useWords()
  const { counts } = preview
  const [shown, setShown] = useState<Shown>(counts.rejected + counts.doubtful > 0 ? 'doubtful' : 'all')
  const level: Shown = shown !== 'all' && counts[shown] === 0 ? 'all' : shown
  const lines = useMemo<readonly Line[]>(
    () =>
      preview.sheets.flatMap((sheet) =>
        sheet.rows.map((row) => ({
          ...row,
          sheet: sheet.name,
          why: row.reasons.map((each) => sayReason(t, each)).join(' '),
        })),
      ),
    [preview, t],
  )
  const columns = useMemo(() => columnsOf(t, chosen, locked, onChoose), [t, chosen, locked, onChoose])
  return (
    <>
      <Figures<Shown>
        label={t('imports.row.level')}
        chosen={level}
        onChoose={setShown}
        of={[
          { id: 'all', label: t('imports.level.all'), value: counts.rows },
          { id: 'ready', label: t('imports.level.ready'), value: counts.ready, tone: 'done' },
          {
            id: 'doubtful',
            label: t('imports.level.doubtful'),
            value: counts.doubtful,
            tone: counts.doubtful > 0 ? 'attention' : undefined,
          },
          {
            id: 'rejected',
            label: t('imports.level.rejected'),
            value: counts.rejected,
            tone: counts.rejected > 0 ? 'stop' : undefined,
          },
          { id: 'unchanged', label: t('imports.level.unchanged'), value: counts.unchanged, tone: 'quiet' },
        ]}
      />
      <div className={classes.rows}>
        <DataTable
          name="imports.rows"
          label={preview.fileName}
          columns={columns}
          rows={level === 'all' ? lines : lines.filter((line) => line.level === level)}
          rowKey={(line) => line.key}
          search={t('imports.rows.search')}
          countWords="imports.count.rows"
          empty={<Empty title={t('imports.rows.empty')} hint={t('imports.rows.empty-hint')} />}
        />
      </div>
    </>
  )
}

function columnsOf(
  t: Words,
  chosen: readonly string[],
  locked: boolean,
  onChoose: (key: string, taken: boolean) => void,
): readonly Column<Line>[] {
  return [
    { id: 'label', header: t('imports.row.label'), value: (row) => row.label, width: 300 },
    {
      id: 'level',
      header: t('imports.row.level'),
      value: (row) => t(`imports.level.one.${row.level}`),
      cell: (row) => (
        <Status
          tone={TONES[row.level]}
          label={t(`imports.level.one.${row.level}`)}
          reason={row.reasons.length > 0 && row.reasons.map((each, index) => <p key={index}>{sayReason(t, each)}</p>)}
        />
      ),
      width: 130,
    },
    { id: 'why', header: t('imports.row.reasons'), value: (row) => row.why },
    {
      id: 'written',
      header: t('imports.row.written'),
      value: (row) => (row.written ? t('imports.row.yes') : t('imports.row.no')),
      cell: (row) =>
        row.canChoose ? (
          <Checkbox
            size="sm"
            disabled={locked}
            checked={chosen.includes(row.key)}
            label={t('imports.row.choose')}
            aria-label={t('imports.row.choose-label', { row: row.row, label: row.label })}
            onChange={(event) => onChoose(row.key, event.currentTarget.checked)}
          />
        ) : row.written ? (
          t('imports.row.yes')
        ) : (
          t('imports.row.no')
        ),
      width: 100,
    },
    { id: 'sheet', header: t('imports.row.sheet'), value: (row) => row.sheet, width: 120 },
    { id: 'row', header: t('imports.row.number'), value: (row) => row.row, align: 'end', width: 70 },
  ]
}
