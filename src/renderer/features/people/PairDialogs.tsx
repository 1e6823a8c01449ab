/** The acts on a pair who may not meet: recorded, reviewed, closed, opened again. */
import { Group, Select, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import {
  KEEP_APART_LEVELS,
  KEEP_APART_REASONS,
  KEEP_APART_SCOPES,
  type KeepApartPair,
} from '../../../shared/contract/keep-apart.contract'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'
import { spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { useFieldRefusal } from '../../ui/Refusals'
import { WomanField } from './WomanField'

type Facts = Pick<KeepApartPair, 'scope' | 'reasonGroup' | 'level'> & {
  readonly reviewOn: CivilDate | null
  readonly note: string
}
const REVIEW_DAYS = 90

const choices = <Value extends string>(values: readonly Value[], word: (value: Value) => string) =>
  values.map((value) => ({ value, label: word(value) }))

function PairFields({
  facts,
  setFacts,
  refusals,
}: {
  readonly facts: Facts
  readonly setFacts: (facts: Facts) => void
  readonly refusals: readonly Refusal[]
}) {
  const t = useWords()
  const fieldRefusal = useFieldRefusal(refusals)
  return (
    <>
      <Select
        label={t('people.keepApart.scope')}
        description={t('people.keepApart.scopeHint')}
        allowDeselect={false}
        data={choices(KEEP_APART_SCOPES, (value) => t(`people.keepApart.scope.${value}`))}
        value={facts.scope}
        error={fieldRefusal('scope')}
        onChange={(value) => value && setFacts({ ...facts, scope: value })}
      />
      <Group grow align="flex-start">
        <Select
          label={t('people.keepApart.reasonGroup')}
          allowDeselect={false}
          data={choices(KEEP_APART_REASONS, (value) => t(`people.keepApart.reasonGroup.${value}`))}
          value={facts.reasonGroup}
          onChange={(value) => value && setFacts({ ...facts, reasonGroup: value })}
        />
        <Select
          label={t('people.keepApart.level')}
          allowDeselect={false}
          data={choices(KEEP_APART_LEVELS, (value) => t(`people.keepApart.level.${value}`))}
          value={facts.level}
          onChange={(value) => value && setFacts({ ...facts, level: value })}
        />
      </Group>
      <DayField
        label={t('people.keepApart.reviewOn')}
        required
        value={facts.reviewOn}
        error={fieldRefusal('reviewOn')}
        onChange={(reviewOn) => setFacts({ ...facts, reviewOn })}
      />
      <Textarea
        label={t('people.keepApart.note')}
        autosize
        minRows={2}
        maxLength={300}
        value={facts.note}
        onChange={(event) => setFacts({ ...facts, note: event.currentTarget.value })}
      />
    </>
  )
}

/** Records a pair; on a woman's own record she is already one of the two. */
export function RecordPair({ personId, onClose }: { readonly personId?: string; readonly onClose: () => void }) {
  const t = useWords()
  const today = useClock()?.today ?? '2026-01-01'
  const act = useAct('people.recordKeepApart')
  const fieldRefusal = useFieldRefusal(act.refusals)
  const [one, setOne] = useState<string | null>(personId ?? null)
  const [other, setOther] = useState<string | null>(null)
  const [startsOn, setStartsOn] = useState<CivilDate | null>(today)
  const [facts, setFacts] = useState<Facts>({
    scope: 'session',
    reasonGroup: 'other',
    level: 'block',
    reviewOn: addDays(today, REVIEW_DAYS),
    note: '',
  })
  const confirm = async () => {
    if (!one || !other || !startsOn || !facts.reviewOn) return false
    const outcome = await act.run({ personId: one, otherId: other, startsOn, ...facts, reviewOn: facts.reviewOn })
    if (outcome.ok) notifications.show({ message: t('people.keepApart.recorded') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.keepApart.verb')}
      consequences={[]}
      verb={t('people.keepApart.verb')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        {!personId && <WomanField label={t('people.keepApart.one')} value={one} onChange={setOne} autoFocus />}
        <WomanField
          label={t('people.keepApart.other')}
          value={other}
          error={fieldRefusal('otherId')}
          onChange={setOther}
          autoFocus={personId !== undefined}
        />
        <DayField label={t('people.keepApart.startsOn')} required value={startsOn} onChange={setStartsOn} />
        <PairFields facts={facts} setFacts={setFacts} refusals={act.refusals} />
      </Stack>
    </ConfirmAct>
  )
}

interface PairActProps {
  readonly pair: KeepApartPair
  readonly onClose: () => void
}

const namesOf = (pair: KeepApartPair) => ({ one: spokenName(pair.women[0]), other: spokenName(pair.women[1]) })

/** Writes down that somebody looked again: what changed, and the next review. */
export function RevisePair({ pair, onClose }: PairActProps) {
  const t = useWords()
  const act = useAct('people.reviseKeepApart')
  const [facts, setFacts] = useState<Facts>({ ...pair, note: pair.note ?? '' })
  const confirm = async (why: string) => {
    const { scope, reasonGroup, level, reviewOn, note } = facts
    if (!reviewOn) return false
    const { id, version } = pair
    const outcome = await act.run({ id, version, scope, reasonGroup, level, reviewOn, note, why })
    if (outcome.ok) notifications.show({ message: t('people.keepApart.revised') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.keepApart.reviseTitle')}
      consequences={[`${namesOf(pair).one} · ${namesOf(pair).other}`]}
      verb={t('people.keepApart.revise')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <PairFields facts={facts} setFacts={setFacts} refusals={act.refusals} />
      </Stack>
    </ConfirmAct>
  )
}

export function ClosePair({ pair, onClose }: PairActProps) {
  const t = useWords()
  const act = useAct('people.closeKeepApart')
  const confirm = async (why: string) => {
    const outcome = await act.run({ id: pair.id, version: pair.version, why })
    if (outcome.ok) notifications.show({ message: t('people.keepApart.closedDone') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.keepApart.closeTitle', namesOf(pair))}
      consequences={[t('people.keepApart.closeWarns')]}
      verb={t('people.keepApart.close')}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    />
  )
}

export function ReopenPair({ pair, onClose }: PairActProps) {
  const t = useWords()
  const today = useClock()?.today ?? '2026-01-01'
  const act = useAct('people.reopenKeepApart')
  const fieldRefusal = useFieldRefusal(act.refusals)
  const [reviewOn, setReviewOn] = useState<CivilDate | null>(addDays(today, REVIEW_DAYS))
  const confirm = async (why: string) => {
    if (!reviewOn) return false
    const outcome = await act.run({ id: pair.id, version: pair.version, reviewOn, why })
    if (outcome.ok) notifications.show({ message: t('people.keepApart.reopened') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.keepApart.reopenTitle', namesOf(pair))}
      consequences={[t('people.keepApart.reopenWarns')]}
      verb={t('people.keepApart.reopen')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <DayField
        label={t('people.keepApart.reviewOn')}
        required
        value={reviewOn}
        error={fieldRefusal('reviewOn')}
        onChange={setReviewOn}
      />
    </ConfirmAct>
  )
}
