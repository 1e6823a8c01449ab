/** The receipt came back: when, how she signed, who took it; and her certificates are delivered with it. */
import { Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Handover, Portfolio } from '../../../shared/contract/portfolio.contract'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'

export interface SignHandoverProps {
  readonly handover: Handover
  readonly certificates: Portfolio['certificates']
  readonly onClose: () => void
}

const HOWS = ['signature', 'thumbprint'] as const

export function SignHandover({ handover, certificates, onClose }: SignHandoverProps) {
  const t = useWords()
  const { may } = useSession()
  const clock = useClock()
  const sign = useAct('people.signHandover')
  const deliver = useAct('certificates.markDelivered')
  const [typed, setDay] = useState<string | null>(null)
  const [how, setHow] = useState<(typeof HOWS)[number]>('signature')
  const [taker, setTaker] = useState('')
  const [withDelivery, setWithDelivery] = useState(true)
  const day = typed ?? clock?.today ?? null
  const handed = new Set(handover.items.map((item) => item.id))
  const open = certificates.filter((each) => handed.has(each.id) && each.deliveredOn === null)
  const canDeliver = open.length > 0 && may('certificates.markDelivered')
  const receivedBy = taker.trim() || null
  const record = async () => {
    if (day === null) return false
    const { id, version } = handover
    if (!(await sign.run({ id, version, signedOn: day, how, receivedBy })).ok) return false
    if (!canDeliver || !withDelivery) return true
    const delivered = await deliver.run({
      certificates: open.map((each) => ({ id: each.id, version: each.version })),
      deliveredOn: day,
      to: receivedBy === null ? 'release' : 'family',
      receivedBy,
    })
    return delivered.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.portfolio.signTitle', { folio: handover.folio })}
      consequences={handover.items.map((item) => item.what)}
      verb={t('people.portfolio.sign')}
      pending={sign.pending || deliver.pending}
      refusals={[...sign.refusals, ...deliver.refusals]}
      onConfirm={record}
    >
      <Stack gap="sm">
        <DayField
          required
          maxDate={clock?.today}
          label={t('people.portfolio.signedOn')}
          value={day}
          onChange={setDay}
        />
        <Radio.Group label={t('people.portfolio.how')} value={how} onChange={(value) => setHow(value)}>
          <Group gap="md" mt={4}>
            {HOWS.map((each) => (
              <Radio key={each} value={each} label={t(`people.portfolio.how.${each}`)} />
            ))}
          </Group>
        </Radio.Group>
        <TextInput
          maxLength={120}
          label={t('people.portfolio.tookIt')}
          value={taker}
          onChange={(event) => setTaker(event.currentTarget.value)}
        />
        {canDeliver && (
          <Checkbox
            label={t('people.portfolio.alsoDelivered', { count: open.length })}
            checked={withDelivery}
            onChange={(event) => setWithDelivery(event.currentTarget.checked)}
          />
        )}
      </Stack>
    </ConfirmAct>
  )
}
