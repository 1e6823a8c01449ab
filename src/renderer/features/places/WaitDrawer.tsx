/** One request: where it stands and why, what happened to it, and what can be done with it. */
import { Button, Drawer, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import {
  DECISIONS,
  type Decision,
  type Wait,
  type WaitRecord,
  type WaitState,
} from '../../../shared/contract/waits.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock, useMoment } from '../../platform/today'
import { hasWords, useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { AheadWait } from './AheadWait'
import { DecideWait } from './DecideWait'
import { EditWait } from './EditWait'
import { PointLines, whySentence } from './points'
import { TellWait } from './TellWait'
import { OfferButtons } from './OfferButtons'
import { WaitStatus } from './WaitStatus'
import classes from './waits.module.css'

/** What the office may decide in each state; an offer is answered on its own page. */
const OFFERED: Readonly<Record<WaitState, readonly Decision[]>> = {
  pending: ['approve', 'decline', 'withdraw'],
  approved: ['hold', 'decline', 'withdraw'],
  offered: [],
  declined: ['approve', 'hold', 'withdraw'],
  withdrawn: ['reinstate'],
  accepted: [],
  removed: [],
}

interface RecordProps {
  readonly record: WaitRecord
  /** Groups of the workshop that are not over. */
  readonly editions: Output<'places.waiting'>['workshops'][number]['editions']
  readonly ask: (asking: Asking) => void
}

type Asking = Decision | 'ahead' | 'edit' | 'tell'
const isDecision = (asking: Asking): asking is Decision => (DECISIONS as readonly string[]).includes(asking)

interface WaitDrawerProps {
  readonly id: string
  readonly workshops: Output<'places.waiting'>['workshops']
  readonly onClose: () => void
}

export function WaitDrawer({ id, workshops, onClose }: WaitDrawerProps) {
  const t = useWords()
  const { data, refusals } = useRead('places.waitRecord', { id })
  const [asking, setAsking] = useState<Asking | null>(null)
  const editions = workshops.find((each) => each.id === data?.wait.workshopId)?.editions ?? []
  // A question takes the place of the drawer: never one over the other.
  if (asking && data) return <Question asking={asking} wait={data.wait} onClose={() => setAsking(null)} />
  return (
    <Drawer
      opened
      onClose={onClose}
      size={560}
      title={data ? listName(data.wait) : t('places.waiting.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Refusals of={refusals} />
      {data && <Record record={data} editions={editions} ask={setAsking} />}
    </Drawer>
  )
}

interface QuestionProps {
  readonly asking: Asking
  readonly wait: Wait
  readonly onClose: () => void
}

function Question({ asking, wait, onClose }: QuestionProps) {
  if (isDecision(asking)) return <DecideWait wait={wait} decision={asking} onClose={onClose} />
  if (asking === 'ahead') return <AheadWait wait={wait} onClose={onClose} />
  if (asking === 'edit') return <EditWait wait={wait} onClose={onClose} />
  return <TellWait wait={wait} onClose={onClose} />
}

function Record({ record, editions, ask }: RecordProps) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const { wait } = record
  return (
    <Stack gap="md">
      <Facts>
        <Fact label={t('places.waiting.workshop')}>{wait.workshop}</Fact>
        <Fact label={t('places.waiting.state')}>
          <WaitStatus wait={wait} today={today} />
        </Fact>
        <Fact label={t('places.waiting.turn')}>
          {wait.position !== null && t('places.record.turn', { turn: wait.position, count: record.of })}
        </Fact>
        <Fact label={t('places.waiting.since')}>{formatDay(wait.requestedOn, t.language)}</Fact>
        <Fact label={t('places.record.by')}>{wait.requestedBy && t(`places.requester.${wait.requestedBy}`)}</Fact>
        <Fact label={t('places.note')}>{record.requestNote}</Fact>
      </Facts>
      <RecordActs record={record} editions={editions} ask={ask} />
      {record.lines.length > 0 && (
        <Section title={t('places.record.points')}>
          <PointLines lines={record.lines} sum={wait.points} />
        </Section>
      )}
      <Why record={record} />
      {record.steps.length > 0 && <Steps record={record} />}
    </Stack>
  )
}

function Why({ record }: { readonly record: WaitRecord }) {
  const t = useWords()
  const { aheadBecause: ahead, before, after } = record
  if (!ahead && !before && !after) return null
  return (
    <Section title={t('places.record.why')}>
      <Stack gap={6}>
        {ahead && (
          <div>
            {t('places.record.ahead', {
              reason: t(`places.jump.${ahead.reason}`),
              day: formatDay(ahead.day, t.language),
              by: ahead.by ?? '—',
            })}
            {ahead.note && <div className={classes.soft}>{ahead.note}</div>}
          </div>
        )}
        {before && (
          <div>
            <b>{t('places.record.before')}</b> {whySentence(t, before)}
          </div>
        )}
        {after && (
          <div>
            <b>{t('places.record.after')}</b> {whySentence(t, after)}
          </div>
        )}
      </Stack>
    </Section>
  )
}

function Steps({ record }: { readonly record: WaitRecord }) {
  const t = useWords()
  const moment = useMoment()
  return (
    <Section title={t('places.record.steps')}>
      <ol className={classes.steps}>
        {record.steps.map((step) => (
          <li key={step.id}>
            {t(`places.step.${step.act}`)}
            {step.reason && `: ${reasonOf(t, step)}`}
            <div className={classes.soft}>
              {[
                moment(step.at),
                step.by,
                step.toldOn &&
                  t('places.step.told', { day: formatDay(step.toldOn, t.language), by: step.toldBy ?? '—' }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** She left: the cause of her leaving is a word of the office, not somebody's own. */
const reasonOf = (t: Words, { act, reason }: WaitRecord['steps'][number]): string =>
  act === 'remove' && hasWords(`places.cause.${reason ?? ''}`, t.language)
    ? t(`places.cause.${reason ?? ''}`)
    : (reason ?? '')

function RecordActs({ record, editions, ask }: RecordProps) {
  const t = useWords()
  const { may } = useSession()
  const { wait } = record
  const isOpen = wait.state === 'pending' || wait.state === 'approved' || wait.state === 'offered'
  const untold = wait.state === 'declined' && record.steps.at(-1)?.toldOn === null
  const button = (act: Asking, words: string) => (
    <Button key={act} size="compact-md" variant={act === 'approve' ? 'filled' : 'default'} onClick={() => ask(act)}>
      {t(words)}
    </Button>
  )
  return (
    <Group gap="xs">
      {may('places.offer') && wait.state === 'approved' && <OfferButtons editions={editions} />}
      {may('places.decideWaits') && OFFERED[wait.state].map((each) => button(each, `places.decide.${each}`))}
      {may('places.tellWait') && untold && button('tell', 'places.tell.verb')}
      {may('places.putAhead') &&
        wait.state === 'approved' &&
        button('ahead', wait.ahead ? 'places.back.verb' : 'places.ahead.verb')}
      {may('places.editWait') && isOpen && button('edit', 'places.edit.verb')}
      {wait.state === 'offered' && <RecordLink to="/places/offers">{t('places.record.toOffers')}</RecordLink>}
      <PaperButton
        channel="places.printTurn"
        input={{ waitId: wait.id }}
        label={t('places.turnSlip.print')}
        variant="default"
        size="compact-md"
      />
    </Group>
  )
}
