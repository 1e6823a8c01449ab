/** Where the hours of a month or a week went: held, lost to each cause, not recorded. Every figure opens its rows. */
import { ActionIcon, Group, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDayRange, formatHours, formatMonth } from '../../../shared/i18n/format'
import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  mondayOf,
  monthOf,
  type CivilDate,
} from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { Breakdown } from './Breakdown'
import { Causes } from './Causes'
import { FigureDrawer, type OpenFigure } from './FigureDrawer'
import { lostIn } from './figures'
import classes from './hours.module.css'

type Length = 'month' | 'week'

export function HoursPage() {
  const clock = useClock()
  return clock ? <Hours today={clock.today} /> : null
}

function Hours({ today }: { readonly today: CivilDate }) {
  const t = useWords()
  const [length, setLength] = useFilter<Length>('hours.length', 'month')
  const [day, setDay] = useFilter<CivilDate>('hours.day', today)
  const [open, setOpen] = useState<OpenFigure | null>(null)
  const span = spanOf(length, day)
  const { data, refusals } = useRead('hours.summary', span)
  const step = (by: number) => () => setDay(length === 'month' ? addMonths(span.from, by) : addDays(span.from, by * 7))
  return (
    <Page
      title={t('hours.nav')}
      subtitle={
        data &&
        t('hours.equation', {
          planned: formatHours(data.total.planned),
          held: formatHours(data.total.held),
          lost: formatHours(lostIn(data.total)),
          unknown: formatHours(data.total.unknown),
        })
      }
      primary={
        <PaperButton channel="hours.printLost" input={span} label={t('hours.print')} disabled={!data?.total.planned} />
      }
      filters={
        <>
          <SegmentedControl
            aria-label={t('hours.period')}
            value={length}
            onChange={(value) => setLength(value)}
            data={(['month', 'week'] as const).map((value) => ({ value, label: t(`hours.period.${value}`) }))}
          />
          <Group gap={4} wrap="nowrap">
            <ActionIcon variant="default" size="lg" aria-label={t('hours.previous')} onClick={step(-1)}>
              <IconChevronLeft size={18} aria-hidden />
            </ActionIcon>
            <span className={classes.period} aria-live="polite">
              {length === 'month'
                ? formatMonth(monthOf(span.from), t.language)
                : formatDayRange(span.from, span.until, t.language)}
            </span>
            <ActionIcon variant="default" size="lg" aria-label={t('hours.next')} onClick={step(1)}>
              <IconChevronRight size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </>
      }
    >
      <Refusals of={refusals} />
      {data &&
        (data.total.planned === 0 ? (
          <Empty title={t('hours.empty')} hint={t('hours.emptyHint')} />
        ) : (
          <>
            <Causes total={data.total} onOpen={setOpen} />
            <Breakdown summary={data} onOpen={setOpen} />
          </>
        ))}
      <FigureDrawer open={open} span={span} onClose={() => setOpen(null)} />
    </Page>
  )
}

function spanOf(length: Length, day: CivilDate): { readonly from: CivilDate; readonly until: CivilDate } {
  if (length === 'week') return { from: mondayOf(day), until: addDays(mondayOf(day), 6) }
  return { from: firstDayOf(monthOf(day)), until: lastDayOf(monthOf(day)) }
}
