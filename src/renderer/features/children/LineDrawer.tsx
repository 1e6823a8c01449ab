/** One dose or check-up: what was recorded of it, and a form that records more. Nothing clinical is asked for. */
import { Button, Checkbox, Drawer, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  OUTCOMES,
  type HealthOutcome,
  type HealthRecord,
  type LineState,
} from '../../../shared/contract/child-health-facts'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { WithdrawHealth } from './WithdrawHealth'
import { LINE_TONES, lineWords, windowWords } from './health-words'
import classes from './health.module.css'

export interface Recording {
  readonly outcome: HealthOutcome
  readonly day: CivilDate
  readonly seenOnCard: boolean
  readonly note: string | null
}

export interface LineDrawerProps {
  readonly kind: 'dose' | 'check'
  readonly title: string
  readonly line: {
    readonly state: LineState
    readonly from: CivilDate | null
    readonly until: CivilDate | null
    readonly records: readonly HealthRecord[]
  }
  readonly about?: string | null
  readonly today: CivilDate
  readonly act: { readonly pending: boolean; readonly refusals: readonly Refusal[] }
  /** True closes the drawer. */
  readonly onRecord: (recording: Recording) => Promise<boolean>
  readonly onClose: () => void
}

export function LineDrawer(props: LineDrawerProps) {
  const t = useWords()
  const { line, kind } = props
  const [wrong, setWrong] = useState<HealthRecord | null>(null)
  return (
    <Drawer
      opened
      onClose={props.onClose}
      title={props.title}
      size={460}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap="lg">
        <div>
          <Status tone={LINE_TONES[line.state]} label={lineWords(t, kind, line.state)} />
          <p className={classes.quiet}>{windowWords(t, line)}</p>
          {props.about && <p className={classes.quiet}>{props.about}</p>}
        </div>
        {line.state !== 'done' && <RecordForm {...props} />}
        {line.records.length > 0 && (
          <Section title={t('children.health.history')}>
            <ul className={classes.rows}>
              {line.records.map((record) => (
                <li key={record.id}>
                  <span>
                    {lineWords(t, kind, record.outcome)} · {formatDay(record.day, t.language)}
                    {record.seenOnCard && ` · ${t('children.health.seen')}`}
                    {record.note && <div>{record.note}</div>}
                    <div className={classes.quiet}>
                      {t('children.health.recordedBy', {
                        day: formatDay(record.recordedOn, t.language),
                        by: record.recordedBy ?? '—',
                      })}
                    </div>
                  </span>
                  <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setWrong(record)}>
                    {t('children.health.withdraw')}
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Stack>
      {wrong && (
        <WithdrawHealth
          kind={kind}
          record={wrong}
          what={`${props.title} · ${lineWords(t, kind, wrong.outcome)} · ${formatDay(wrong.day, t.language)}`}
          onClose={() => setWrong(null)}
        />
      )}
    </Drawer>
  )
}

function RecordForm({ kind, today, act, onRecord, onClose }: LineDrawerProps) {
  const t = useWords()
  const [outcome, setOutcome] = useState<HealthOutcome>('done')
  const [day, setDay] = useState<string | null>(null)
  const [seenOnCard, setSeen] = useState(true)
  const [note, setNote] = useState('')
  const needsReason = outcome === 'not-wanted'
  // A dose has a reason only where it is not wanted; a check-up may have a word beside it.
  const asksNote = needsReason || kind === 'check'
  const save = async () => {
    if (!day) return
    const seen = kind === 'dose' && outcome === 'done' && seenOnCard
    if (await onRecord({ outcome, day, seenOnCard: seen, note: asksNote ? note.trim() || null : null })) onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('children.health.state')}
          data={OUTCOMES.map((value) => ({ value, label: lineWords(t, kind, value) }))}
          value={outcome}
          onChange={(value) => setOutcome(OUTCOMES.find((each) => each === value) ?? outcome)}
        />
        <DayField
          required
          label={t(
            kind === 'dose' && outcome === 'done' ? 'children.vaccines.givenOn' : `children.health.day.${outcome}`,
          )}
          value={day}
          maxDate={today}
          onChange={setDay}
        />
        {kind === 'dose' && outcome === 'done' && (
          <Checkbox
            label={t('children.vaccines.seenOnCard')}
            checked={seenOnCard}
            onChange={(event) => setSeen(event.currentTarget.checked)}
          />
        )}
        {asksNote && (
          <TextInput
            required={needsReason}
            label={t(needsReason ? 'children.health.reason' : 'children.health.note')}
            description={t('children.health.notClinical')}
            maxLength={160}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <Refusals of={act.refusals} />
        <Group justify="flex-end">
          <Button type="submit" loading={act.pending} disabled={!day || (needsReason && note.trim() === '')}>
            {t('children.health.record')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
