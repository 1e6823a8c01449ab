/** A woman's excuses on a page about her: told ahead, withdrawn with a reason. */
import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { formatDayRange } from '../../shared/i18n/format'
import { listName } from '../../shared/kernel/text'
import { useAct, useRead } from '../platform/client'
import { useSession } from '../platform/session'
import { useClock } from '../platform/today'
import { useWords } from '../platform/words'
import { ConfirmAct } from './ConfirmAct'
import { ExcuseForm } from './ExcuseForm'
import { Section } from './Page'
import { Refusals } from './Refusals'
import classes from './HerExcuses.module.css'

type Excuse = Output<'attendance.excuses'>[number]

export function HerExcuses({ personId }: { readonly personId: string }) {
  const t = useWords()
  const { may } = useSession()
  const list = useRead('attendance.excuses', { personId }, { enabled: may('attendance.excuses') })
  const [telling, setTelling] = useState(false)
  if (!may('attendance.excuses')) return null
  return (
    <Section
      title={t('attendance.excuses.title')}
      actions={
        may('attendance.addExcuses') && (
          <Button
            variant="default"
            leftSection={<IconCalendarPlus size={16} aria-hidden />}
            onClick={() => setTelling(true)}
          >
            {t('attendance.excuses.verb')}
          </Button>
        )
      }
    >
      <Refusals of={list.refusals} />
      {list.data?.length === 0 && <p className={classes.none}>{t('attendance.excuses.none')}</p>}
      <ul className={classes.list}>
        {(list.data ?? []).map((excuse) => (
          <li key={excuse.id} data-withdrawn={excuse.withdrawnReason !== null || undefined}>
            <b>{excuse.mark}</b>
            <span>{t(`attendance.reason.${excuse.reason}`)}</span>
            <span>{formatDayRange(excuse.from, excuse.until, t.language)}</span>
            <span>
              {excuse.startsAt ? `${excuse.startsAt}–${excuse.endsAt ?? ''}` : t('attendance.excuses.allDay')}
            </span>
            {excuse.note && <span>{excuse.note}</span>}
            {excuse.withdrawnReason === null ? (
              <WithdrawExcuse excuse={excuse} />
            ) : (
              <span>{t('attendance.excuses.withdrawn', { reason: excuse.withdrawnReason })}</span>
            )}
          </li>
        ))}
      </ul>
      <ExcuseModal opened={telling} onClose={() => setTelling(false)} personId={personId} />
    </Section>
  )
}

export interface ExcuseModalProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly personId?: string
}

/** The form in its window; each opening begins empty. */
export function ExcuseModal({ opened, onClose, personId }: ExcuseModalProps) {
  const t = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('attendance.excuses.verb')}
      centered
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <ExcuseForm onDone={onClose} {...(personId ? { personId } : {})} />
    </Modal>
  )
}

/** Takes an excuse back while it still says something about a day to come. */
export function WithdrawExcuse({ excuse }: { readonly excuse: Excuse }) {
  const t = useWords()
  const { may } = useSession()
  const today = useClock()?.today
  const [open, setOpen] = useState(false)
  const act = useAct('attendance.withdrawExcuse')
  if (!may('attendance.withdrawExcuse') || !today || excuse.until < today) return null
  const withdraw = async (reason: string) => {
    const outcome = await act.run({ id: excuse.id, reason })
    if (outcome.ok) notifications.show({ message: t('attendance.excuses.withdrawnDone') })
    return outcome.ok
  }
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {t('attendance.excuses.withdraw')}
      </Button>
      <ConfirmAct
        opened={open}
        onClose={() => setOpen(false)}
        title={t('attendance.excuses.withdrawTitle', { name: listName(excuse) })}
        consequences={[t('attendance.excuses.withdrawWhat')]}
        verb={t('attendance.excuses.withdrawVerb')}
        reason
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={withdraw}
      />
    </>
  )
}
