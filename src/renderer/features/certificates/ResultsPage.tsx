/** Results keyed as fast as a sheet is read: women down, modules across, one letter each, one undo for all. */
import { Button, Group } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { useUndoNotice } from '../../ui/use-undo'
import { cellsToSend, fillBlanks, typeInto, type Typed } from './results-grid'
import { ResultsGrid, type GridColumn } from './ResultsGrid'
import classes from './results.module.css'

export function ResultsPage() {
  const t = useWords()
  const { may } = useSession()
  const editionId = useRouteParam('id')
  const read = useRead('certificates.results', { editionId })
  const act = useAct('certificates.keyResults')
  const say = useUndoNotice()
  const [typed, setTyped] = useState<Typed>({})
  const draft = useDraft<Typed>(`certificates.results:${editionId}`, typed, setTyped)
  const data = read.data
  const columns = useMemo<readonly GridColumn[]>(
    () => [
      ...(data?.modules ?? []).map(({ id, title }) => ({ of: id, title })),
      { of: 'practical', title: t('certificates.results.practical') },
      { of: 'final', title: t('certificates.results.final') },
    ],
    [data, t],
  )
  const women = data?.women ?? []
  const cells = cellsToSend(
    typed,
    women,
    columns.map((each) => each.of),
  )
  const canKey = may('certificates.keyResults') && data !== undefined && !data.closed
  const save = async () => {
    if (!data || cells.length === 0) return
    const outcome = await act.run({ editionId, cells })
    if (!outcome.ok) return
    draft.drop()
    setTyped({})
    const { batchId, written } = outcome.value
    say(batchId, t('certificates.results.saved', { count: written, title: data.edition.title }))
  }
  const discard = () => {
    draft.drop()
    setTyped({})
  }
  return (
    <Page
      title={data ? `${t('certificates.results.title')} · ${data.edition.title}` : t('certificates.results.title')}
      subtitle={canKey ? t('certificates.results.subtitle') : data?.edition.code}
      back={{ to: `/certificates/${editionId}`, label: t('certificates.results.back') }}
      primary={
        canKey && (
          <Group gap="sm">
            {cells.length > 0 && (
              <Button variant="default" onClick={discard}>
                {t('certificates.results.discard')}
              </Button>
            )}
            <Button
              leftSection={<IconDeviceFloppy size={18} aria-hidden />}
              disabled={cells.length === 0}
              loading={act.pending}
              onClick={() => void save()}
            >
              {t('certificates.results.save', { count: cells.length })}
            </Button>
          </Group>
        )
      }
    >
      <Refusals of={[...read.refusals, ...act.refusals]} />
      <DraftNotice draft={draft} onDiscard={() => setTyped({})} />
      {data?.closed && <p className={classes.note}>{t('certificates.results.closed')}</p>}
      {data?.modules.length === 0 && <p className={classes.note}>{t('certificates.results.noModules')}</p>}
      {data && women.length === 0 && <Empty title={t('certificates.results.empty')} />}
      {data && women.length > 0 && (
        <ResultsGrid
          label={t('certificates.results.grid')}
          columns={columns}
          women={women}
          typed={typed}
          readOnly={!canKey}
          onType={(woman, of, result) => setTyped((all) => typeInto(all, woman, of, result))}
          onFill={(of) => setTyped((all) => fillBlanks(all, women, of))}
          nameOf={listName}
        />
      )}
    </Page>
  )
}
