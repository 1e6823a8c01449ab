/** The three presses of an edition's certificates: prepare, sign off, issue. Each says what it means before it is done. */
import { Button, Group, Progress } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCertificate, IconChecks, IconFilePlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { CertificateDraft } from '../../../shared/contract/certificate-steps.contract'
import { call, useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { useProgress } from '../../ui/PaperButton'
import { useRefusalSentence } from '../../ui/Refusals'
import { catchFocus } from '../../ui/use-return-focus'
import { FirstPage } from './FirstPage'
import { StopButton } from '../../ui/StopButton'

type Drafts = readonly CertificateDraft[]

/** Says what was done, or why it was not. */
export function useNotice(): (message: string, done?: boolean) => void {
  const t = useWords()
  return (message, done = true) =>
    notifications.show({
      color: done ? 'nopal' : 'granada',
      message,
      autoClose: done ? 5000 : false,
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
}

function usePrepare(editionId: string) {
  const t = useWords()
  const say = useNotice()
  const sentence = useRefusalSentence()
  const act = useAct('certificates.prepare')
  const prepare = async (personIds: string[] | null) => {
    const outcome = await act.run({ editionId, personIds })
    if (!outcome.ok) say(outcome.refusals.map(sentence).join(' '), false)
    else {
      const { prepared, again, toAsk } = outcome.value
      const asked = toAsk > 0 ? ` ${t('certificates.steps.toAsk', { count: toAsk })}.` : ''
      say(t('certificates.steps.prepared', { count: prepared + again }) + asked)
      catchFocus()
    }
  }
  return { prepare, pending: act.pending }
}

/** Nothing is asked: a draft binds nobody and can be deleted. */
export function PrepareAct(props: { readonly editionId: string; readonly earned: number; readonly again: number }) {
  const t = useWords()
  const { prepare, pending } = usePrepare(props.editionId)
  const count = props.earned + props.again
  if (count === 0) return null
  return (
    <Button leftSection={<IconFilePlus size={18} aria-hidden />} loading={pending} onClick={() => void prepare(null)}>
      {t(props.earned > 0 ? 'certificates.steps.prepare' : 'certificates.steps.prepareAgain', { count })}
    </Button>
  )
}

/** For one woman whose certificate was revoked. */
export function PrepareAnother(props: {
  readonly editionId: string
  readonly personId: string
  readonly name: string
}) {
  const t = useWords()
  const { prepare, pending } = usePrepare(props.editionId)
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={pending}
      aria-label={t('certificates.steps.prepareRevokedOf', { name: props.name })}
      onClick={() => void prepare([props.personId])}
    >
      {t('certificates.steps.prepareRevoked')}
    </Button>
  )
}

interface BulkProps {
  readonly editionId: string
  readonly title: string
  readonly drafts: Drafts
}

/** Who signs off answers for the results, and leaves the issue to somebody else. */
export function SignOffAct({ editionId, title, drafts }: BulkProps) {
  const t = useWords()
  const say = useNotice()
  const [asking, setAsking] = useState(false)
  const act = useAct('certificates.signOff')
  const count = drafts.length
  if (count === 0 && !asking) return null
  const signOff = async () => {
    const outcome = await act.run({ editionId, drafts: drafts.map(({ id, version }) => ({ id, version })) })
    if (outcome.ok) say(t('certificates.steps.signedOff', { count }))
    return outcome.ok
  }
  return (
    <>
      <Button
        leftSection={<IconChecks size={18} aria-hidden />}
        onClick={() => {
          act.clear()
          setAsking(true)
        }}
      >
        {t('certificates.steps.signOff', { count })}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('certificates.steps.signOffTitle', { count, title })}
        consequences={[
          t('certificates.steps.signOffWhat.results'),
          t('certificates.steps.signOffWhat.names'),
          t('certificates.steps.signOffWhat.other'),
        ]}
        verb={t('certificates.steps.signOff', { count })}
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={signOff}
      />
    </>
  )
}

/** Issuing: names what it means, shows progress, can be stopped; all or none. */
export function IssueAct({ editionId, title, drafts }: BulkProps) {
  const t = useWords()
  const say = useNotice()
  const [asking, setAsking] = useState(false)
  const act = useAct('certificates.issue')
  const progress = useProgress('certificates.issue', act.pending)
  const count = drafts.length
  if (count === 0 && !asking) return null
  const issue = async () => {
    const outcome = await act.run({ editionId, personIds: drafts.map((draft) => draft.personId) })
    if (outcome.ok) say(t('certificates.issued', { count: outcome.value.issued.length }))
    return outcome.ok
  }
  return (
    <>
      <Button
        leftSection={<IconCertificate size={18} aria-hidden />}
        disabled={act.pending}
        onClick={() => {
          act.clear()
          setAsking(true)
        }}
      >
        {t('certificates.issue', { count })}
      </Button>
      <ConfirmAct
        opened={asking}
        // While they are made, to cancel is to stop: the question stays and says so.
        onClose={() => (act.pending ? void call('office.stop', {}) : setAsking(false))}
        title={t('certificates.issueTitle', { count, title })}
        consequences={[
          t('certificates.issueWhat.folio'),
          t('certificates.issueWhat.frozen'),
          t('certificates.issueWhat.evaluation'),
        ]}
        verb={t('certificates.issue', { count })}
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={issue}
      >
        {act.pending && (
          <>
            <Making done={progress.done} total={progress.total || count} />
            <FirstPage channel="certificates.issue" />
          </>
        )}
      </ConfirmAct>
    </>
  )
}

function Making({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  const t = useWords()
  return (
    <Group gap="sm" wrap="nowrap">
      <div style={{ flex: 1 }}>
        <div role="status">{t('certificates.issuing', { done, total })}</div>
        <Progress value={total > 0 ? (done * 100) / total : 0} aria-label={t('ui.paper.progress')} />
      </div>
      <StopButton />
    </Group>
  )
}
