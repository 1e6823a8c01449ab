/** The picked files, one line each: name, what it holds, how it stands. */
import { CloseButton, UnstyledButton } from '@mantine/core'
import { useWords } from '../../platform/words'
import { Status, type StatusProps } from '../../ui/Status'
import { bringsNews, summary } from './imports-words'
import { isWaiting, type ImportFile } from './use-import-files'
import classes from './imports.module.css'

export function FileList({
  files,
  openId,
  onOpen,
  onRemove,
}: {
  readonly files: readonly ImportFile[]
  readonly openId: number | undefined
  readonly onOpen: (id: number) => void
  readonly onRemove: (id: number) => void
}) {
  const t = useWords()
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id} data-open={file.id === openId || undefined}>
          <UnstyledButton
            className={classes.file ?? ''}
            aria-pressed={file.id === openId}
            onClick={() => onOpen(file.id)}
          >
            <span className={classes.name}>{file.name}</span>
            <span className={classes.holds}>{file.preview ? summary(t, file.preview.counts) : ''}</span>
            <FileStatus file={file} />
          </UnstyledButton>
          <CloseButton aria-label={t('imports.file.remove', { file: file.name })} onClick={() => onRemove(file.id)} />
        </li>
      ))}
    </ul>
  )
}

/** A word for where the file stands. */
export function FileStatus({ file }: { readonly file: ImportFile }) {
  const t = useWords()
  const status = ((): Pick<StatusProps, 'tone' | 'label'> => {
    if (file.state === 'checking') return { tone: 'quiet', label: t('imports.file.checking') }
    if (file.state === 'confirming') return { tone: 'quiet', label: t('imports.confirming') }
    if (file.state === 'done') return { tone: 'done', label: t('imports.file.done') }
    if (isWaiting(file)) return { tone: 'attention', label: t('imports.file.waiting') }
    if (file.state === 'refused') return { tone: 'stop', label: t('imports.file.refused') }
    const counts = file.preview?.counts
    return counts && bringsNews(counts)
      ? { tone: 'info', label: t('imports.file.checked') }
      : { tone: 'quiet', label: t('imports.file.nothing') }
  })()
  return <Status {...status} />
}
