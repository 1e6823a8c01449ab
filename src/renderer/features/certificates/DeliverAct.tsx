/** Records that certificates left the office, to whom and when; or that they stay in her file because she asked for it. */
import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useState } from 'react'
import { deliveredTo } from '../../../shared/contract/certificate-record.contract'
import { listName, type NameParts } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'

const MOST_NAMES = 12
const WAYS = [...deliveredTo.options, 'kept'] as const
type Way = (typeof WAYS)[number]

export interface Undelivered extends NameParts {
  readonly id: string
  readonly version: number
  readonly folio: string
}

export interface DeliverActProps {
  readonly rows: readonly Undelivered[]
  /** How it is offered first: at her release, where she is leaving. */
  readonly way?: Way
}

export function DeliverAct({ rows, way: first = 'herself' }: DeliverActProps) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const count = rows.length
  if (count === 0 && !asking) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHeartHandshake size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('certificates.deliver', { count })}
      </Button>
      {asking && <Delivery rows={rows} first={first} onClose={() => setAsking(false)} />}
    </>
  )
}

function Delivery(props: { readonly rows: readonly Undelivered[]; readonly first: Way; readonly onClose: () => void }) {
  const t = useWords()
  const { rows } = props
  const today = useClock()?.today ?? null
  const [typed, setDay] = useState<string | null | undefined>(undefined)
  const [way, setWay] = useState<Way>(props.first)
  const [receivedBy, setReceivedBy] = useState('')
  const deliver = useAct('certificates.markDelivered')
  const keep = useAct('certificates.keep')
  const day = typed === undefined ? today : typed
  const act = way === 'kept' ? keep : deliver
  const confirm = async () => {
    if (!day) return false
    const certificates = rows.map(({ id, version }) => ({ id, version }))
    if (way === 'kept') return (await keep.run({ certificates, keptOn: day })).ok
    const by = way === 'family' ? receivedBy.trim() : null
    return (await deliver.run({ certificates, deliveredOn: day, to: way, receivedBy: by })).ok
  }
  const names = rows.slice(0, MOST_NAMES).map((row) => `${listName(row)} · ${row.folio}`)
  const count = rows.length
  return (
    <ConfirmAct
      opened
      onClose={props.onClose}
      title={t('certificates.deliverTitle', { count })}
      consequences={
        count > MOST_NAMES ? [...names, t('certificates.delivery.more', { count: count - MOST_NAMES })] : names
      }
      verb={way === 'kept' ? t('certificates.delivery.keep', { count }) : t('certificates.deliver', { count })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <Radio.Group
          label={t('certificates.delivery.to')}
          value={way}
          onChange={(value) => setWay(WAYS.find((each) => each === value) ?? way)}
        >
          <Stack gap={6} mt={6}>
            {WAYS.map((each) => (
              <Radio key={each} value={each} label={t(`certificates.deliveredTo.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {way === 'family' && (
          <TextInput
            required
            maxLength={120}
            label={t('certificates.delivery.receivedBy')}
            description={t('certificates.delivery.receivedByHint')}
            value={receivedBy}
            onChange={(event) => setReceivedBy(event.currentTarget.value)}
          />
        )}
        <DayField label={t('certificates.deliverDay')} value={day} onChange={setDay} required />
      </Stack>
    </ConfirmAct>
  )
}
