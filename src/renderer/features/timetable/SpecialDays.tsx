/** The special days of the week; whoever may takes one back, and sees what returns. */
import { ActionIcon } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { SpecialDayFacts } from '../../../shared/contract/timetable.contract'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import classes from './timetable.module.css'
import { columnDay } from './Week'

export function SpecialDays({ days }: { readonly days: readonly SpecialDayFacts[] }) {
  const t = useWords()
  const { may } = useSession()
  const act = useAct('office.removeSpecialDay')
  const [removing, setRemoving] = useState<SpecialDayFacts | null>(null)
  if (days.length === 0) return null
  return (
    <section aria-label={t('timetable.special.list')}>
      <h2 className={classes.asideTitle}>{t('timetable.special.list')}</h2>
      <ul className={classes.list}>
        {days.map((special) => (
          <li key={special.id} className={classes.special}>
            <span>
              <strong>{columnDay(special.day, t)}</strong> {special.title}
              <br />
              <span className={classes.soft}>{detailsOf(special, t)}</span>
            </span>
            {may('office.removeSpecialDay') && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('timetable.special.removeTitle', { title: special.title })}
                onClick={() => setRemoving(special)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      <ConfirmAct
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('timetable.special.removeTitle', { title: removing?.title ?? '' })}
        consequences={[t('timetable.special.removeConsequence')]}
        verb={t('timetable.special.remove')}
        danger
        reason
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={async (reason) => {
          const outcome = removing && (await act.run({ id: removing.id, reason }))
          if (!outcome?.ok) return false
          notifications.show({ message: t('timetable.done.specialRemoved', { count: outcome.value.restored }) })
          return true
        }}
      />
    </section>
  )
}

const detailsOf = (special: SpecialDayFacts, t: (key: string) => string): string =>
  [
    t(`timetable.special.${special.kind}`),
    special.startsAt && `${special.startsAt}–${special.endsAt ?? ''}`,
    special.dormitories ?? t('timetable.special.whole'),
  ]
    .filter(Boolean)
    .join(' · ')
