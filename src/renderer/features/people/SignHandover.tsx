/** The receipt came back: when, how she signed, who took it. Her certificates on it are delivered by the same act. */
import { Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Handover, Portfolio } from '../../../shared/contract/portfolio.contract'
import { useAct } from '../../platform/client'
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
  const clock = useClock()
  const sign = useAct('people.signHandover')
  const [typed, setDay] = useState<string | null>(null)
  const [how, setHow] = useState<(typeof HOWS)[number]>('signature')
  const [taker, setTaker] = useState('')
  const day = typed ?? clock?.today ?? null
  const handed = new Set(handover.items.map((item) => item.id))
  const open = certificates.filter((each) => handed.has(each.id) && each.deliveredOn === null)
  const [leftHere, setLeftHere] = useState<readonly string[]>([])
  const taken = open.filter((each) => !leftHere.includes(each.id))
  const record = async () => {
    if (day === null) return false
    const { id, version } = handover
    const outcome = await sign.run({
      id,
      version,
      signedOn: day,
      how,
      receivedBy: taker.trim() || null,
      leftHere: [...leftHere],
    })
    if (!outcome.ok) return false
    notifications.show({
      color: 'nopal',
      message: t('people.portfolio.signedWith', { count: outcome.value.delivered }),
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
    return true
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.portfolio.signTitle', { folio: handover.folio })}
      consequences={handover.items.map((item) => item.what || t(`people.handover.kind.${item.kind}`))}
      verb={t('people.portfolio.sign')}
      pending={sign.pending}
      refusals={sign.refusals}
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
        {open.length > 0 && (
          <Checkbox.Group
            label={t('people.portfolio.takenCertificates')}
            description={t('people.portfolio.alsoDelivered')}
            value={taken.map((each) => each.id)}
            onChange={(ids) => setLeftHere(open.map((each) => each.id).filter((id) => !ids.includes(id)))}
          >
            <Stack gap={6} mt={6}>
              {open.map((each) => (
                <Checkbox key={each.id} value={each.id} label={`${each.title} · ${each.folio}`} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </Stack>
    </ConfirmAct>
  )
}
