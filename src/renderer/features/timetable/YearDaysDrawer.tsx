/** Proposes the days of a year: what the law gives is ticked, what custom brings may be; one act, which can be undone. */
import { Button, Checkbox, Drawer, NumberInput, Stack, Table } from '@mantine/core'
import { useState } from 'react'
import type { YearDay } from '../../../shared/contract/calendar.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useUndoNotice } from '../../ui/use-undo'
import classes from './timetable.module.css'

interface YearProps {
  readonly opened: boolean
  readonly year: number
  readonly onClose: () => void
}

export function YearDaysDrawer({ opened, year, onClose }: YearProps) {
  const t = useWords()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('timetable.year.title')}
      position="right"
      size={560}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {opened && <Proposal key={year} year={year} onClose={onClose} />}
    </Drawer>
  )
}

const FIRST_YEAR = 2006
const LAST_YEAR = 2100

function Proposal({ year: first, onClose }: Omit<YearProps, 'opened'>) {
  const t = useWords()
  const undo = useUndoNotice()
  const act = useAct('office.addDaysOfYear')
  const [year, setYear] = useState(first)
  const days = useRead('office.daysOfYear', { year })
  const [changed, setChanged] = useState<ReadonlyMap<YearDay['key'], boolean>>(new Map())
  const open = (days.data ?? []).filter((each) => each.standsAs === null)
  const chosen = open.filter((each) => changed.get(each.key) ?? each.statutory)
  const cancels = chosen.reduce((sum, each) => sum + each.cancels, 0)
  const add = async () => {
    const outcome = await act.run({ year, keys: chosen.map((each) => each.key) })
    if (!outcome.ok) return
    const { batchId, added, cancelled } = outcome.value
    undo(
      batchId,
      [t('timetable.year.done', { count: added }), t('timetable.done.cancelledBy', { count: cancelled })].join(' '),
    )
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Stack gap="md">
        <NumberInput
          label={t('timetable.year.year')}
          w={120}
          min={FIRST_YEAR}
          max={LAST_YEAR}
          allowDecimal={false}
          value={year}
          onChange={(value) => {
            if (typeof value === 'number' && value >= FIRST_YEAR && value <= LAST_YEAR) setYear(value)
          }}
        />
        <p className={classes.soft}>{t('timetable.year.source')}</p>
        <Refusals of={days.refusals} />
        <Table aria-label={t('timetable.year.title')} verticalSpacing={4} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36} aria-label={t('timetable.year.choose')} />
              <Table.Th>{t('timetable.special.day')}</Table.Th>
              <Table.Th>{t('timetable.special.title')}</Table.Th>
              <Table.Th>{t('timetable.year.sessions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(days.data ?? []).map((each) => (
              <Row
                key={each.key}
                day={each}
                chosen={chosen.includes(each)}
                onChoose={(on) => setChanged(new Map(changed).set(each.key, on))}
              />
            ))}
          </Table.Tbody>
        </Table>
        <div role="status">
          {cancels > 0 && <Status tone="attention" label={t('timetable.year.cancels', { count: cancels })} />}
        </div>
        <Refusals of={act.refusals} />
        <Button type="submit" loading={act.pending} disabled={chosen.length === 0}>
          {t('timetable.year.add', { count: chosen.length })}
        </Button>
      </Stack>
    </form>
  )
}

function Row({
  day,
  chosen,
  onChoose,
}: {
  readonly day: YearDay
  readonly chosen: boolean
  readonly onChoose: (on: boolean) => void
}) {
  const t = useWords()
  const stands = day.standsAs !== null
  return (
    <Table.Tr data-quiet={stands || undefined}>
      <Table.Td>
        <Checkbox
          aria-label={day.title}
          checked={chosen || stands}
          disabled={stands}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td className={classes.time ?? ''}>{formatDay(day.day, t.language)}</Table.Td>
      <Table.Td>
        {day.title}
        <br />
        <span className={classes.soft}>
          {stands
            ? t('timetable.year.stands', { title: day.standsAs ?? '' })
            : t(day.statutory ? 'timetable.year.statutory' : 'timetable.year.customary')}
        </span>
      </Table.Td>
      <Table.Td>{day.cancels > 0 && !stands ? day.cancels : '—'}</Table.Td>
    </Table.Tr>
  )
}
