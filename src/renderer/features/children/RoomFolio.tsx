/** The folio of a sheet of the room, typed or scanned: it opens the page on which that day is keyed. */
import { Button, Group, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useState } from 'react'
import type { Refusal } from '../../../shared/kernel/outcome'
import { call } from '../../platform/client'
import { putFilter, useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { useRefusalSentence } from '../../ui/Refusals'

export function RoomFolio() {
  const t = useWords()
  const go = useGo()
  const sentence = useRefusalSentence()
  const [folio, setFolio] = useState('')
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const open = async () => {
    const outcome = await call('children.roomByFolio', { folio })
    if (!outcome.ok) return setRefused(outcome.refusals)
    putFilter('children.room.folio', {
      day: outcome.value.day,
      folio: outcome.value.folio,
      newer: outcome.value.newerFolio,
    })
    go(`/children/room/${outcome.value.day}`)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (folio.trim()) void open()
      }}
    >
      <Group gap={4} wrap="nowrap" align="flex-start">
        <TextInput
          w={190}
          styles={{ root: { position: 'relative' }, error: { position: 'absolute', width: 330 } }}
          aria-label={t('children.room.folio')}
          placeholder={t('children.room.folio')}
          leftSection={<IconBarcode size={18} aria-hidden />}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          value={folio}
          error={refused.length > 0 && refused.map(sentence).join(' ')}
          onChange={(event) => {
            setFolio(event.currentTarget.value)
            setRefused([])
          }}
        />
        <Button type="submit" variant="default" disabled={!folio.trim()}>
          {t('children.room.openFolio')}
        </Button>
      </Group>
    </form>
  )
}
