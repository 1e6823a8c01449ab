/** Notes which blank forms an edition's certificates were printed on, from a first number on, in roster order. */
import { Button, TextInput } from '@mantine/core'
import { IconNumbers } from '@tabler/icons-react'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { useNotice } from './StepActs'

export interface UseFormsActProps {
  /** In the order in which they were printed. */
  readonly certificateIds: readonly string[]
  readonly purpose?: 'certificate' | 'duplicate'
}

export function UseFormsAct({ certificateIds, purpose = 'certificate' }: UseFormsActProps) {
  const t = useWords()
  const say = useNotice()
  const [asking, setAsking] = useState(false)
  const [first, setFirst] = useState('')
  const act = useAct('certificates.useForms')
  const count = certificateIds.length
  if (count === 0) return null
  const record = async () => {
    const outcome = await act.run({ first, certificateIds: [...certificateIds], purpose })
    if (outcome.ok) say(t('certificates.forms.recorded', { ...outcome.value, count }))
    return outcome.ok
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconNumbers size={18} aria-hidden />}
        onClick={() => {
          act.clear()
          setAsking(true)
        }}
      >
        {t('certificates.forms.record')}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('certificates.forms.recordTitle', { count })}
        consequences={[t('certificates.forms.recordWhat', { count })]}
        verb={t('certificates.forms.record')}
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={record}
      >
        <TextInput
          required
          data-autofocus
          maxLength={20}
          label={t('certificates.forms.first')}
          description={t('certificates.forms.firstHint')}
          value={first}
          onChange={(event) => setFirst(event.currentTarget.value)}
        />
      </ConfirmAct>
    </>
  )
}
