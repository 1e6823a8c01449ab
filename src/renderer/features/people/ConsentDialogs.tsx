/** The acts on what she agreed to: a signed sheet is keyed in, a consent is taken back. */
import { Checkbox, Group, SegmentedControl, Select, Stack, Text, TextInput, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { PURPOSES, type ConsentRow, type Purpose } from '../../../shared/contract/consents.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { useFieldRefusal } from '../../ui/Refusals'

type Answer = 'skip' | 'yes' | 'no'
const NONE: Readonly<Record<Purpose, Answer>> = {
  participation: 'skip',
  headquarters: 'skip',
  photo: 'skip',
  named: 'skip',
  'follow-up': 'skip',
}

/** Keys in one signed sheet, in the order in which the sheet asks. */
export function RecordConsents({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('people.recordConsents')
  const fieldRefusal = useFieldRefusal(act.refusals)
  const [answers, setAnswers] = useState(NONE)
  const [answeredOn, setAnsweredOn] = useState<CivilDate | null>(today)
  const [how, setHow] = useState<ConsentRow['how']>('signature')
  const [readAloud, setReadAloud] = useState(false)
  const [folio, setFolio] = useState('')
  const given = PURPOSES.flatMap((purpose) => {
    const answer = answers[purpose]
    return answer === 'skip' ? [] : [{ purpose, answer }]
  })
  const [bare, setBare] = useState(false)
  const confirm = async () => {
    setBare(given.length === 0)
    if (!answeredOn || given.length === 0) return false
    const outcome = await act.run({ personId, answers: given, answeredOn, how, readAloud, folio })
    if (outcome.ok) notifications.show({ message: t('people.consent.saved') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.consent.recordTitle')}
      consequences={[]}
      verb={t('people.consent.save')}
      pending={act.pending}
      refusals={bare && given.length === 0 ? [{ code: 'no-consent-answers' }] : act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          maxLength={40}
          label={t('people.consent.folio')}
          description={t('people.consent.folioHint')}
          autoComplete="off"
          value={folio}
          error={fieldRefusal('folio')}
          onChange={(event) => setFolio(event.currentTarget.value)}
        />
        {PURPOSES.map((purpose) => (
          <Group key={purpose} justify="space-between" gap="xs">
            <Text size="sm" flex="1 1 200px">
              {t(`people.consent.purpose.${purpose}`)}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t(`people.consent.purpose.${purpose}`)}
              data={(['yes', 'no', 'skip'] as const).map((value) => ({
                value,
                label: t(`people.consent.answer.${value}`),
              }))}
              value={answers[purpose]}
              onChange={(value) => setAnswers({ ...answers, [purpose]: value })}
            />
          </Group>
        ))}
        <Group align="flex-end">
          <DayField
            label={t('people.consent.day')}
            required
            value={answeredOn}
            error={fieldRefusal('answeredOn')}
            onChange={setAnsweredOn}
          />
          <Select
            label={t('people.consent.how')}
            w={168}
            allowDeselect={false}
            data={[
              { value: 'signature', label: t('people.consent.howSignature') },
              { value: 'thumbprint', label: t('people.consent.howThumbprint') },
            ]}
            value={how}
            onChange={(value) => value && setHow(value)}
          />
        </Group>
        <Checkbox
          label={t('people.consent.readAloud')}
          checked={readAloud}
          onChange={(event) => setReadAloud(event.currentTarget.checked)}
        />
      </Stack>
    </ConfirmAct>
  )
}

/** Taking back: her right on any day, and no reason is asked. */
export function WithdrawConsent({
  purpose,
  consent,
  onClose,
}: {
  readonly purpose: Purpose
  readonly consent: ConsentRow
  readonly onClose: () => void
}) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('people.withdrawConsent')
  const fieldRefusal = useFieldRefusal(act.refusals)
  const [withdrawnOn, setWithdrawnOn] = useState<CivilDate | null>(today)
  const [note, setNote] = useState('')
  const confirm = async () => {
    if (!withdrawnOn) return false
    const outcome = await act.run({ id: consent.id, version: consent.version, withdrawnOn, note })
    if (outcome.ok) notifications.show({ message: t('people.consent.withdrawn') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.consent.withdrawTitle', { purpose: t(`people.consent.purpose.${purpose}`).toLowerCase() })}
      consequences={[t(`people.consent.withdrawWarns.${purpose === 'headquarters' ? 'headquarters' : 'any'}`)]}
      verb={t('people.consent.withdrawVerb')}
      danger
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <DayField
          data-autofocus
          label={t('people.consent.withdrawDay')}
          required
          value={withdrawnOn}
          error={fieldRefusal('withdrawnOn')}
          onChange={setWithdrawnOn}
        />
        <Textarea
          label={t('people.consent.withdrawNote')}
          autosize
          minRows={2}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmAct>
  )
}
