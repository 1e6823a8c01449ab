/** A new axis. Rare: a center has three or four of them. */
import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'

interface AxisModalProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

export function AxisModal({ opened, onClose, onMade }: AxisModalProps) {
  const t = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('programs.axis.title')}
      centered
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <AxisForm onClose={onClose} onMade={onMade} />
    </Modal>
  )
}

function AxisForm({ onClose, onMade }: Omit<AxisModalProps, 'opened'>) {
  const t = useWords()
  const act = useAct('programs.createAxis')
  const error = useFieldRefusal(act.refusals)
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [sensitive, setSensitive] = useState(false)
  const make = async () => {
    const outcome = await act.run({ code, name, sensitive })
    if (!outcome.ok) return
    onMade(outcome.value.id)
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          required
          label={t('programs.axis.name')}
          maxLength={120}
          value={name}
          error={error('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          required
          label={t('programs.axis.code')}
          description={t('programs.axis.codeHint')}
          maxLength={5}
          value={code}
          error={error('code')}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase().replace(/[^A-Z]/g, ''))}
        />
        <Checkbox
          label={t('programs.axis.sensitive')}
          checked={sensitive}
          onChange={(event) => setSensitive(event.currentTarget.checked)}
        />
        <Refusals of={act.refusals} />
        <Group justify="flex-end">
          <Button type="submit" loading={act.pending} disabled={code.length < 2 || !name.trim()}>
            {t('programs.axis.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
