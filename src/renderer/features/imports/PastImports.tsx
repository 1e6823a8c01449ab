/** The imports of this center, the latest first, each with its undo. */
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { ImportBatch } from '../../../shared/contract/imports.contract'
import { useRead } from '../../platform/client'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { summary } from './imports-words'
import type { Undoable } from './UndoImport'

export function PastImports({ onUndo }: { readonly onUndo: (batch: Undoable) => void }) {
  const t = useWords()
  const moment = useMoment()
  const { data, refusals } = useRead('imports.batches', {})
  const columns = useMemo<readonly Column<ImportBatch>[]>(
    () => [
      { id: 'file', header: t('imports.past.file'), value: (row) => row.fileName, width: 220 },
      {
        id: 'kind',
        header: t('imports.past.kind'),
        value: (row) => row.kinds.map((kind) => t(`imports.kind.${kind}`)).join(', '),
        width: 210,
      },
      { id: 'made', header: t('imports.past.made'), value: (row) => summary(t, row.counts) },
      {
        id: 'when',
        header: t('imports.past.when'),
        value: (row) => row.importedAt,
        cell: (row) => moment(row.importedAt),
        width: 190,
      },
      { id: 'who', header: t('imports.past.who'), value: (row) => row.importedBy, width: 150 },
      {
        id: 'state',
        header: t('imports.past.state'),
        value: (row) => t(row.undoneAt ? 'imports.past.undone' : 'imports.past.done'),
        cell: (row) =>
          row.undoneAt ? (
            <Status tone="quiet" label={t('imports.past.undone')} />
          ) : (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('imports.undo.label', { file: row.fileName })}
              onClick={() => onUndo({ id: row.id, fileName: row.fileName })}
            >
              {t('imports.undo')}
            </Button>
          ),
        width: 120,
      },
    ],
    [t, moment, onUndo],
  )
  return (
    <Section title={t('imports.past.title')}>
      <Refusals of={refusals} />
      <DataTable
        name="imports.past"
        label={t('imports.past.title')}
        size="content"
        countWords="imports.count.imports"
        columns={columns}
        rows={data}
        rowKey={(row) => row.id}
        isQuiet={(row) => row.undoneAt !== null}
        empty={<Empty title={t('imports.past.empty')} hint={t('imports.past.empty-hint')} />}
      />
    </Section>
  )
}
