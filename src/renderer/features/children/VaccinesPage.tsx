/** What the children of the center still need: vaccines and check-ups, due or overdue. Each opening is audited. */
import { Button } from '@mantine/core'
import { IconVaccine } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { DueChild } from '../../../shared/contract/child-health-facts'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Figures } from '../../ui/Figures'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { VaccinationDay } from './VaccinationDay'
import { ageWords, milestoneWords } from './health-words'

const CHOICES = ['overdue', 'due', 'referred', 'blank', 'all'] as const
type Choice = (typeof CHOICES)[number]

const fits = (child: DueChild, choice: Choice): boolean => {
  if (choice === 'all') return true
  // What nobody has written down is not overdue: nobody knows.
  if (choice === 'blank' || child.blank) return choice === 'blank' && child.blank
  return [...child.doses, ...child.checks].some((line) => line.state === choice)
}

export function VaccinesPage() {
  const t = useWords()
  const go = useGo()
  const { data, refusals } = useRead('children.due', {})
  const [choice, setChoice] = useFilter<Choice>('children.due.choice', 'all')
  const [giving, setGiving] = useState(false)
  const columns = useMemo(() => columnsOf(t), [t])
  const children = data?.children ?? []
  const rows = children.filter((child) => fits(child, choice))
  return (
    <Page
      title={t('children.due.title')}
      back={{ to: '/children', label: t('children.nav') }}
      subtitle={data && t('children.health.byScheme', { day: formatDay(data.scheme.sourceDay, t.language) })}
      primary={
        <>
          <Button variant="default" onClick={() => go('/children/scheme')}>
            {t('children.scheme.open')}
          </Button>
          <PaperButton
            channel="children.printDue"
            input={{ childIds: null }}
            label={t('children.due.print')}
            variant="default"
          />
          <Button leftSection={<IconVaccine size={18} aria-hidden />} onClick={() => setGiving(true)}>
            {t('children.due.give')}
          </Button>
        </>
      }
    >
      <Refusals of={refusals} />
      <Figures
        label={t('children.due.which')}
        of={CHOICES.map((id) => ({
          id,
          label: t(`children.due.${id}`),
          value: children.filter((child) => fits(child, id)).length,
          tone: id === 'overdue' && children.some((child) => fits(child, id)) ? ('attention' as const) : undefined,
        }))}
        chosen={choice}
        onChoose={setChoice}
      />
      <DataTable
        name="children.due"
        label={t('children.due.title')}
        columns={columns}
        rows={data && rows}
        rowKey={(row) => row.childId}
        onOpen={(row) => go(`/children/${row.childId}/${row.blank ? 'card' : 'health'}`)}
        search
        countWords="children.list.count"
        empty={<Empty title={t('children.due.empty')} hint={t('children.due.emptyHint')} />}
      />
      {giving && data && <VaccinationDay of={data} onClose={() => setGiving(false)} />}
    </Page>
  )
}

function columnsOf(t: Words): readonly Column<DueChild>[] {
  const list = (row: DueChild, state: 'overdue' | 'due' | 'referred'): string =>
    [
      ...row.doses.flatMap((line) => (line.state === state ? [`${line.vaccine} ${line.dose}`] : [])),
      ...row.checks.flatMap((line) =>
        line.state === state ? [t('children.checks.of', { age: milestoneWords(t, line.milestone) })] : [],
      ),
    ].join(' · ')
  const some = (row: DueChild, state: 'overdue' | 'due' | 'referred') => (row.blank ? '' : list(row, state))
  return [
    { id: 'name', header: t('children.name'), value: listName, width: 230 },
    {
      id: 'age',
      header: t('children.age'),
      value: (row) => row.age.months,
      cell: (row) => ageWords(t, row.age.months, row.age.approximate),
      width: 150,
    },
    {
      id: 'overdue',
      header: t('children.due.overdue'),
      value: (row) => some(row, 'overdue'),
      cell: (row) => (row.blank ? <Status tone="quiet" label={t('children.due.blankRow')} /> : list(row, 'overdue')),
    },
    { id: 'due', header: t('children.due.due'), value: (row) => some(row, 'due') },
    { id: 'referred', header: t('children.due.referred'), value: (row) => some(row, 'referred'), width: 180 },
  ]
}
