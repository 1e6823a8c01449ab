/** What a certificate's state still takes, each act with its consequences named before it is done. */
import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import {
  annulmentCause,
  duplicateCause,
  replacementCause,
  revocationCause,
  type CertificateRecord,
} from '../../../shared/contract/certificate-record.contract'
import type { ChannelName } from '../../../shared/contract'
import type { Outcome, Refusal } from '../../../shared/kernel/outcome'
import { useAct } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import type { ShownPaper } from '../../ui/PaperViewer'
import { DeliverAct } from './DeliverAct'

type Row = CertificateRecord
type Act = Row['acts'][number]

interface ActProps {
  readonly row: Row
}

export function RecordActs({ row, onIssued }: ActProps & { readonly onIssued: (paper: ShownPaper) => void }) {
  const { may } = useSession()
  const takes = (act: Act, channel: ChannelName) => row.acts.includes(act) && may(channel)
  return (
    <Group gap="sm">
      {takes('deliver', 'certificates.markDelivered') && <DeliverAct rows={[row]} />}
      {takes('undo-delivery', 'certificates.undoDelivery') && <UndoDelivery row={row} />}
      {takes('duplicate', 'certificates.duplicate') && <Duplicate row={row} onIssued={onIssued} />}
      {takes('start-replacement', 'certificates.startReplacement') && <Replace row={row} />}
      {takes('start-renewal', 'certificates.startRenewal') && <Renew row={row} />}
      {takes('annul', 'certificates.annul') && <Annul row={row} />}
      {takes('revoke', 'certificates.revoke') && <Revoke row={row} />}
    </Group>
  )
}

interface AskProps {
  readonly row: Row
  readonly act: Act
  readonly danger?: boolean
  readonly causes?: readonly string[]
  /** Words of the causes: `certificates.<words>.<cause>`. */
  readonly causeWords?: string
  /** Whether words are asked for: always, only for "other", never. */
  readonly note: 'always' | 'for-other'
  readonly consequences: readonly string[]
  /** How the act goes, of `useAct`. */
  readonly of: { readonly pending: boolean; readonly refusals: readonly Refusal[]; readonly clear: () => void }
  readonly onConfirm: (cause: string, note: string | null) => Promise<Outcome<unknown>>
  readonly children?: ReactNode
}

/** A button, and the question it opens: cause, words, consequences. */
function Ask(props: AskProps) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const [cause, setCause] = useState(props.causes?.[0] ?? '')
  const [note, setNote] = useState('')
  const isAsked = props.note === 'always' || cause === 'other'
  const confirm = async () => {
    const outcome = await props.onConfirm(cause, note.trim() === '' ? null : note.trim())
    return outcome.ok
  }
  return (
    <>
      <Button
        variant="default"
        c={props.danger ? 'light-dark(var(--mantine-color-granada-7), var(--mantine-color-granada-3))' : undefined}
        onClick={() => {
          props.of.clear()
          setAsking(true)
        }}
      >
        {t(`certificates.act.${props.act}`)}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title={t(`certificates.actTitle.${props.act}`, { folio: props.row.folio, name: props.row.printedName })}
        consequences={props.consequences}
        verb={t(`certificates.act.${props.act}`)}
        danger={props.danger ?? false}
        pending={props.of.pending}
        refusals={props.of.refusals}
        ready={!isAsked || note.trim() !== ''}
        onConfirm={confirm}
      >
        {props.causes && (
          <NativeSelect
            label={t('certificates.actCause')}
            value={cause}
            onChange={(event) => setCause(event.currentTarget.value)}
            data={props.causes.map((each) => ({
              value: each,
              label: t(`certificates.${props.causeWords ?? 'cause'}.${each}`),
            }))}
          />
        )}
        {props.children}
        <Textarea
          label={t(isAsked ? 'certificates.actNote' : 'certificates.actNoteOptional')}
          required={isAsked}
          autosize
          minRows={2}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </ConfirmAct>
    </>
  )
}

function UndoDelivery({ row }: ActProps) {
  const t = useWords()
  const act = useAct('certificates.undoDelivery')
  return (
    <Ask
      row={row}
      act="undo-delivery"
      note="always"
      consequences={[t('certificates.actWhat.undo-delivery')]}
      of={act}
      onConfirm={(_cause, note) => act.run({ id: row.id, version: row.version, reason: note ?? '' })}
    />
  )
}

