/** Spreadsheets in: pick files, see what each would do row by row, confirm, undo. */
import { Button, Progress } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileImport, IconPlayerStop } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { FileList } from './FileList'
import { FilePlan } from './FilePlan'
import { bringsNews } from './imports-words'
import { PastImports } from './PastImports'
import { UndoImport, type Undoable } from './UndoImport'
import { useImportFiles, type Work } from './use-import-files'
import classes from './imports.module.css'

export function ImportsPage() {
  const t = useWords()
  const picker = useRef<HTMLInputElement>(null)
  const imports = useImportFiles()
  const [openId, setOpenId] = useState<number | null>(null)
  const [undoing, setUndoing] = useState<Undoable | null>(null)
  const open = imports.files.find((file) => file.id === openId) ?? imports.files.at(-1)

  const checked = imports.files.filter(
    (file) => file.preview && file.state === 'checked' && bringsNews(file.preview.counts),
  )
  const busy = imports.files.some((file) => file.state === 'confirming' || file.state === 'checking')

  const confirm = async (id: number, fileName: string) => {
    const batchId = await imports.confirm(id)
    if (batchId === null) return
    notifications.show({
      id: batchId,
      autoClose: 12_000,
      closeButtonProps: { 'aria-label': t('ui.close') },
      message: (
        <div className={classes.note}>
          {t('imports.done.message', { file: fileName })}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(batchId)
              setUndoing({ id: batchId, fileName })
            }}
          >
            {t('imports.undo')}
          </Button>
        </div>
      ),
    })
  }

  const tellStopped = (count: number) =>
    notifications.show({
      message: t('imports.work.stopped', { count }),
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
  const add = async (picked: readonly File[]) => {
    const left = await imports.add(picked)
    if (left > 0) tellStopped(left)
  }

  /** One after the other, each as it was shown: main refuses a plan that the file before has changed. */
  const confirmSome = async (some: readonly { readonly id: number; readonly name: string }[]) => {
    const left = await imports.inTurn(
      'confirming',
      some.map(({ id }) => id),
      (id) => confirm(id, some.find((file) => file.id === id)?.name ?? ''),
    )
    if (left > 0) tellStopped(left)
    await imports.recheck()
  }

  return (
    <Page
      title={t('imports.page.title')}
      subtitle={t('imports.page.subtitle')}
      primary={
        <>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            accept=".xlsx,.xlsm,.csv,.xls"
            aria-label={t('imports.pick.label')}
            onChange={(event) => {
              const picked = [...(event.currentTarget.files ?? [])]
              event.currentTarget.value = ''
              void add(picked)
            }}
          />
          <Button
            leftSection={<IconFileImport size={18} aria-hidden />}
            variant={imports.files.length === 0 ? 'filled' : 'default'}
            onClick={() => picker.current?.click()}
          >
            {t('imports.pick.label')}
          </Button>
        </>
      }
    >
      <DropZone onFiles={(picked) => void add(picked)}>
        {imports.files.length === 0 ? (
          <Empty title={t('imports.pick.empty')} hint={t('imports.pick.hint')} />
        ) : (
          <>
            <FileList
              files={imports.files}
              openId={open?.id}
              onOpen={setOpenId}
              onRemove={(id) => imports.remove(id)}
            />
            {imports.work && imports.work.total > 1 && <Working work={imports.work} onStop={() => imports.stop()} />}
            {checked.length > 1 && (
              <div className={classes.all}>
                <Button variant="default" disabled={busy} onClick={() => void confirmSome(checked)}>
                  {t('imports.all', { count: checked.length })}
                </Button>
              </div>
            )}
          </>
        )}
      </DropZone>
      {open && (
        <FilePlan
          key={open.id}
          file={open}
          onChoose={(key, taken) => void imports.choose(open.id, key, taken)}
          onConfirm={() => void confirmSome([open])}
          onUndo={() => open.batchId && setUndoing({ id: open.batchId, fileName: open.name })}
        />
      )}
      <PastImports onUndo={setUndoing} />
      <UndoImport
        of={undoing}
        onClose={() => setUndoing(null)}
        onUndone={(batchId) => {
          for (const file of imports.files) if (file.batchId === batchId) imports.remove(file.id)
          void imports.recheck()
        }}
      />
    </Page>
  )
}

/** Which file of how many is at hand, and the way to leave it there. */
function Working({ work, onStop }: { readonly work: Work; readonly onStop: () => void }) {
  const t = useWords()
  const told = t(`imports.work.${work.kind}`, { at: work.at, total: work.total })
  return (
    <div className={classes.working}>
      <span role="status">{told}</span>
      <Progress className={classes.progress ?? ''} value={((work.at - 1) * 100) / work.total} aria-label={told} />
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        onClick={onStop}
      >
        {t('ui.stop')}
      </Button>
    </div>
  )
}

function DropZone({
  onFiles,
  children,
}: {
  readonly onFiles: (files: readonly File[]) => void
  readonly children: React.ReactNode
}) {
  const [over, setOver] = useState(false)
  const stop = (event: DragEvent, hovers: boolean) => {
    event.preventDefault()
    setOver(hovers)
  }
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => stop(event, true)}
      onDragLeave={(event) => stop(event, false)}
      onDrop={(event) => {
        stop(event, false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
    </div>
  )
}
