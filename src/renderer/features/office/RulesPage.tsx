/** The center's rules: what is in force, since when, and a new value from a day on. */
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { useRead } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { RuleDrawer } from './RuleDrawer'
import { SettingsTabs } from './SettingsTabs'

export type RuleFacts = Output<'office.rules'>[number]

/** A number as it stands; the six weights in the order of the drawer. */
export const valueWords = (t: Words, value: RuleFacts['value']): string =>
  typeof value === 'number'
    ? String(value)
    : t('office.rules.pointsValue', {
        a: value.waitingWeek,
        b: value.neverServed,
        c: value.releaseMonth,
        d: value.childInside,
        e: value.refusal,
        f: value.wantsTrade,
      })

export function RulesPage() {
  const t = useWords()
  const today = useClock()?.today
  const { data, refusals } = useRead('office.rules', {})
  const [chosen, setChosen] = useState<RuleFacts['key'] | null>(null)
  const columns = useMemo<Column<RuleFacts>[]>(() => {
    const since = (row: RuleFacts) => row.decisions.find((each) => !today || each.fromDay <= today)
    const next = (row: RuleFacts) => row.decisions.filter((each) => today && each.fromDay > today).at(-1)
    return [
      { id: 'rule', header: t('office.rules.rule'), value: (row) => t(`settings.${row.key}`), width: 240 },
      { id: 'what', header: t('office.rules.what'), value: (row) => t(`settings.${row.key}.hint`) },
      {
        id: 'value',
        header: t('office.rules.value'),
        value: (row) => valueWords(t, row.value),
        width: 170,
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
        width: 200,
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
