/** Says after the fact that a session was not held: its marks go to their history, its hours to a cause. */
import { Button, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCalendarOff } from '@tabler/icons-react'
import { useState } from 'react'
import { LOST_CAUSES, type LostCause } from '../../../shared/contract/timetable.contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import type { Roll } from './roll'

export function NotHeld({ roll }: { readonly roll: Roll }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const [cause, setCause] = useState<LostCause>('provider')
  const act = useAct('attendance.notHeld')
  const confirm = async (reason: string) => {
    const outcome = await act.run({ id: roll.session.id, version: roll.sessionVersion, cause, reason })
    if (outcome.ok) notifications.show({ message: t('attendance.notHeld.done') })
    return outcome.ok
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarOff size={16} aria-hidden />}
        onClick={() => {
          act.clear()
          setOpen(true)
        }}
      >
        {t('attendance.notHeld.verb')}
      </Button>
      <ConfirmAct
        opened={open}
        onClose={() => setOpen(false)}
        title={t('attendance.notHeld.title')}
        consequences={[t('attendance.notHeld.what'), t('attendance.notHeld.hours'), t('attendance.notHeld.catchUp')]}
        verb={t('attendance.notHeld.confirm')}
        danger
        reason
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={confirm}
      >
        <Select
          label={t('attendance.notHeld.cause')}
          allowDeselect={false}
          data={LOST_CAUSES.map((each) => ({ value: each, label: t(`hours.end.${each}`) }))}
          value={cause}
          onChange={(next) => setCause(LOST_CAUSES.find((each) => each === next) ?? cause)}
        />
      </ConfirmAct>
    </>
  )
}
