/** What can be done with a draft: sent back with a reason, one or several at once, or deleted. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CertificateDraft } from '../../../shared/contract/certificate-steps.contract'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { useRefusalSentence } from '../../ui/Refusals'
import { catchFocus } from '../../ui/use-return-focus'
import { useNotice } from './StepActs'

interface DraftProps {
  readonly draft: CertificateDraft
}

const nameOf = (draft: CertificateDraft): string => draft.printedName ?? listName(draft)

export function SendBack({ draft }: DraftProps) {
  const t = useWords()
  const { may } = useSession()
  const [asking, setAsking] = useState(false)
  if (!may('certificates.sendBack')) return null
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('certificates.drafts.sendBackOf', { name: nameOf(draft) })}
        onClick={() => setAsking(true)}
      >
        {t('certificates.drafts.sendBack')}
      </Button>
      {asking && (
        <AskWhy
          drafts={[draft]}
          title={t('certificates.drafts.sendBackTitle', { name: nameOf(draft) })}
          verb={t('certificates.drafts.sendBack')}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** Several at once, with one reason for all. */
export function SendBackMany({ drafts }: { readonly drafts: readonly CertificateDraft[] }) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const count = drafts.length
  if (count === 0) return null
  return (
    <>
      <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>
        {t('certificates.drafts.sendBackMany', { count })}
      </Button>
      {asking && (
        <AskWhy
          drafts={drafts}
          title={t('certificates.drafts.sendBackManyTitle', { count })}
          verb={t('certificates.drafts.sendBackMany', { count })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

interface AskWhyProps {
  readonly drafts: readonly CertificateDraft[]
  readonly title: string
  readonly verb: string
  readonly onClose: () => void
}

function AskWhy({ drafts, title, verb, onClose }: AskWhyProps) {
  const t = useWords()
  const say = useNotice()
  const act = useAct('certificates.sendBack')
  const count = drafts.length
  const send = async (reason: string) => {
    const outcome = await act.run({ drafts: drafts.map(({ id, version }) => ({ id, version })), reason })
    if (outcome.ok) say(t('certificates.drafts.sentBack', { count }))
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={title}
      consequences={[
        ...(count > 1 ? [drafts.map(nameOf).join('; ')] : []),
        t('certificates.drafts.sendBackWhat', { count }),
        t('certificates.drafts.sendBackSeen'),
      ]}
      verb={verb}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={send}
    />
  )
}

export function DeleteDraft({ draft }: DraftProps) {
  const t = useWords()
  const { may } = useSession()
  const say = useNotice()
  const sentence = useRefusalSentence()
  const act = useAct('certificates.deleteDrafts')
  if (!may('certificates.deleteDrafts')) return null
  const name = nameOf(draft)
  const drop = async () => {
    const outcome = await act.run({ drafts: [{ id: draft.id, version: draft.version }] })
    say(outcome.ok ? t('certificates.drafts.deleted', { name }) : outcome.refusals.map(sentence).join(' '), outcome.ok)
    catchFocus()
  }
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={act.pending}
      aria-label={t('certificates.drafts.deleteOf', { name })}
      onClick={() => void drop()}
    >
      {t('certificates.drafts.delete')}
    </Button>
  )
}
