/** The childcare room now: who is in, who is expected, who looks after them, and whether they are enough. */
import { Button, Group, Select } from '@mantine/core'
import { IconLogin2, IconLogout2 } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ExpectedChild, RoomStay } from '../../../shared/contract/childcare.contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Page, Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { EnterRoom, LeaveRoom, WithdrawStay } from './RoomActs'
import { RoomDuties } from './RoomDuties'
import { RoomFolio } from './RoomFolio'
import { ageWords } from './health-words'
import { handWords, type Room } from './room-words'
import classes from './health.module.css'

type Child = Room['children'][number]
type Doing =
  | { readonly act: 'enter'; readonly child: Child }
  | { readonly act: 'leave'; readonly stay: RoomStay }
  | { readonly act: 'withdraw'; readonly stay: RoomStay }

export function RoomPage() {
  const t = useWords()
  const go = useGo()
  const { data, refusals, refetch } = useRead('children.room', {})
  const minute = useClock()?.time
  useEffect(() => void refetch(), [minute, refetch])
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <Page
      title={t('children.room.title')}
      back={{ to: '/children', label: t('children.nav') }}
      subtitle={data && `${formatDay(data.today, t.language)}, ${data.time}`}
      primary={
        data && (
          <>
            <RoomFolio />
            <Button variant="default" onClick={() => go(`/children/room/${data.today}`)}>
              {t('children.room.keySheet')}
            </Button>
            <PaperButton
              channel="children.printRoom"
              input={{ day: data.today }}
              label={t('children.room.print')}
              variant="default"
            />
          </>
        )
      }
    >
      <Refusals of={refusals} />
      {data && (
        <>
          <Ratio room={data} />
          <div className={classes.columns}>
            <div className={classes.stack}>
              <Inside room={data} onDo={setDoing} />
              <Expected room={data} onDo={setDoing} />
              <Gone room={data} onDo={setDoing} />
            </div>
            <RoomDuties room={data} />
          </div>
        </>
      )}
      {doing?.act === 'enter' && data && (
        <EnterRoom child={doing.child} time={data.time} onClose={() => setDoing(null)} />
      )}
      {doing?.act === 'leave' && data && (
        <LeaveRoom stay={doing.stay} today={data.today} time={data.time} onClose={() => setDoing(null)} />
      )}
      {doing?.act === 'withdraw' && <WithdrawStay stay={doing.stay} onClose={() => setDoing(null)} />}
    </Page>
  )
}

/** The one figure that must be seen from the door. */
function Ratio({ room }: { readonly room: Room }) {
  const t = useWords()
  const { ratio } = room
  const ages = (['under12', 'under36', 'older'] as const)
    .filter((group) => ratio[group] > 0)
    .map((group) => t(`children.room.${group}`, { count: ratio[group] }))
  return (
    <div className={classes.ratio} data-short={ratio.enough ? undefined : true} role="status">
      <span className={classes.count}>{t('children.room.count', { count: ratio.children })}</span>
      {ages.length > 0 && <span>{ages.join(' · ')}</span>}
      <span>{t('children.room.adults', { count: ratio.adults })}</span>
      {ratio.children > 0 && (
        <Status
          tone={ratio.enough ? 'done' : 'stop'}
          label={
            ratio.enough
              ? t('children.room.enough', { count: ratio.needed })
              : t('children.room.short', { count: ratio.needed - ratio.adults })
          }
          reason={t('children.room.sheet.rule', {
            a: ratio.rule.under12,
            b: ratio.rule.under36,
            c: ratio.rule.older,
          })}
        />
      )}
    </div>
  )
}

interface ListProps {
  readonly room: Room
  readonly onDo: (doing: Doing) => void
}

const About = ({ child }: { readonly child: Child }) => {
  const t = useWords()
  return (
    <>
      <strong>{listName(child)}</strong>{' '}
      <span className={classes.quiet}>
        {ageWords(t, child.months, child.approximate)} · {t('children.room.motherNamed', { name: child.mother })}
      </span>
    </>
  )
}

function Inside({ room, onDo }: ListProps) {
  const t = useWords()
  return (
    <Section title={t('children.room.inside')}>
      {room.inside.length === 0 ? (
        <p className={classes.quiet}>{t('children.room.nobody')}</p>
      ) : (
        <ul className={classes.rows}>
          {room.inside.map((stay) => (
            <li key={stay.id}>
              <span>
                <About child={stay} />
                <div>
                  {stay.day < room.today ? (
                    <Status
                      tone="stop"
                      label={t('children.room.sinceDay', { day: formatDay(stay.day, t.language), at: stay.inAt })}
                    />
                  ) : (
                    t('children.room.since', { at: stay.inAt })
                  )}{' '}
                  · {t('children.room.broughtBy')} {handWords(t, stay.brought)}
                </div>
                {stay.outside && <Status tone="stop" label={t('children.room.outside')} />}
              </span>
              <Group gap="xs">
                <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onDo({ act: 'withdraw', stay })}>
                  {t('children.health.withdraw')}
                </Button>
                <Button
                  size="sm"
                  variant="light"
                  leftSection={<IconLogout2 size={18} aria-hidden />}
                  onClick={() => onDo({ act: 'leave', stay })}
                >
                  {t('children.room.fetch', { name: stay.givenNames })}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Expected({ room, onDo }: ListProps) {
  const t = useWords()
  const inside = new Set(room.inside.map((stay) => stay.childId))
  const others = room.children.filter(
    (child) => !inside.has(child.childId) && !room.expected.some((each) => each.childId === child.childId),
  )
  const comes = ({ from: _from, until: _until, ...child }: ExpectedChild) => onDo({ act: 'enter', child })
  return (
    <Section title={t('children.room.expected')}>
      {room.expected.length === 0 && <p className={classes.quiet}>{t('children.room.nobodyExpected')}</p>}
      <ul className={classes.rows}>
        {room.expected.map((child) => (
          <li key={`${child.childId} ${child.from}`}>
            <span>
              <About child={child} />
              <div>
                {t('children.room.session', { from: child.from, until: child.until })}
                {child.from < room.time && child.until > room.time && (
                  <>
                    {' '}
                    <Status tone="attention" label={t('children.room.notInYet')} />
                  </>
                )}
              </div>
            </span>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconLogin2 size={18} aria-hidden />}
              onClick={() => comes(child)}
            >
              {t('children.room.bring', { name: child.givenNames })}
            </Button>
          </li>
        ))}
      </ul>
      <Select
        mt="sm"
        w={360}
        searchable
        label={t('children.room.other')}
        placeholder={t('children.room.otherHint')}
        nothingFoundMessage={t('children.room.nobodyElse')}
        data={others.map((child) => ({ value: child.childId, label: listName(child) }))}
        value={null}
        onChange={(id) => {
          const child = others.find((each) => each.childId === id)
          if (child) onDo({ act: 'enter', child })
        }}
      />
    </Section>
  )
}

function Gone({ room, onDo }: ListProps) {
  const t = useWords()
  if (room.gone.length === 0) return null
  return (
    <Section title={t('children.room.gone')}>
      <ul className={classes.rows}>
        {room.gone.map((stay) => (
          <li key={stay.id}>
            <span>
              <strong>{listName(stay)}</strong> {stay.inAt}–{stay.outAt ?? ''} · {t('children.room.broughtBy')}{' '}
              {handWords(t, stay.brought)}
              {stay.fetched && ` · ${t('children.room.fetchedBy')} ${handWords(t, stay.fetched)}`}
            </span>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onDo({ act: 'withdraw', stay })}>
              {t('children.health.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
