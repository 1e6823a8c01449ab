/** What a plan of separation begins with at this center: lines that hold from a day on. Plans made before keep theirs. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Milestone } from '../../../shared/contract/separation.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { FormDialog, said, type FormField, type FormValues } from './FormDialog'
import { stepName } from '../../ui/step-name'

const SIDES = ['before', 'after'] as const
const CONCERNS = ['child', 'mother', 'both'] as const

export function MilestonesPage() {
  const t = useWords()
  const { may } = useSession()
  const { data, refusals } = useRead('children.milestones', {})
  const [open, setOpen] = useState<Milestone | 'new' | null>(null)
  const columns = useMemo(() => columnsOf(t), [t])
  const rows = useMemo(() => (data ? [...data].sort((a, b) => placeOf(a) - placeOf(b)) : undefined), [data])
  return (
    <Page
      title={t('children.milestones.title')}
      subtitle={t('children.milestones.hint')}
      back={{ to: '/children', label: t('children.nav') }}
      primary={
        may('children.addMilestone') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
            {t('children.milestones.add')}
          </Button>
        )
      }
    >
      <Refusals of={refusals} />
      <DataTable
        name="children.milestones"
        label={t('children.milestones.title')}
        columns={columns}
        rows={rows}
        rowKey={(line) => line.id}
        onOpen={(line) => line.untilDay === null && setOpen(line)}
        countWords="children.milestones.count"
        isQuiet={(line) => line.untilDay !== null}
        empty={t('children.milestones.empty')}
      />
      {open === 'new' && <Add onClose={() => setOpen(null)} />}
      {open && open !== 'new' && <Alter key={open.id} line={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const DAYS_OF_MONTH = 30
/** Far before first, far after last. */
const placeOf = (line: Milestone): number =>
  (line.side === 'before' ? -1 : 1) * (line.months * DAYS_OF_MONTH + line.days)

function columnsOf(t: Words): readonly Column<Milestone>[] {
  return [
    { id: 'name', header: t('children.plan.step'), value: (line) => stepName(line, t) },
    { id: 'side', header: t('children.plan.when'), value: (line) => whenOf(line, t), width: 190 },
    {
      id: 'concerns',
      header: t('children.plan.concerns'),
      value: (line) => t(`children.concerns.${line.concerns}`),
      width: 130,
    },
    {
      id: 'from',
      header: t('children.milestones.holds'),
      value: (line) => line.fromDay,
      cell: (line) => holds(line, t),
      width: 260,
    },
  ]
}

const ALWAYS = '2000-01-01'
const holds = (line: Milestone, t: Words): string | null =>
  [
    line.fromDay > ALWAYS && t('children.milestones.from', { day: formatDay(line.fromDay, t.language) }),
    line.untilDay && t('children.milestones.until', { day: formatDay(line.untilDay, t.language) }),
  ]
    .filter(Boolean)
    .join(' · ') || t('children.milestones.always')

function whenOf({ side, months, days }: Milestone, t: Words): string {
  if (months === 0 && days === 0) return t('children.step.thatDay')
  const span = [
    ...(months > 0 ? [t('children.paper.months', { count: months })] : []),
    ...(days > 0 ? [t('children.step.days', { count: days })] : []),
  ].join(' ')
  return t(`children.step.${side}`, { span })
}

const fieldsOf = (t: Words, isOwn: boolean): readonly FormField[] => [
  { name: 'title', kind: 'text', max: 120, required: isOwn, ...(isOwn ? {} : { hint: t('children.form.titleHint') }) },
  {
    name: 'side',
    kind: 'choice',
    required: true,
    options: SIDES.map((value) => ({ value, label: t(`children.plan.${value}`) })),
  },
  { name: 'months', kind: 'text', half: true, required: true, max: 2 },
  { name: 'days', kind: 'text', half: true, required: true, max: 3 },
  {
    name: 'concerns',
    kind: 'choice',
    required: true,
    options: CONCERNS.map((value) => ({ value, label: t(`children.concerns.${value}`) })),
  },
  { name: 'holdsFrom', kind: 'day', required: true },
]

const whenTyped = (values: FormValues) => ({
  side: values.side === 'after' ? ('after' as const) : ('before' as const),
  months: Number(values.months),
  days: Number(values.days),
  concerns: CONCERNS.find((each) => each === values.concerns) ?? ('both' as const),
  fromDay: said(values, 'holdsFrom'),
})

function Add({ onClose }: { readonly onClose: () => void }) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('children.addMilestone')
  if (!clock) return null
  return (
    <FormDialog
      title={t('children.milestones.add')}
      verb={t('children.milestones.add')}
      fields={fieldsOf(t, true)}
      start={{ side: 'before', months: '3', days: '0', concerns: 'both', holdsFrom: clock.today }}
      consequences={[t('children.milestones.means')]}
      act={act}
      send={(values) => act.run({ title: said(values, 'title'), ...whenTyped(values) })}
      told={t('children.milestones.told')}
      onClose={onClose}
    />
  )
}

function Alter({ line, onClose }: { readonly line: Milestone; readonly onClose: () => void }) {
  const t = useWords()
  const clock = useClock()
  const [ending, setEnding] = useState(false)
  const act = useAct('children.alterMilestone')
  const end = useAct('children.endMilestone')
  if (!clock) return null
  if (ending)
    return (
      <FormDialog
        title={stepName(line, t)}
        verb={t('children.milestones.end')}
        danger
        fields={[
          { name: 'endsOn', kind: 'day', required: true },
          { name: 'reason', kind: 'area', required: true },
        ]}
        start={{ endsOn: clock.today }}
        consequences={[t('children.milestones.endMeans')]}
        act={end}
        send={(values) =>
          end.run({
            id: line.id,
            version: line.version,
            untilDay: said(values, 'endsOn'),
            reason: said(values, 'reason'),
          })
        }
        told={t('children.milestones.told')}
        onClose={onClose}
      />
    )
  return (
    <FormDialog
      title={stepName(line, t)}
      verb={t('children.milestones.alter')}
      fields={fieldsOf(t, line.word === null)}
      start={{
        title: line.title,
        side: line.side,
        months: String(line.months),
        days: String(line.days),
        concerns: line.concerns,
        holdsFrom: clock.today,
      }}
      consequences={[t('children.milestones.means')]}
      act={act}
      send={(values) =>
        act.run({ id: line.id, version: line.version, title: values.title ?? null, ...whenTyped(values) })
      }
      told={t('children.milestones.told')}
      onClose={onClose}
    >
      {() => (
        <Button variant="subtle" color="granada" size="compact-sm" mr="auto" onClick={() => setEnding(true)}>
          {t('children.milestones.end')}
        </Button>
      )}
    </FormDialog>
  )
}
