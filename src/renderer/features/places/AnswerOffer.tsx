/** Her answer to an offer: what she said, on which day, who took it. A yes gives the place, with what stands against it. */
import { Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Offer } from '../../../shared/contract/offers.contract'
import { formatDay } from '../../../shared/i18n/format'
import { spokenName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { useFieldRefusal } from '../../ui/Refusals'
import { WarningList } from './warnings'

const ANSWERS = ['yes', 'no', 'not-this-group'] as const
type Answer = (typeof ANSWERS)[number]

export function AnswerOffer({ offer, onClose }: { readonly offer: Offer; readonly onClose: () => void }) {
  const t = useWords()
  const { me } = useSession()
  const today = useClock()?.today ?? null
  const act = useAct('places.answerOffer')
  const fieldRefusal = useFieldRefusal(act.refusals)
  const [answer, setAnswer] = useState<Answer>('yes')
  const [chosen, setChosen] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [toldBy, setToldBy] = useState(me?.name ?? '')
  const [note, setNote] = useState('')
  const [reason, setReason] = useState('')
  const candidates = useRead(
    'places.candidates',
    { editionId: offer.editionId, search: offer.fileNumber, ...(from ? { openedOn: from } : {}) },
    { enabled: answer === 'yes' },
  )
  const hers = candidates.data?.rows.find((row) => row.personId === offer.personId)
  // Her turn was weighed when the place was offered.
  const warnings = answer === 'yes' ? (hers?.warnings ?? []).filter((each) => each.kind !== 'turn') : []
  const asking = warnings.filter((each) => each.level !== 'info')
  const answeredOn = chosen ?? today
  const name = spokenName(offer)
  const confirm = async () => {
    if (!answeredOn) return false
    const outcome = await act.run({
      id: offer.id,
      version: offer.version,
      answer,
      answeredOn,
      toldBy,
      note,
      ...(answer === 'yes' && from ? { openedOn: from } : {}),
      ...(asking.length > 0 && reason.trim() ? { despite: { keys: asking.map((each) => each.key), reason } } : {}),
    })
    if (outcome.ok) notifications.show({ message: t(`places.answer.${answer}.done`, { name, title: offer.title }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.answer.title', { title: offer.title, code: offer.code })}
      consequences={[t(`places.answer.${answer}.means`, { name })]}
      verb={t(`places.answer.${answer}.verb`)}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <Radio.Group
          label={t('places.answer.said')}
          value={answer}
          onChange={(next) => setAnswer(ANSWERS.find((each) => each === next) ?? answer)}
        >
          <Stack gap={6} mt={6}>
            {ANSWERS.map((each) => (
              <Radio key={each} value={each} label={t(`places.answer.${each}`)} data-autofocus={each === 'yes'} />
            ))}
          </Stack>
        </Radio.Group>
        <DayField
          required
          label={t('places.answer.day')}
          description={t('places.answer.dayHint', { day: formatDay(offer.untilOn, t.language) })}
          w="100%"
          value={answeredOn}
          onChange={setChosen}
          error={fieldRefusal('answeredOn')}
        />
        <TextInput
          required
          label={t('places.answer.takenBy')}
          maxLength={80}
          value={toldBy}
          onChange={(event) => setToldBy(event.currentTarget.value)}
        />
        {answer === 'yes' && (
          <DayField
            label={t('places.give.from')}
            value={from ?? candidates.data?.openedOn ?? null}
            onChange={setFrom}
          />
        )}
        <WarningList warnings={warnings} />
        {asking.length > 0 && (
          <Textarea
            required
            autosize
            minRows={2}
            maxLength={300}
            label={t('places.answer.despite')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {answer !== 'yes' && (
          <Textarea
            autosize
            minRows={2}
            maxLength={300}
            label={t('places.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Stack>
    </ConfirmAct>
  )
}
