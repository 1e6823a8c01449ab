/** The acts on an alert: raised, reviewed, closed. */
import { Group, Select, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import {
  ALERT_KINDS,
  ALERT_KIND_NAMES,
  CIRCLES,
  circlesOf,
  circlesRead,
  type AlertKind,
  type Circle,
  type PersonAlert,
} from '../../../shared/contract/alerts.contract'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { useFieldRefusal } from '../../ui/Refusals'

const REVIEW_DAYS = 30

interface Care {
  readonly ownerRole: PersonAlert['ownerRole']
  readonly reviewOn: CivilDate | null
  readonly endsOn: CivilDate | null
  readonly note: string
}

function CareFields({
  circle,
  care,
  setCare,
  refusals,
}: {
  readonly circle: Circle
  readonly care: Care
  readonly setCare: (care: Care) => void
  readonly refusals: readonly Refusal[]
}) {
  const t = useWords()
  const fieldRefusal = useFieldRefusal(refusals)
  return (
    <>
      <Select
        label={t('people.alert.owner')}
        allowDeselect={false}
        data={CIRCLES[circle].map((role) => ({ value: role, label: t(`role.${role}`) }))}
        value={care.ownerRole}
        error={fieldRefusal('ownerRole')}
        onChange={(value) => value && setCare({ ...care, ownerRole: value })}
      />
      <Group align="flex-start">
        <DayField
          label={t('people.alert.reviewOn')}
          required
          value={care.reviewOn}
          error={fieldRefusal('reviewOn')}
          onChange={(reviewOn) => setCare({ ...care, reviewOn })}
        />
        <DayField
          label={t('people.alert.endsOn')}
          description={t('people.alert.endsOnHint')}
          w={220}
          clearable
          value={care.endsOn}
          error={fieldRefusal('endsOn')}
          onChange={(endsOn) => setCare({ ...care, endsOn })}
        />
      </Group>
      <Textarea
        label={t('people.alert.note')}
        autosize
        minRows={2}
        maxLength={300}
        value={care.note}
        onChange={(event) => setCare({ ...care, note: event.currentTarget.value })}
      />
    </>
  )
}

/** Whoever raises an alert must be able to read it herself: kinds beyond her circles are not offered. */
export function RaiseAlert({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const t = useWords()
  const { me } = useSession()
  const today = useClock()?.today ?? '2026-01-01'
  const act = useAct('people.raiseAlert')
  const mine = me ? circlesRead(me.role) : []
  const kinds = ALERT_KIND_NAMES.filter((kind) => mine.includes(ALERT_KINDS[kind]))
  const [kind, setKind] = useState<AlertKind>('accompaniment')
  const [circle, setCircle] = useState<Circle>('office')
  const [startsOn, setStartsOn] = useState<CivilDate | null>(today)
  const [care, setCare] = useState<Care>({
    ownerRole: 'coordinator',
    reviewOn: addDays(today, REVIEW_DAYS),
    endsOn: null,
    note: '',
  })
  const confirm = async () => {
    if (!startsOn || !care.reviewOn) return false
    const outcome = await act.run({ personId, kind, circle, startsOn, ...care, reviewOn: care.reviewOn })
    if (outcome.ok) notifications.show({ message: t('people.alert.raised') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.alert.verb')}
      consequences={[]}
      verb={t('people.alert.verb')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <Select
          data-autofocus
          label={t('people.alert.kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`people.alert.kind.${value}`) }))}
          value={kind}
          onChange={(value) => {
            if (!value) return
            setKind(value)
            setCircle(ALERT_KINDS[value])
          }}
        />
        <Select
          label={t('people.alert.circle')}
          allowDeselect={false}
          data={circlesOf(kind)
            .filter((value) => mine.includes(value))
            .map((value) => ({ value, label: t(`people.alert.circle.${value}`) }))}
          value={circle}
          onChange={(value) => value && setCircle(value)}
        />
        <DayField label={t('people.alert.startsOn')} required value={startsOn} onChange={setStartsOn} />
        <CareFields circle={circle} care={care} setCare={setCare} refusals={act.refusals} />
      </Stack>
    </ConfirmAct>
  )
}

interface AlertActProps {
  readonly alert: PersonAlert
  readonly onClose: () => void
}

export function ReviewAlert({ alert, onClose }: AlertActProps) {
  const t = useWords()
  const today = useClock()?.today ?? '2026-01-01'
  const act = useAct('people.reviewAlert')
  const [care, setCare] = useState<Care>({
    ownerRole: alert.ownerRole,
    reviewOn: addDays(today, REVIEW_DAYS),
    endsOn: alert.endsOn,
    note: alert.note ?? '',
  })
  const confirm = async () => {
    if (!care.reviewOn) return false
    const outcome = await act.run({ id: alert.id, version: alert.version, ...care, reviewOn: care.reviewOn })
    if (outcome.ok) notifications.show({ message: t('people.alert.reviewed') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.alert.reviewTitle')}
      consequences={[t(`people.alert.kind.${alert.kind}`)]}
      verb={t('people.alert.review')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        <CareFields circle={alert.circle} care={care} setCare={setCare} refusals={act.refusals} />
      </Stack>
    </ConfirmAct>
  )
}

export function CloseAlert({ alert, onClose }: AlertActProps) {
  const t = useWords()
  const act = useAct('people.closeAlert')
  const confirm = async (why: string) => {
    const outcome = await act.run({ id: alert.id, version: alert.version, why })
    if (outcome.ok) notifications.show({ message: t('people.alert.closedDone') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.alert.close')}
      consequences={[t(`people.alert.kind.${alert.kind}`), t('people.alert.closeWarns')]}
      verb={t('people.alert.close')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    />
  )
}
