/** The clashes of the week, both sides named; each opens its session. */
import { UnstyledButton } from '@mantine/core'
import { IconBuildingCommunity, IconSchool, IconUser } from '@tabler/icons-react'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'
import classes from './timetable.module.css'
import { columnDay } from './Week'

const ICONS = { room: IconBuildingCommunity, instructor: IconSchool, woman: IconUser } as const

export function ClashList({
  clashes,
  onOpen,
}: {
  readonly clashes: readonly ClashFacts[] | undefined
  readonly onOpen: (sessionId: string) => void
}) {
  const t = useWords()
  if (!clashes) return null
  return (
    <section aria-label={t('timetable.clashes.title')}>
      <h2 className={classes.asideTitle}>{t('timetable.clashes.title')}</h2>
      {clashes.length === 0 && <Status tone="done" label={t('timetable.clashes.none')} />}
      <ul className={classes.list}>
        {clashes.map((clash) => {
          const Sign = ICONS[clash.kind]
          const neutral = t('timetable.neutral')
          return (
            <li key={`${clash.kind} ${clash.resourceId} ${clash.a.sessionId} ${clash.b.sessionId}`}>
              <UnstyledButton className={classes.entry} onClick={() => onOpen(clash.b.sessionId)}>
                <span className={classes.entryHead}>
                  <Sign size={15} role="img" aria-label={t(`timetable.clash.${clash.kind}`)} />
                  {clash.resource}
                </span>
                <span className={classes.soft}>
                  {t('timetable.clash.when', { day: columnDay(clash.day, t), from: clash.from, until: clash.until })}
                </span>
                <span>
                  {t('timetable.clash.sentence', { a: clash.a.title ?? neutral, b: clash.b.title ?? neutral })}
                </span>
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
