/** The morning's papers of a day as one job: what the day needs, what was printed already, and one act for all of it. */
import { Button, Checkbox, Drawer, Group, Progress, Stack, Table } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { MORNING_KINDS, type MorningKind, type MorningPaper } from '../../../shared/contract/morning.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { PaperButton, useProgress } from '../../ui/PaperButton'
import { PaperViewer, type ShownPaper } from '../../ui/PaperViewer'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { StopButton } from '../../ui/StopButton'
import classes from './timetable.module.css'

/** Nothing is shown to a role that may not print them. */
export function MorningButton({ day }: { readonly day: CivilDate }) {
  const t = useWords()
  const { may } = useSession()
  const [opened, setOpened] = useState(false)
  if (!may('today.morning')) return null
  return (
    <>
      <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('timetable.morning.print')}
      </Button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('timetable.morning.title')}
        position="right"
        size={560}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {opened && <Morning key={day} day={day} />}
      </Drawer>
    </>
  )
}

const USUAL: readonly MorningKind[] = ['movements', 'arrivals', 'rosters']
const TYPES: Readonly<Record<MorningKind, string>> = {
  movements: 'paper.timetable.movements',
  arrivals: 'paper.timetable.arrivals',
  rosters: 'paper.attendance.day',
  passes: 'paper.timetable.pass',
  gate: 'paper.outings.gateDay',
}

function Morning({ day: first }: { readonly day: CivilDate }) {
  const t = useWords()
  const { may } = useSession()
  const [day, setDay] = useState<string | null>(first)
  const [kinds, setKinds] = useState<readonly MorningKind[]>(USUAL)
  const read = useRead('today.morning', { day: day ?? first })
  const papers = (read.data?.papers ?? []).filter((each) => kinds.includes(each.kind))
  const again = papers.filter((each) => each.printed !== null).length
  const job = useJob(day, kinds)
  return (
    <Stack gap="md">
      <DayField label={t('timetable.print.movementsDay')} value={day} onChange={setDay} />
      <Checkbox.Group
        label={t('timetable.morning.kinds')}
        value={[...kinds]}
        onChange={(next) => setKinds(MORNING_KINDS.filter((kind) => next.includes(kind)))}
      >
        <Group gap="md" mt={6}>
          {MORNING_KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`timetable.morning.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Refusals of={[...read.refusals, ...job.refusals]} />
      {may('today.printMorning') && (
        <Group gap="sm">
          <Button
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={job.pending && !job.progress.slow}
            disabled={job.pending || !day || papers.length === 0}
            onClick={() => void job.run()}
          >
            {job.pending && job.progress.total > 1
              ? t('ui.paper.making', { done: job.progress.done, total: job.progress.total })
              : t('timetable.morning.printAll', { count: papers.length })}
          </Button>
          {job.pending && <StopButton />}
        </Group>
      )}
      {job.pending && (
        <Progress
          value={job.progress.total > 0 ? (job.progress.done * 100) / job.progress.total : 0}
          aria-label={t('ui.paper.progress')}
        />
      )}
      {again > 0 && <Status tone="attention" label={t('timetable.morning.again', { count: again })} />}
      {(read.data?.withheld ?? 0) > 0 && (
        <Status tone="info" label={t('timetable.morning.withheld', { count: read.data?.withheld ?? 0 })} />
      )}
      <PaperTable papers={papers} pending={read.pending} />
      {day && (
        <Group gap="sm">
          <PaperButton
            variant="subtle"
            size="compact-sm"
            channel="timetable.printMovements"
            input={{ day }}
            label={t('timetable.print.movements')}
          />
          <PaperButton
            variant="subtle"
            size="compact-sm"
            channel="timetable.printArrivals"
            input={{ day }}
            label={t('timetable.arrivals.print')}
          />
        </Group>
      )}
      <PaperViewer paper={job.shown} onClose={job.close} />
    </Stack>
  )
}

/** Prints them; what comes out opens in the viewer as one pile, in the order of custody. */
function useJob(day: string | null, kinds: readonly MorningKind[]) {
  const t = useWords()
  const act = useAct('today.printMorning')
  const progress = useProgress('today.printMorning', act.pending)
  const [shown, setShown] = useState<ShownPaper | null>(null)
  const run = async () => {
    if (!day) return
    const outcome = await act.run({ day, kinds: [...kinds] })
    if (!outcome.ok) return
    setShown(pileOf(outcome.value, `${t('timetable.morning.title')} · ${formatDay(day, t.language)}`))
    notifications.show({ message: t('timetable.morning.done', { count: outcome.value.papers.length }) })
  }
  return { run, pending: act.pending, refusals: act.refusals, progress, shown, close: () => setShown(null) }
}

const pileOf = ({ papers }: Output<'today.printMorning'>, title: string): ShownPaper => ({
  title,
  pdf: papers.map((paper) => paper.pdf),
})

function PaperTable({ papers, pending }: { readonly papers: readonly MorningPaper[]; readonly pending: boolean }) {
  const t = useWords()
  if (papers.length === 0)
    return pending ? null : <Empty title={t('timetable.morning.none')} hint={t('timetable.morning.noneHint')} />
  return (
    <Table aria-label={t('timetable.morning.list')} verticalSpacing={4} horizontalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('timetable.morning.paper')}</Table.Th>
          <Table.Th className={classes.figure ?? ''}>{t('timetable.session.places')}</Table.Th>
          <Table.Th>{t('timetable.morning.printed')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {papers.map((paper) => (
          <Table.Tr key={`${paper.kind} ${paper.of ?? ''}`}>
            <Table.Td>
              {t(TYPES[paper.kind])}
              {paper.of && (
                <>
                  <br />
                  <span className={classes.soft}>{paper.of}</span>
                </>
              )}
            </Table.Td>
            <Table.Td className={classes.figure ?? ''}>{paper.women}</Table.Td>
            <Table.Td>
              {paper.printed
                ? t('timetable.morning.printedAs', {
                    folio: paper.printed.folio,
                    version: paper.printed.version,
                    time: paper.printed.time,
                  })
                : '—'}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
