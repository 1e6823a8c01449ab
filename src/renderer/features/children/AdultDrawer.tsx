/** Puts an adult on a child's list, or alters what she or he may do. */
import { Autocomplete, Button, Drawer, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ChildAdult, ChildRecord } from '../../../shared/contract/children.contract'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useReturnFocus } from '../../ui/use-return-focus'
import { AuthorityFields, authorityOf, isSaid, type AuthorityValue, type Say } from './AuthorityFields'

interface AdultDrawerProps {
  readonly child: ChildRecord
  readonly adult: ChildAdult | 'new' | null
  readonly onClose: () => void
}

export function AdultDrawer({ child, adult, onClose }: AdultDrawerProps) {
  const t = useWords()
  const title = adult === 'new' || adult === null ? t('children.adult.add') : adult.fullName
  return (
    <Drawer
      opened={adult !== null}
      onClose={onClose}
      title={title}
      position="right"
      size={440}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {adult === 'new' && <AddForm child={child} onClose={onClose} />}
      {adult !== null && adult !== 'new' && <OneAdult key={adult.id} adult={adult} onClose={onClose} />}
    </Drawer>
  )
}

/** One question with three answers, because a permission and a prohibition may not stand together. */

const TYPING_MS = 200

function AddForm({ child, onClose }: { readonly child: ChildRecord; readonly onClose: () => void }) {
  const t = useWords()
  useReturnFocus()
  const act = useAct('children.addAdult')
  const fieldRefusal = useFieldRefusal(act.refusals)
  const [fullName, setFullName] = useState('')
  const [document, setDocument] = useState('')
  const [phone, setPhone] = useState('')
  const [value, setValue] = useState<AuthorityValue>({ relation: '', say: 'may', validUntil: null, forbiddenBy: '' })
  const [search] = useDebouncedValue(fullName, TYPING_MS)
  const known = useRead('children.adults', { search }, { enabled: search.trim().length > 2 })
  const labelled = new Map(
    (known.data ?? []).map((each) => [[each.fullName, each.document].filter(Boolean).join(' · '), each]),
  )
  const chosen = labelled.get(fullName)

  const add = async () => {
    const adult = chosen ? { id: chosen.id } : { fullName, document, phone }
    const outcome = await act.run({ childId: child.id, adult, ...authorityOf(value) })
    if (!outcome.ok) return
    notifications.show({ message: t('children.adult.added') })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Stack gap="md">
        <Autocomplete
          data-autofocus
          required
          openOnFocus={false}
          label={t('children.adult.fullName')}
          description={t('children.adult.fullNameHint')}
          maxLength={160}
          data={[...labelled.keys()]}
          filter={({ options }) => options}
          value={fullName}
          error={fieldRefusal('adult')}
          onChange={setFullName}
        />
        {!chosen && (
          <Group grow>
            <TextInput
              label={t('children.adult.document')}
              maxLength={60}
              autoComplete="off"
              value={document}
              onChange={(event) => setDocument(event.currentTarget.value)}
            />
            <TextInput
              label={t('children.adult.phone')}
              maxLength={40}
              autoComplete="off"
              inputMode="tel"
              value={phone}
              onChange={(event) => setPhone(event.currentTarget.value)}
            />
          </Group>
        )}
        <AuthorityFields value={value} setValue={setValue} />
        <Refusals of={act.refusals} />
        <Button type="submit" loading={act.pending} disabled={fullName.trim() === '' || !isSaid(value)}>
          {t('children.adult.add')}
        </Button>
      </Stack>
    </form>
  )
}

const sayOf = (adult: ChildAdult): Say => (adult.forbiddenBy ? 'forbidden' : adult.mayCollect ? 'may' : 'may-not')

/** One of two questions at a time: what the adult may do with this child, or who the adult is. */
function OneAdult({ adult, onClose }: { readonly adult: ChildAdult; readonly onClose: () => void }) {
  const t = useWords()
  useReturnFocus()
  const [correcting, setCorrecting] = useState(false)
  if (correcting) return <CorrectForm adult={adult} onClose={onClose} />
  return (
    <>
      <Group justify="space-between" mb="md">
        <span>{[adult.document, adult.phone].filter(Boolean).join(' · ')}</span>
        <Button variant="subtle" size="compact-sm" onClick={() => setCorrecting(true)}>
          {t('children.adult.correct')}
        </Button>
      </Group>
      <AlterForm adult={adult} onClose={onClose} />
    </>
  )
}

function CorrectForm({ adult, onClose }: { readonly adult: ChildAdult; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.correctAdult')
  const [fullName, setFullName] = useState(adult.fullName)
  const [document, setDocument] = useState(adult.document ?? '')
  const [phone, setPhone] = useState(adult.phone ?? '')
  const [reason, setReason] = useState('')
  const correct = async () => {
    const outcome = await act.run({ id: adult.adultId, version: adult.adultVersion, fullName, document, phone, reason })
    if (!outcome.ok) return
    notifications.show({ message: t('children.adult.corrected') })
    onClose()
  }
  const field = (label: string, value: string, set: (next: string) => void, maxLength: number) => (
    <TextInput
      label={label}
      maxLength={maxLength}
      autoComplete="off"
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void correct()
      }}
    >
      <Stack gap="md">
        {field(t('children.adult.fullName'), fullName, setFullName, 160)}
        {field(t('children.adult.document'), document, setDocument, 60)}
        {field(t('children.adult.phone'), phone, setPhone, 40)}
        <p>{t('children.adult.correctHint')}</p>
        <Reason value={reason} onChange={setReason} />
        <Refusals of={act.refusals} />
        <Button type="submit" loading={act.pending} disabled={fullName.trim() === '' || reason.trim() === ''}>
          {t('children.adult.correct')}
        </Button>
      </Stack>
    </form>
  )
}

function Reason({ value, onChange }: { readonly value: string; readonly onChange: (next: string) => void }) {
  const t = useWords()
  return (
    <Textarea
      required
      autosize
      minRows={2}
      maxLength={300}
      label={t('ui.confirm.reason')}
      description={t('ui.confirm.reasonHint')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function AlterForm({ adult, onClose }: { readonly adult: ChildAdult; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.alterAuthority')
  const [value, setValue] = useState<AuthorityValue>({
    relation: adult.relation,
    say: sayOf(adult),
    validUntil: adult.validUntil,
    forbiddenBy: adult.forbiddenBy ?? '',
  })
  const [reason, setReason] = useState('')
  const alter = async () => {
    const outcome = await act.run({ id: adult.id, version: adult.version, ...authorityOf(value), reason })
    if (!outcome.ok) return
    notifications.show({ message: t('children.adult.altered') })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void alter()
      }}
    >
      <Stack gap="md">
        <AuthorityFields value={value} setValue={setValue} />
        <Reason value={reason} onChange={setReason} />
        <Refusals of={act.refusals} />
        <Button type="submit" loading={act.pending} disabled={!isSaid(value) || reason.trim() === ''}>
          {t('children.adult.alter')}
        </Button>
      </Stack>
    </form>
  )
}
