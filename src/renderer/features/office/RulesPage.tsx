/** The center's rules: what is in force, since when, and a new value from a day on. */
import { useMemo, useState } from 'react'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { RuleDrawer } from './RuleDrawer'
import type { RuleFacts } from './rule-words'
import { SettingsTabs } from './SettingsTabs'

export function RulesPage() {
  const t = useWords()
  const today = useClock()?.today
  const { data, refusals } = useRead('office.rules', {})
  const [chosen, setChosen] = useState<RuleFacts['key'] | null>(null)
  const columns = useMemo<Column<RuleFacts>[]>(() => {
    const since = (row: RuleFacts) => row.decisions.find((each) => !today || each.fromDay <= today)
    const next = (row: RuleFacts) => row.decisions.filter((each) => today && each.fromDay > today).at(-1)
    return [
      { id: 'rule', header: t('office.rules.rule'), value: (row) => t(`settings.${row.key}`), width: 200 },
      { id: 'what', header: t('office.rules.what'), value: (row) => t(`settings.${row.key}.hint`) },
      {
        id: 'value',
        header: t('office.rules.value'),
        value: (row) => (typeof row.value === 'number' ? row.value : t('office.rules.weights')),
        width: 110,
        align: 'end',
      },
      {
        id: 'since',
        header: t('office.rules.since'),
        value: (row) => since(row)?.fromDay ?? '',
        cell: (row) => {
          const decision = since(row)
          return decision ? formatDay(decision.fromDay, t.language) : t('office.rules.ofUmbral')
        },
        width: 150,
      },
      {
        id: 'next',
        header: t('office.rules.next'),
        value: (row) => next(row)?.fromDay ?? null,
        cell: (row) => {
          const decision = next(row)
          return (
            decision &&
            t('office.rules.nextFrom', {
              value: typeof decision.value === 'number' ? decision.value : t('office.rules.weights'),
              day: formatDay(decision.fromDay, t.language),
            })
          )
        },
        width: 180,
      },
    ]
  }, [t, today])
  return (
    <Page title={t('office.rules.title')} subtitle={t('office.rules.lead')}>
      <SettingsTabs />
      <Refusals of={refusals} />
      <DataTable
        name="office.rules"
        label={t('office.rules.title')}
        columns={columns}
        rows={data}
        rowKey={(row) => row.key}
        onOpen={(row) => setChosen(row.key)}
        countWords="office.rules.count"
      />
      <RuleDrawer rule={data?.find((row) => row.key === chosen) ?? null} onClose={() => setChosen(null)} />
    </Page>
  )
}
