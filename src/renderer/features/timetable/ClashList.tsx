/** The clashes of the week that somebody must settle, both sides named; each opens its session. */
import { Anchor, Stack, UnstyledButton } from '@mantine/core'
import {
  IconBed,
  IconBuildingCommunity,
  IconHeartHandshake,
  IconMoodKid,
  IconSchool,
  IconTool,
  IconUser,
  IconUsersMinus,
  type Icon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ClashFacts, ClashKind } from '../../../shared/contract/clash-facts'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { sideWords, whoseWords } from '../../ui/clash-words'
import { Status } from '../../ui/Status'
import classes from './timetable.module.css'
import { columnDay } from './week-words'

export const KIND_ICONS: Readonly<Record<ClashKind, Icon>> = {
  room: IconBuildingCommunity,
  instructor: IconSchool,
  woman: IconUser,
  child: IconMoodKid,
  care: IconHeartHandshake,
  kit: IconTool,
  dormitory: IconBed,
  'keep-apart': IconUsersMinus,
}

/** As many as stand beside a week; the rest is on the page of clashes. */
const SHOWN = 12

export function ClashList({
  clashes,
  onOpen,
}: {
  readonly clashes: readonly ClashFacts[] | undefined
  readonly onOpen: (sessionId: string) => void
}) {
  const t = useWords()
  const { may } = useSession()
  if (!clashes) return null
  const blocking = clashes.filter((clash) => clash.level === 'block')
  return (
    <section aria-label={t('timetable.clashes.title')}>
      <h2 className={classes.asideTitle}>{t('timetable.clashes.title')}</h2>
      {blocking.length === 0 && <Status tone="done" label={t('timetable.clashes.none')} />}
      <ul className={classes.list}>
        {blocking.slice(0, SHOWN).map((clash) => (
          <li key={clash.key}>
            <Entry clash={clash} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      <Stack gap={4} mt={8}>
        <Anchor component={Link} inherit to="/timetable/clashes">
          {t('timetable.clashes.more')} ({clashes.length})
        </Anchor>
        <Anchor component={Link} inherit to="/timetable/appointments">
          {t('timetable.appointment.list')}
        </Anchor>
        {may('timetable.freeSlots') && (
          <Anchor component={Link} inherit to="/timetable/free-slots">
            {t('timetable.slots.page')}
          </Anchor>
        )}
      </Stack>
    </section>
  )
}

function Entry({ clash, onOpen }: { readonly clash: ClashFacts; readonly onOpen: (sessionId: string) => void }) {
  const t = useWords()
  const Sign = KIND_ICONS[clash.kind]
  const sessionId = clash.b.sessionId ?? clash.a.sessionId
  return (
    <UnstyledButton className={classes.entry} disabled={!sessionId} onClick={() => sessionId && onOpen(sessionId)}>
      <span className={classes.entryHead}>
        <Sign size={15} role="img" aria-label={t(`timetable.clash.${clash.kind}`)} />
        {whoseWords(clash, t)}
      </span>
      <span className={classes.soft}>
        {t('timetable.clash.when', { day: columnDay(clash.day, t), from: clash.from, until: clash.until })}
      </span>
      <span>{t('timetable.clash.sentence', { a: sideWords(clash.a, t), b: sideWords(clash.b, t) })}</span>
    </UnstyledButton>
  )
}