function Duplicate({ row, onIssued }: ActProps & { readonly onIssued: (paper: ShownPaper) => void }) {
  const t = useWords()
  const act = useAct('certificates.duplicate')
  const run = async (cause: string, note: string | null) => {
    const known = duplicateCause.parse(cause)
    const outcome = await act.run({ id: row.id, version: row.version, cause: known, note })
    if (outcome.ok) onIssued(outcome.value)
    return outcome
  }
  return (
    <Ask
      row={row}
      act="duplicate"
      causes={duplicateCause.options}
      causeWords="duplicateCause"
      note="for-other"
      consequences={[
        t('certificates.actWhat.duplicate', { number: row.duplicates.length + 1, folio: row.folio }),
        t('certificates.actWhat.duplicateFirst'),
      ]}
      of={act}
      onConfirm={run}
    />
  )
}

function Replace({ row }: ActProps) {
  const t = useWords()
  const go = useGo()
  const act = useAct('certificates.startReplacement')
  return (
    <Ask
      row={row}
      act="start-replacement"
      causes={replacementCause.options}
      note="always"
      consequences={[
        t('certificates.actWhat.start-replacement'),
        t('certificates.actWhat.two'),
        t('certificates.actWhat.superseded', { folio: row.folio }),
      ]}
      of={act}
      onConfirm={async (cause, note) => {
        const known = replacementCause.parse(cause)
        const outcome = await act.run({ id: row.id, version: row.version, cause: known, note: note ?? '' })
        if (outcome.ok) go(`/certificates/${outcome.value.editionId}`)
        return outcome
      }}
    />
  )
}

function Renew({ row }: ActProps) {
  const t = useWords()
  const go = useGo()
  const act = useAct('certificates.startRenewal')
  return (
    <Ask
      row={row}
      act="start-renewal"
      note="always"
      consequences={[
        t('certificates.actWhat.start-renewal'),
        t('certificates.actWhat.two'),
        t('certificates.actWhat.superseded', { folio: row.folio }),
      ]}
      of={act}
      onConfirm={async (_cause, note) => {
        const outcome = await act.run({ id: row.id, version: row.version, note: note ?? '' })
        if (outcome.ok) go(`/certificates/${outcome.value.editionId}`)
        return outcome
      }}
    />
  )
}

function Annul({ row }: ActProps) {
  const t = useWords()
  const act = useAct('certificates.annul')
  // The form that was noted for it, where there is one.
  const noted = row.forms.find((each) => each.purpose === 'certificate' && each.spoiledCause === null)?.number ?? ''
  const [typed, setForm] = useState<string | null>(null)
  const form = typed ?? noted
  return (
    <Ask
      row={row}
      act="annul"
      danger
      causes={annulmentCause.options}
      note="for-other"
      consequences={[t('certificates.actWhat.annul', { folio: row.folio }), t('certificates.actWhat.annulAgain')]}
      of={act}
      onConfirm={(cause, note) =>
        act.run({
          id: row.id,
          version: row.version,
          cause: annulmentCause.parse(cause),
          formNumber: form.trim() === '' ? null : form.trim(),
          note,
        })
      }
    >
      <TextInput
        label={t('certificates.forms.spoiledNumber')}
        description={t('certificates.forms.spoiledNumberHint')}
        maxLength={20}
        value={form}
        onChange={(event) => setForm(event.currentTarget.value)}
      />
    </Ask>
  )
}

function Revoke({ row }: ActProps) {
  const t = useWords()
  const act = useAct('certificates.revoke')
  return (
    <Ask
      row={row}
      act="revoke"
      danger
      causes={revocationCause.options}
      note="always"
      consequences={[
        t('certificates.actWhat.revoke', { folio: row.folio }),
        t('certificates.actWhat.revokeList'),
        t('certificates.actWhat.revokeForGood'),
      ]}
      of={act}
      onConfirm={(cause, note) =>
        act.run({ id: row.id, version: row.version, cause: revocationCause.parse(cause), note: note ?? '' })
      }
    />
  )
}
