/** The folio of a day roster, typed or scanned from the sheet: it opens the roll of its session. */
import { Button, Group, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useState } from 'react'
import type { Refusal } from '../../../shared/kernel/outcome'
import { call } from '../../platform/client'
import { putFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { useRefusalSentence } from '../../ui/Refusals'

export interface FolioFieldProps {
  /** A roll was just saved: the hand goes on to the folio of the next sheet, in a column of its own. */
  readonly next?: boolean
}

export function FolioField({ next = false }: FolioFieldProps) {
  const t = useWords()
  const go = useGo()
  const sentence = useRefusalSentence()
  const { may } = useSession()
  const [folio, setFolio] = useState('')
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  if (!may('attendance.byFolio')) return null
  const open = async () => {
    const outcome = await call('attendance.byFolio', { folio })
    if (!outcome.ok) return setRefused(outcome.refusals)
    const { sessionId, newerFolio } = outcome.value
    // The page of the roll says that a newer sheet exists: women may have come or gone between the two.
    putFilter('attendance.folio', newerFolio && `${sessionId} ${newerFolio}`)
    go(`/attendance/rolls/${sessionId}`)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (folio.trim()) void open()
      }}
    >
      <Group gap={4} wrap={next ? 'wrap' : 'nowrap'} align="flex-start">
        <TextInput
          w={next ? '100%' : 190}
          autoFocus={next}
          // The sentence hangs below the field: the filters beside it keep their line.
          styles={next ? {} : { root: { position: 'relative' }, error: { position: 'absolute', width: 330 } }}
          {...(next ? { label: t('attendance.folio.next') } : { 'aria-label': t('attendance.folio.label') })}
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
        <Button type="submit" variant="default" fullWidth={next} disabled={!folio.trim()}>
          {t('attendance.folio.open')}
        </Button>
      </Group>
    </form>
  )
}
