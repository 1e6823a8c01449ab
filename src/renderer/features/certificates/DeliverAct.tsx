/** Records that certificates were handed over, on the day it happened. */
import { Button } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useState } from 'react'
import type { Candidate } from '../../../shared/contract/certificates.contract'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'

const MOST_NAMES = 12

export function DeliverAct({ rows }: { readonly rows: readonly Candidate[] }) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const [typed, setDay] = useState<string | null | undefined>(undefined)
  const today = useClock()?.today ?? null
  const day = typed === undefined ? today : typed
  const act = useAct('certificates.markDelivered')
  const count = rows.length
  if (count === 0 && !asking) return null
  const deliver = async () => {
    const certificates = rows.flatMap(({ certificate }) =>
      certificate ? [{ id: certificate.id, version: certificate.version }] : [],
    )
    if (!day) return false
    return (await act.run({ certificates, deliveredOn: day })).ok
  }
  const names = rows.slice(0, MOST_NAMES).map((row) => listName(row))
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHeartHandshake size={18} aria-hidden />}
        onClick={() => {
          act.clear()
          setAsking(true)
        }}
      >
        {t('certificates.deliver', { count })}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('certificates.deliverTitle', { count })}
        consequences={count > MOST_NAMES ? [...names, '…'] : names}
        verb={t('certificates.deliver', { count })}
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={deliver}
      >
        <DayField label={t('certificates.deliverDay')} value={day} onChange={setDay} required />
      </ConfirmAct>
    </>
  )
}
