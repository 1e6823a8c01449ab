/** The phones of the gate: everybody reads them, the director and the coordinator keep them. */
import { ActionIcon, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { GateContact } from '../../../shared/contract/gate-line'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Refusals } from '../../ui/Refusals'

interface ContactsProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly contacts: readonly GateContact[]
}

export function GateContacts({ opened, onClose, contacts }: ContactsProps) {
  const t = useWords()
  const { may } = useSession()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={680}
      title={t('outings.gate.contactsTitle')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {may('outings.setContacts') ? (
        <Keep contacts={contacts} onClose={onClose} />
      ) : contacts.length === 0 ? (
        <p>{t('outings.gate.noContacts')}</p>
      ) : (
        <Facts>
          {contacts.map((each) => (
            <Fact key={`${each.name} ${each.phone}`} label={each.name}>
              {each.phone}
            </Fact>
          ))}
        </Facts>
      )}
    </Modal>
  )
}

const BLANK: GateContact = { kind: 'duty', name: '', phone: '' }

function Keep({ contacts, onClose }: Omit<ContactsProps, 'opened'>) {
  const t = useWords()
  const act = useAct('outings.setContacts')
  const [rows, setRows] = useState<readonly GateContact[]>(contacts.length > 0 ? contacts : [BLANK])
  const set = (index: number, part: Partial<GateContact>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  const save = async () => {
    const filled = rows.filter((row) => row.name.trim() && row.phone.trim())
    if ((await act.run({ contacts: filled })).ok) onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        <p>{t('outings.gate.contactsHint')}</p>
        {rows.map((row, index) => (
          <Group key={index} gap="sm" align="flex-end" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('outings.gate.contactName')}
              maxLength={120}
              value={row.name}
              onChange={(event) => set(index, { name: event.currentTarget.value })}
            />
            <TextInput
              w={170}
              label={t('outings.gate.contactPhone')}
              maxLength={40}
              value={row.phone}
              onChange={(event) => set(index, { phone: event.currentTarget.value })}
            />
            <Select
              w={140}
              label={t('outings.gate.contactKind')}
              data={(['duty', 'authority'] as const).map((value) => ({ value, label: t(`outings.contact.${value}`) }))}
              value={row.kind}
              allowDeselect={false}
              onChange={(value) => set(index, { kind: value === 'authority' ? 'authority' : 'duty' })}
            />
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('outings.gate.removeContact', { name: row.name || String(index + 1) })}
              onClick={() => setRows(rows.filter((_row, at) => at !== index))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Refusals of={act.refusals} />
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setRows([...rows, BLANK])}
          >
            {t('outings.gate.addContact')}
          </Button>
          <Button type="submit" loading={act.pending}>
            {t('outings.gate.saveContacts')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
