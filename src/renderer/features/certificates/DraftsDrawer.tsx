/** Every draft of an edition: the name as it will be printed, who prepared and signed off, what changed since. */
import { Button, Drawer, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  certificateTemplate,
  nameKind,
  type CertificateDraft,
} from '../../../shared/contract/certificate-steps.contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DataTable, type Column } from '../../ui/DataTable'
import { Refusals, useRefusalSentence } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useNotice } from './StepActs'

export interface DraftsDrawerProps {
  readonly editionId: string
  readonly title: string
  readonly drafts: readonly CertificateDraft[]
  readonly opened: boolean
  readonly onClose: () => void
}

export function DraftsDrawer({ editionId, title, drafts, opened, onClose }: DraftsDrawerProps) {
  const t = useWords()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={980}
      title={t('certificates.drafts.title', { title })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Drafts editionId={editionId} drafts={drafts} />
    </Drawer>
  )
}

function Drafts({ editionId, drafts }: Pick<DraftsDrawerProps, 'editionId' | 'drafts'>) {
  const t = useWords()
  const { may } = useSession()
  const columns = useMemo<readonly Column<CertificateDraft>[]>(
    () => [
      { id: 'name', header: t('certificates.name'), value: (row) => listName(row), width: 220 },
      {
        id: 'printed',
        header: t('certificates.drafts.printed'),
        value: (row) => row.printedName,
        cell: (row) => <PrintedName draft={row} />,
        width: 300,
      },
      {
        id: 'state',
        header: t('certificates.state'),
        value: (row) => t(`certificates.draftState.${row.state}`),
        cell: (row) => <DraftStatus draft={row} />,
        width: 200,
      },
      {
        id: 'act',
        header: t('certificates.drafts.act'),
        value: (row) => row.id,
        cell: (row) => (row.state === 'to-sign' ? <SendBack draft={row} /> : <DeleteDraft draft={row} />),
        width: 130,
      },
    ],
    [t],
  )
  return (
    <Stack gap="md">
      {may('certificates.setTemplate') && drafts.some((draft) => draft.state === 'draft') && (
        <TemplateField editionId={editionId} drafts={drafts} />
      )}
      <DataTable
        name="certificates.drafts"
        label={t('certificates.steps.title')}
        columns={columns}
        rows={drafts}
        rowKey={(row) => row.id}
        size="content"
        countWords="certificates.drafts.count"
      />
    </Stack>
  )
}

/** How all that are still drafts will look. */
function TemplateField({ editionId, drafts }: Pick<DraftsDrawerProps, 'editionId' | 'drafts'>) {
  const t = useWords()
  const act = useAct('certificates.setTemplate')
  const used = new Set(drafts.filter((draft) => draft.state === 'draft').map((draft) => draft.template))
  const choose = (value: string) => {
    const template = certificateTemplate.safeParse(value)
    if (template.success) void act.run({ editionId, template: template.data })
  }
  return (
    <Group gap="sm" align="end">
      <NativeSelect
        label={t('certificates.drafts.template')}
        value={used.size === 1 ? ([...used][0] ?? '') : ''}
        disabled={act.pending}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          ...(used.size === 1 ? [] : [{ value: '', label: t('certificates.drafts.templates') }]),
          ...certificateTemplate.options.map((value) => ({ value, label: t(`certificates.template.${value}`) })),
        ]}
      />
      <Refusals of={act.refusals} />
    </Group>
  )
}

/** Asked once and remembered: a woman with a chosen name says which of the two she wants on paper. */
function PrintedName({ draft }: { readonly draft: CertificateDraft }) {
  const t = useWords()
  const { may } = useSession()
  const say = useNotice()
  const sentence = useRefusalSentence()
  const act = useAct('certificates.setName')
  if (!draft.chosenName || draft.state !== 'draft' || !may('certificates.setName'))
    return <>{draft.printedName ?? '—'}</>
  const choose = async (value: string) => {
    const kind = nameKind.safeParse(value)
    if (!kind.success) return
    const outcome = await act.run({ personId: draft.personId, kind: kind.data })
    if (!outcome.ok) say(outcome.refusals.map(sentence).join(' '), false)
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={t('certificates.drafts.nameOf', { name: listName(draft) })}
      value={draft.nameKind ?? ''}
      disabled={act.pending}
      onChange={(event) => void choose(event.currentTarget.value)}
      onKeyDown={(event) => event.stopPropagation()}
      data={[
        ...(draft.nameKind ? [] : [{ value: '', label: t('certificates.drafts.ask') }]),
        { value: 'legal', label: draft.legalName },
        { value: 'chosen', label: draft.spokenName },
      ]}
    />
  )
}

function DraftStatus({ draft }: { readonly draft: CertificateDraft }) {
  const t = useWords()
  if (draft.changed)
    return (
      <Status
        tone="attention"
        label={t(`certificates.changed.${draft.changed}`)}
        reason={t(draft.state === 'draft' ? 'certificates.changed.prepare' : 'certificates.changed.sendBack')}
      />
    )
  const day = formatDay(draft.preparedOn, t.language)
  return (
    <>
      <Status
        tone={draft.state === 'draft' ? 'quiet' : 'info'}
        label={t(`certificates.draftState.${draft.state}`)}
        reason={
          <>
            <div>{t('certificates.drafts.preparedBy', { name: draft.preparedBy, day })}</div>
            {draft.signedOffBy && <div>{t('certificates.drafts.signedOffBy', { name: draft.signedOffBy })}</div>}
          </>
        }
      />
      {draft.replacesFolio && (
        <Text size="xs" c="dimmed">
          {t(`certificates.drafts.${draft.kind}`, { folio: draft.replacesFolio })}
        </Text>
      )}
    </>
  )
}

function SendBack({ draft }: { readonly draft: CertificateDraft }) {
  const t = useWords()
  const { may } = useSession()
  const [asking, setAsking] = useState(false)
  const act = useAct('certificates.sendBack')
  if (!may('certificates.sendBack')) return null
  const name = draft.printedName ?? listName(draft)
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
        {t('certificates.drafts.sendBack')}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('certificates.drafts.sendBackTitle', { name })}
        consequences={[t('certificates.drafts.sendBackWhat')]}
        verb={t('certificates.drafts.sendBack')}
        reason
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={async (reason) => (await act.run({ drafts: [{ id: draft.id, version: draft.version }], reason })).ok}
      />
    </>
  )
}

function DeleteDraft({ draft }: { readonly draft: CertificateDraft }) {
  const t = useWords()
  const { may } = useSession()
  const say = useNotice()
  const sentence = useRefusalSentence()
  const act = useAct('certificates.deleteDrafts')
  if (!may('certificates.deleteDrafts')) return null
  const name = draft.printedName ?? listName(draft)
  const drop = async () => {
    const outcome = await act.run({ drafts: [{ id: draft.id, version: draft.version }] })
    say(outcome.ok ? t('certificates.drafts.deleted', { name }) : outcome.refusals.map(sentence).join(' '), outcome.ok)
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
