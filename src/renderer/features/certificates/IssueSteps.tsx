/** The way of an edition to its certificates: prepared, signed off by one person, issued by another, handed over. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { CertificateDraft } from '../../../shared/contract/certificate-steps.contract'
import { useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { DeliverAct } from './DeliverAct'
import { DraftsDrawer } from './DraftsDrawer'
import { UseFormsAct } from './UseFormsAct'
import { IssueAct, PrepareAct, PrepareAnother, SignOffAct } from './StepActs'

export interface IssueStepsProps {
  readonly editionId: string
  /** What the group is called, for the questions. */
  readonly title: string
}

/** Which draft waits for what. */
export function sorted(drafts: readonly CertificateDraft[]) {
  const open = drafts.filter((draft) => draft.state === 'draft')
  const signed = drafts.filter((draft) => draft.state === 'to-sign')
  return {
    toAsk: open.filter((draft) => draft.nameKind === null),
    /** Something it rests on has changed: prepared anew with one press. */
    again: open.filter((draft) => draft.changed !== null && draft.changed !== 'not-earned'),
    ready: open.filter((draft) => draft.nameKind !== null && draft.changed === null),
    toIssue: signed.filter((draft) => !draft.mine && draft.changed === null),
    mine: signed.filter((draft) => draft.mine),
    stuck: drafts.filter((draft) => draft.changed !== null),
  }
}

/** For the page of an edition: only what there is to do shows; nothing at all before anybody has earned one. */
export function IssueSteps({ editionId, title }: IssueStepsProps) {
  const t = useWords()
  const { may } = useSession()
  const [listed, setListed] = useState(false)
  const steps = useRead('certificates.steps', { editionId })
  const inOffice = useRead('certificates.undelivered', {})
  const drafts = steps.data?.drafts ?? []
  const sets = sorted(drafts)
  const undelivered = (inOffice.data?.rows ?? []).filter((row) => row.editionId === editionId)
  const earned = steps.data?.earned ?? 0
  const idle = drafts.length + earned + undelivered.length + (steps.data?.revoked.length ?? 0) === 0
  if (steps.data && idle && steps.refusals.length === 0) return null
  return (
    <Section
      title={t('certificates.steps.title')}
      actions={
        <Group gap="sm">
          {drafts.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconListDetails size={18} aria-hidden />}
              onClick={() => setListed(true)}
            >
              {t('certificates.steps.drafts', { count: drafts.length })}
            </Button>
          )}
          {may('certificates.useForms') && (
            <UseFormsAct certificateIds={undelivered.filter((row) => !row.hasForm).map((row) => row.id)} />
          )}
          {may('certificates.markDelivered') && <DeliverAct rows={undelivered} />}
          {may('certificates.prepare') && (
            <PrepareAct editionId={editionId} earned={earned} again={sets.again.length} />
          )}
          {may('certificates.signOff') && <SignOffAct editionId={editionId} title={title} drafts={sets.ready} />}
          {may('certificates.issue') && <IssueAct editionId={editionId} title={title} drafts={sets.toIssue} />}
        </Group>
      }
    >
      <Refusals of={steps.refusals} />
      <Group gap="lg" role="status">
        {sets.toAsk.length > 0 && (
          <Status
            tone="attention"
            label={t('certificates.steps.toAsk', { count: sets.toAsk.length })}
            reason={t('certificates.steps.toAskWhat')}
          />
        )}
        {sets.stuck.length > 0 && (
          <Status
            tone="attention"
            label={t('certificates.steps.stuck', { count: sets.stuck.length })}
            reason={t('certificates.steps.stuckWhat')}
          />
        )}
        {sets.mine.length > 0 && (
          <Status
            tone="info"
            label={t('certificates.steps.mine', { count: sets.mine.length })}
            reason={t('certificates.steps.mineWhat')}
          />
        )}
        {steps.data && <Revoked editionId={editionId} women={steps.data.revoked} />}
        {sets.ready.length > 0 && <Text size="sm">{t('certificates.steps.ready', { count: sets.ready.length })}</Text>}
        {sets.toIssue.length > 0 && (
          <Text size="sm">{t('certificates.steps.toIssue', { count: sets.toIssue.length })}</Text>
        )}
        {undelivered.length > 0 && (
          <Text size="sm">{t('certificates.steps.undelivered', { count: undelivered.length })}</Text>
        )}
        {earned > 0 && <Text size="sm">{t('certificates.steps.earned', { count: earned })}</Text>}
      </Group>
      <DraftsDrawer
        editionId={editionId}
        title={title}
        drafts={drafts}
        opened={listed}
        onClose={() => setListed(false)}
      />
    </Section>
  )
}

/** Women whose certificate was revoked: another is prepared only for one of them by name. */
function Revoked(props: { readonly editionId: string; readonly women: Output<'certificates.steps'>['revoked'] }) {
  const t = useWords()
  const { may } = useSession()
  if (props.women.length === 0) return null
  return (
    <Status
      tone="stop"
      label={t('certificates.steps.revoked', { count: props.women.length })}
      reason={
        <Stack gap="xs">
          <div>{t('certificates.steps.revokedWhat')}</div>
          {props.women.map((each) => (
            <div key={each.personId}>
              {each.name} · {each.folio}
              {may('certificates.prepare') && (
                <div>
                  <PrepareAnother editionId={props.editionId} personId={each.personId} name={each.name} />
                </div>
              )}
            </div>
          ))}
        </Stack>
      }
    />
  )
}
