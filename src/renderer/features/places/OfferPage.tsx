/** Offers places of one group: who is next, why each stands before the next, and a reason if somebody is passed over. */
import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useUndoNotice } from '../../ui/use-undo'
import { JumpReasonFields, jumpOf, NO_JUMP } from './JumpReasonFields'
import { PointLines, whySentence } from './points'
import classes from './waits.module.css'

type Proposal = Output<'places.proposal'>
type Next = Proposal['rows'][number]

export function OfferPage() {
  const t = useWords()
  const editionId = useRouteParam('id')
  const { data, refusals } = useRead('places.proposal', { editionId })
  const [made, setMade] = useState<readonly string[]>([])
  const edition = data?.edition
  return (
    <Page
      title={edition ? t('places.offer.title', { title: edition.title }) : t('places.offers.title')}
      subtitle={
        edition &&
        data &&
        t('places.offer.seats', {
          code: edition.code,
          taken: edition.taken,
          capacity: edition.capacity,
          count: data.held,
          free: data.free,
        })
      }
      back={{ to: '/places', label: t('places.waiting.title') }}
    >
      <Refusals of={refusals} />
      {made.length > 0 && (
        <Group>
          <Status tone="done" label={t('places.offer.made', { count: made.length })} />
          <PaperButton
            channel="places.printOffers"
            input={{ ids: [...made] }}
            label={t('places.slip.print', { count: made.length })}
          />
          <RecordLink to="/places/offers">{t('places.offers.title')}</RecordLink>
        </Group>
      )}
      {data && data.rows.length === 0 && <Empty title={t('places.offer.nobody')} hint={t('places.offer.nobodyHint')} />}
      {data && data.rows.length > 0 && <Choice key={edition?.id} proposal={data} onMade={setMade} />}
    </Page>
  )
}

/** All who would be passed over: they stand before the last chosen and are not chosen themselves. */
const passedBy = (rows: readonly Next[], chosen: ReadonlySet<string>): readonly Next[] => {
  const last = rows.findLastIndex((row) => chosen.has(row.id))
  return rows.slice(0, Math.max(0, last)).filter((row) => !chosen.has(row.id))
}

const MOST_SHOWN = 60

interface ChoiceProps {
  readonly proposal: Proposal
  readonly onMade: (offers: readonly string[]) => void
}

function Choice({ proposal, onMade }: ChoiceProps) {
  const t = useWords()
  const act = useAct('places.offer')
  const say = useUndoNotice()
  const { edition, rows, free } = proposal
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  const [shown, setShown] = useState(MOST_SHOWN)
  const [untilOn, setUntilOn] = useState<string | null>(proposal.untilOn)
  const [jump, setJump] = useState(NO_JUMP)
  const chosen = picked ?? new Set(rows.slice(0, free).map((row) => row.id))
  const waits = rows.filter((row) => chosen.has(row.id))
  const passed = passedBy(rows, chosen)
  const offer = async () => {
    if (!untilOn) return
    const reason = jumpOf(jump)
    const outcome = await act.run({
      editionId: edition.id,
      waits: waits.map(({ id, version }) => ({ id, version })),
      untilOn,
      ...(passed.length > 0 && reason ? { jump: reason } : {}),
    })
    if (!outcome.ok) return
    setPicked(new Set())
    onMade(outcome.value.offers)
    say(outcome.value.batchId, t('places.offer.done', { count: outcome.value.offers.length, title: edition.title }))
  }
  return (
    <Stack gap="md">
      <p className={classes.soft}>
        {t(free > 0 ? 'places.offer.hint' : 'places.offer.noSeats', { count: Math.min(free, rows.length) })}
      </p>
      <ol className={classes.proposal}>
        {rows.slice(0, shown).map((row) => (
          <NextRow
            key={row.id}
            row={row}
            chosen={chosen.has(row.id)}
            passed={passed.some((each) => each.id === row.id)}
            onToggle={(within) => setPicked(toggled(chosen, row.id, within))}
          />
        ))}
      </ol>
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(rows.length)}>
          {t('places.offer.showAll', { count: rows.length })}
        </Button>
      )}
      {passed.length > 0 && (
        <Stack gap="sm" role="group" aria-label={t('places.jump.group')} maw={520}>
          <Status tone="attention" label={t('places.offer.passes', { count: passed.length })} />
          <JumpReasonFields value={jump} onChange={setJump} asked={act.refusals.length > 0} />
        </Stack>
      )}
      <Group align="flex-end">
        <DayField required label={t('places.offer.until')} value={untilOn} onChange={setUntilOn} />
        <Button
          leftSection={<IconSend size={18} aria-hidden />}
          disabled={waits.length === 0}
          loading={act.pending}
          onClick={() => void offer()}
        >
          {t('places.offer.verb', { count: waits.length })}
        </Button>
      </Group>
      <Refusals of={act.refusals} />
    </Stack>
  )
}

const toggled = (set: ReadonlySet<string>, id: string, within: boolean): ReadonlySet<string> => {
  const next = new Set(set)
  if (within) next.add(id)
  else next.delete(id)
  return next
}

interface NextRowProps {
  readonly row: Next
  readonly chosen: boolean
  readonly passed: boolean
  readonly onToggle: (within: boolean) => void
}

function NextRow({ row, chosen, passed, onToggle }: NextRowProps) {
  const t = useWords()
  return (
    <li>
      <Checkbox
        aria-label={t('places.offer.choose', { name: listName(row) })}
        checked={chosen}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      <span className={classes.turn}>{row.position}</span>
      <div>
        <RecordLink to="/people" id={row.personId}>
          {listName(row)}
        </RecordLink>{' '}
        {row.ahead && <Status tone="attention" label={t('places.state.ahead')} />}
        {passed && <Status tone="attention" label={t('places.offer.passed')} />}
        <div className={classes.soft}>
          {[row.fileNumber, row.dormitory, t('places.offer.since', { day: formatDay(row.requestedOn, t.language) })]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {row.after && (
          <div className={classes.soft}>{t('places.offer.beforeNext', { why: whySentence(t, row.after) })}</div>
        )}
      </div>
      <Status
        tone="quiet"
        label={t('places.offer.points', { count: row.points })}
        reason={<PointLines lines={row.lines} sum={row.points} />}
      />
    </li>
  )
}
