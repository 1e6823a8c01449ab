/** Headcounts of a group: at which step, who is there by name; who is missing is said large. */
import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  HEADCOUNT_STEPS,
  type GateContact,
  type GateLine,
  type HeadcountStep,
} from '../../../shared/contract/gate-line'
import { useAct, useRead } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import { TimeField } from '../../ui/TimeField'
import { Banner } from './GateBanner'
import { GateNames } from './GateNames'
import { isOutside } from './gate-words'
import classes from './gate.module.css'

interface HeadsProps {
  readonly lines: readonly GateLine[]
  readonly contacts: readonly GateContact[]
}

export function GateHeads({ lines, contacts }: HeadsProps) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('outings.countHeads')
  const outside = lines.filter(isOutside)
  const expected = outside.length > 0 ? outside : lines.filter((line) => line.state !== 'not-made')
  const [first] = lines
  const [step, setStep] = useState<HeadcountStep>(outside.length > 0 ? 'return' : 'leaving')
  const [time, setTime] = useState<string | null>(clock?.time ?? null)
  const [place, setPlace] = useState('')
  const [seen, setSeen] = useState<readonly string[]>([])
  const [missing, setMissing] = useState<readonly string[] | null>(null)
  if (!first) return null
  const press = async () => {
    if (time === null) return
    const answer = await act.run({
      permissionId: first.permissionId,
      day: first.leavesOn,
      step,
      time,
      seen: [...seen],
      ...(place.trim() && { place: place.trim() }),
    })
    if (!answer.ok) return
    setMissing(answer.value.missing)
    setSeen([])
  }
  return (
    <Stack gap="sm" mt="md">
      {missing !== null && (
        <Banner
          tone={missing.length > 0 ? 'stop' : 'done'}
          text={
            missing.length > 0
              ? t('outings.headcount.missing', { count: missing.length, names: missing.join('; ') })
              : t('outings.headcount.complete', { count: expected.length })
          }
          lines={missing.length > 0 ? contacts.map((each) => `${each.name}: ${each.phone}`) : []}
        />
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void press()
        }}
      >
        <Stack gap="sm">
          <Group gap="sm" align="flex-end" wrap="nowrap">
            <Select
              label={t('outings.headcount.step')}
              data={HEADCOUNT_STEPS.map((value) => ({ value, label: t(`outings.headcount.${value}`) }))}
              value={step}
              allowDeselect={false}
              onChange={(value) => setStep(value ?? 'leaving')}
            />
            <TimeField label={t('outings.headcount.time')} value={time} onChange={setTime} />
            <TextInput
              flex={1}
              label={t('outings.headcount.place')}
              maxLength={120}
              value={place}
              onChange={(event) => setPlace(event.currentTarget.value)}
            />
          </Group>
          <GateNames lines={expected} ticked={seen} onTick={setSeen} onOne={() => undefined} />
          <Refusals of={act.refusals} />
          <Button type="submit" size="md" loading={act.pending} disabled={time === null}>
            {t('outings.headcount.save')}
          </Button>
        </Stack>
      </form>
      <Counts permissionId={first.permissionId} day={first.leavesOn} />
    </Stack>
  )
}

function Counts({ permissionId, day }: { readonly permissionId: string; readonly day: string }) {
  const t = useWords()
  const { data } = useRead('outings.headcounts', { permissionId, day })
  if (!data) return null
  return (
    <section aria-label={t('outings.headcount.title')}>
      <h3 className={classes.sectionTitle}>{t('outings.headcount.title')}</h3>
      {data.length === 0 ? (
        <p className={classes.note}>{t('outings.headcount.none')}</p>
      ) : (
        <ul className={classes.calls}>
          {data.map((count) => (
            <li key={count.id} data-short={count.missing.length > 0 || undefined}>
              {count.time} · {[t(`outings.headcount.${count.step}`), count.place].filter(Boolean).join(', ')} ·{' '}
              {t('outings.headcount.seen')}: {count.seen}
              {count.missing.length > 0 && ` · ${t('outings.headcount.missingOf')}: ${count.missing.join('; ')}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
