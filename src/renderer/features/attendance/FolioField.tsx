/** The folio of a day roster, typed or scanned from the sheet: it opens the roll of its session. */
import { Button, Group, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useState } from 'react'
import type { Refusal } from '../../../shared/kernel/outcome'
import { call } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { useRefusalSentence } from '../../ui/Refusals'

export function FolioField() {
  const t = useWords()
  const go = useGo()
  const sentence = useRefusalSentence()
  const { may } = useSession()
  const [folio, setFolio] = useState('')
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  if (!may('attendance.byFolio')) return null
  const open = async () => {
    const outcome = await call('attendance.byFolio', { folio })
    if (outcome.ok) go(`/attendance/rolls/${outcome.value.sessionId}`)
    else setRefused(outcome.refusals)
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
          // The sentence hangs below the field: the filters beside it keep their line.
          styles={{ root: { position: 'relative' }, error: { position: 'absolute', width: 330 } }}
          aria-label={t('attendance.folio.label')}
          placeholder={t('attendance.folio.label')}
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
          {t('attendance.folio.open')}
        </Button>
      </Group>
    </form>
  )
}
