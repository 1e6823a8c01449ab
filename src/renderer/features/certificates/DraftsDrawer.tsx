/** Every draft of an edition: the name as it will be printed, who prepared and signed off, what changed since. */
import { Checkbox, Drawer, Group, NativeSelect, Stack, Text } from '@mantine/core'
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
import { DataTable, type Column } from '../../ui/DataTable'
import { Refusals, useRefusalSentence } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { unlessCovered } from '../../ui/use-return-focus'
import { DeleteDraft, SendBack, SendBackMany } from './DraftActs'
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
      onClose={unlessCovered(onClose)}
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
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const signed = may('certificates.sendBack') ? drafts.filter((draft) => draft.state === 'to-sign') : []
  const picked = signed.filter((draft) => chosen.has(draft.id))
  const toggle = (row: CertificateDraft) => {
    const next = new Set(chosen)
    if (!next.delete(row.id)) next.add(row.id)
    setChosen(next)
  }
  const several = signed.length > 1
  const columns = useColumns(several ? chosen : null, toggle)
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
        {...(several && { onToggle: (row: CertificateDraft) => row.state === 'to-sign' && toggle(row) })}
        tools={
          several && (
            <>
              <Checkbox
                label={t('certificates.drafts.chooseSigned', { count: signed.length })}
                checked={picked.length === signed.length}
                indeterminate={picked.length > 0 && picked.length < signed.length}
                onChange={() =>
                  setChosen(new Set(picked.length === signed.length ? [] : signed.map((draft) => draft.id)))
                }
              />
              <SendBackMany drafts={picked} />
            </>
          )
        }
      />
    </Stack>
  )
}

/** `chosen`: null where there are not several that could be sent back. */
function useColumns(
  chosen: ReadonlySet<string> | null,
  toggle: (row: CertificateDraft) => void,
): readonly Column<CertificateDraft>[] {
  const t = useWords()
  return useMemo(() => {
    const choice: Column<CertificateDraft> = {
      id: 'chosen',
      header: t('certificates.select'),
      value: (row) => (chosen?.has(row.id) ? 0 : 1),
      cell: (row) =>
        row.state === 'to-sign' && (
          <Checkbox
            size="xs"
            aria-label={t('certificates.selectOf', { name: listName(row) })}
            checked={chosen?.has(row.id) ?? false}
            onChange={() => toggle(row)}
          />
        ),
      width: 76,
      align: 'center',
    }
    return [
      ...(chosen ? [choice] : []),
      { id: 'name', header: t('certificates.name'), value: (row) => listName(row), width: 250 },
      {
        id: 'printed',
        header: t('certificates.drafts.printed'),
        value: (row) => row.printedName,
        cell: (row) => <PrintedName draft={row} />,
        width: 270,
      },
      {
        id: 'state',
        header: t('certificates.state'),
        value: (row) => t(`certificates.draftState.${row.state}`),
        cell: (row) => <DraftStatus draft={row} />,
        width: 170,
      },
      {
        id: 'act',
        header: t('certificates.drafts.act'),
        value: (row) => row.id,
        cell: (row) => (row.state === 'to-sign' ? <SendBack draft={row} /> : <DeleteDraft draft={row} />),
        width: 112,
      },
    ]
  }, [t, chosen, toggle])
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
        reason={
          <>
            {draft.sentBack && <div>{t('certificates.drafts.sentBackBy', draft.sentBack)}</div>}
            {t(draft.state === 'draft' ? 'certificates.changed.prepare' : 'certificates.changed.sendBack')}
          </>
        }
      />
    )
  const day = formatDay(draft.preparedOn, t.language)
  const tone = draft.sentBack ? 'attention' : draft.state === 'draft' ? 'quiet' : 'info'
  return (
    <>
      <Status
        tone={tone}
        label={t(`certificates.draftState.${draft.sentBack ? 'sent-back' : draft.state}`)}
        reason={
          <>
            {draft.sentBack && <div>{t('certificates.drafts.sentBackBy', draft.sentBack)}</div>}
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
