/** What the form of an appointment asks while it is typed, and the act that it means. */
import { notifications } from '@mantine/notifications'
import type { Output } from '../../../shared/contract'
import type { AppointmentRow } from '../../../shared/contract/appointments.contract'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { factsOf, type AppointmentForm } from './AppointmentFields'

/** The form whole: whose it is, and why it goes on despite what it collides with. */
export interface Form extends AppointmentForm {
  readonly of: 'women' | 'child'
  readonly personIds: readonly string[]
  readonly childId: string | null
  readonly reason: string
}

/** What the form would collide with, asked while it is typed. */
export function usePreview(form: Form, row: AppointmentRow | undefined) {
  const facts = factsOf(form) ?? {
    kind: form.kind,
    day: '2026-01-01',
    startsAt: '08:00',
    endsAt: null,
    roomId: null,
    place: null,
    outside: false,
  }
  const ready = factsOf(form) !== null
  const id = row ? { id: row.id } : {}
  const women = useRead(
    'timetable.previewAppointment',
    { ...facts, ...id, personIds: ready ? [...form.personIds] : [] },
    { enabled: form.of === 'women' },
  )
  const child = useRead(
    'timetable.previewChildAppointment',
    { ...facts, ...id, childId: ready ? form.childId : null },
    { enabled: form.of === 'child' },
  )
  const shown = form.of === 'women' ? women : child
  return { goers: ready ? (shown.data?.goers ?? []) : [], rooms: shown.data?.rooms ?? [], refusals: shown.refusals }
}

/** The act that the form means, with the clashes that were seen. */
export function useSave(
  form: Form,
  row: AppointmentRow | undefined,
  clashes: Output<'timetable.previewAppointment'>['goers'][number]['clashes'],
  onAdded: (added: Output<'timetable.addAppointments'>) => void,
) {
  const t = useWords()
  const addWomen = useAct('timetable.addAppointments')
  const addChild = useAct('timetable.addChildAppointment')
  const changeHers = useAct('timetable.changeAppointment')
  const changeChild = useAct('timetable.changeChildAppointment')
  const change = form.of === 'child' ? changeChild : changeHers
  const save = async () => {
    const facts = factsOf(form)
    if (!facts) return
    const keys = clashes.map((clash) => clash.key)
    const despite = keys.length > 0 && form.reason.trim() ? { keys, reason: form.reason.trim() } : null
    const rest = { ...facts, note: form.note.trim() || null, despite }
    if (row) {
      const outcome = await change.run({ id: row.id, version: row.version, ...rest })
      if (!outcome.ok) return
      notifications.show({ message: t('timetable.appointment.done.changed') })
      onAdded({ ids: [row.id], batchId: null })
      return
    }
    const outcome =
      form.of === 'child'
        ? await addChild.run({ ...rest, childId: form.childId ?? '' })
        : await addWomen.run({ ...rest, personIds: [...form.personIds] })
    if (outcome.ok) onAdded(outcome.value)
  }
  const acts = [addWomen, addChild, change]
  return { save, pending: acts.some((act) => act.pending), refusals: acts.flatMap((act) => act.refusals) }
}
