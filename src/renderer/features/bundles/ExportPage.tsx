/** Exporting a month: what leaves, for whom, onto which stick; written, read back and recorded before it says so. */
import { Button, Progress } from '@mantine/core'
import { IconFolderOpen, IconUsb } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatMonth } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Page, Section } from '../../ui/Page'
import { PaperButton, useProgress } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { formatBytes, fingerprint } from './bundle-words'
import classes from './bundles.module.css'
import { WhatLeaves } from './WhatLeaves'
import { StopButton } from '../../ui/StopButton'

type Folder = NonNullable<Output<'bundles.chooseFolder'>>
type Preview = Output<'bundles.preview'>
type Made = Output<'bundles.export'>

export function ExportPage() {
  const t = useWords()
  const period = useRouteParam('period')
  const { data, refusals } = useRead('bundles.preview', { period })
  const [made, setMade] = useState<Made | null>(null)
  return (
    <Page
      title={t('bundles.export.title', { month: formatMonth(period, t.language) })}
      back={{ to: '/month', label: t('bundles.nav') }}
      subtitle={data && !made && <BundleLine preview={data} />}
    >
      <Refusals of={refusals} />
      {made && <Finished made={made} />}
      {data && !made && (
        <>
          <Section title={t('bundles.export.stick')}>
            <Writing period={period} onMade={setMade} ready={data.recipients.length > 0} />
          </Section>
          <Section title={t('bundles.export.recipients')}>
            <Recipients preview={data} />
          </Section>
          <Section title={t('bundles.export.leaves')}>
            <WhatLeaves tables={data.tables} />
          </Section>
        </>
      )}
    </Page>
  )
}

function BundleLine({ preview }: { readonly preview: Preview }) {
  const t = useWords()
  return (
    <>
      {preview.fileName}
      {preview.supplementOf !== null && (
        <>
          {' · '}
          <Status tone="info" label={t('bundles.export.supplement', { sequence: preview.supplementOf })} />
        </>
      )}
      {preview.withheld > 0 && (
        <>
          {' · '}
          <Status
            tone="info"
            label={t('bundles.export.withheld', { count: preview.withheld })}
            reason={t('bundles.export.withheldWhy')}
          />
        </>
      )}
      {!preview.over && (
        <>
          {' · '}
          <Status tone="attention" label={t('bundles.month.running')} reason={t('bundles.export.runningWhy')} />
        </>
      )}
    </>
  )
}

/** Picks the stick, tries it, writes, reads back. */
function Writing({
  period,
  ready,
  onMade,
}: {
  readonly period: string
  readonly ready: boolean
  readonly onMade: (made: Made) => void
}) {
  const t = useWords()
  const choosing = useAct('bundles.chooseFolder')
  const writing = useAct('bundles.export')
  const progress = useProgress('bundles.export', writing.pending)
  const [folder, setFolder] = useState<Folder | null>(null)

  const choose = async () => {
    writing.clear()
    const outcome = await choosing.run({})
    if (outcome.ok && outcome.value) setFolder(outcome.value)
    if (!outcome.ok) setFolder(null)
  }
  const write = async () => {
    if (!folder) return
    const outcome = await writing.run({ period, folder: folder.token })
    if (outcome.ok) onMade(outcome.value)
  }
  return (
    <div className={classes.writing}>
      <Button
        variant={folder ? 'default' : 'filled'}
        leftSection={<IconFolderOpen size={18} aria-hidden />}
        loading={choosing.pending}
        disabled={writing.pending || !ready}
        onClick={() => void choose()}
      >
        {t('bundles.export.choose')}
      </Button>
      {folder && (
        <Status
          tone="done"
          label={t('bundles.export.folder', {
            folder: folder.label,
            free: folder.freeBytes === null ? '—' : formatBytes(folder.freeBytes),
          })}
        />
      )}
      {folder && (
        <Button
          leftSection={<IconUsb size={18} aria-hidden />}
          loading={writing.pending && !progress.slow}
          disabled={writing.pending}
          onClick={() => void write()}
        >
          {t('bundles.export.write')}
        </Button>
      )}
      {writing.pending && progress.slow && (
        <>
          <Progress
            className={classes.progress ?? ''}
            value={progress.total > 0 ? (progress.done * 100) / progress.total : 100}
            animated
            aria-label={t('bundles.export.progress')}
          />
          <StopButton />
        </>
      )}
      <div className={classes.refusals}>
        <Refusals of={[...choosing.refusals, ...writing.refusals]} />
      </div>
    </div>
  )
}

function Recipients({ preview }: { readonly preview: Preview }) {
  const t = useWords()
  if (preview.recipients.length === 0) return <Refusals of={[{ code: 'no-recipients' }]} />
  return (
    <ul className={classes.recipients}>
      {preview.recipients.map((each) => (
        <li key={each.recipient}>
          <span className={classes.hash}>{fingerprint(each.fingerprint)}</span>
          <span className={classes.recipient}>{each.recipient}</span>
        </li>
      ))}
      <li className={classes.hint}>{t('bundles.export.recipientsHint')}</li>
    </ul>
  )
}

function Finished({ made }: { readonly made: Made }) {
  const t = useWords()
  // The button that wrote it is gone: whoever works by keyboard goes on from here, not from the top of the window.
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.focus(), [])
  return (
    <div role="status" ref={here} tabIndex={-1} className={classes.told}>
      <p className={classes.finished}>
        <Status tone="done" label={t('bundles.export.done')} />
      </p>
      <p>{t('bundles.export.doneHow')}</p>
      <Facts>
        <Fact label={t('bundles.history.file')}>{made.fileName}</Fact>
        <Fact label={t('bundles.history.bytes')}>{formatBytes(made.bytes)}</Fact>
        <Fact label={t('bundles.history.sequence')}>{made.sequence}</Fact>
        <Fact label={t('bundles.history.hash')} wide>
          <span className={classes.hash}>{made.sha256.replace(/(.{4})(?=.)/g, '$1 ')}</span>
        </Fact>
      </Facts>
      <PaperButton channel="bundles.cover" input={{}} label={t('bundles.cover.verb')} variant="default" size="sm" />
    </div>
  )
}
