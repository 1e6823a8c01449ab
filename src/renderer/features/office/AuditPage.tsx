/** The audit: who did what and when, with filters; an entry's before and after; the check of the whole chain. */
import { Button, Select, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { dictionary } from '../../../shared/i18n'
import { formatNumber } from '../../../shared/i18n/format'
import type { Output } from '../../../shared/contract'
import { call, useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useMoment } from '../../platform/today'
import { useLanguage, useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { DayField } from '../../ui/DayField'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { AuditDrawer } from './AuditDrawer'
import { eventWords, type Entry } from './audit-words'
import { ChainCheck } from './ChainCheck'
import { SettingsTabs } from './SettingsTabs'

interface Filter {
  readonly from: string | null
  readonly until: string | null
  readonly actor: string
  readonly event: string | null
}
const NO_FILTER: Filter = { from: null, until: null, actor: '', event: null }

export function AuditPage() {
  const t = useWords()
  const moment = useMoment()
  const [filter, setFilter] = useFilter<Filter>('office.audit', NO_FILTER)
  const input = useMemo(
    () => ({
      ...(filter.from ? { from: filter.from } : {}),
      ...(filter.until ? { until: filter.until } : {}),
      ...(filter.actor.trim() ? { actor: filter.actor.trim() } : {}),
      ...(filter.event ? { event: filter.event } : {}),
    }),
    [filter],
  )
  const { data, refusals } = useRead('office.audit', input)
  const older = useOlder(input, data)
  const [open, setOpen] = useState<Entry | null>(null)
  const columns = useMemo<Column<Entry>[]>(
    () => [
      { id: 'seq', header: t('office.audit.seq'), value: (row) => row.seq, width: 84, align: 'end' },
      { id: 'at', header: t('office.audit.at'), value: (row) => row.at, cell: (row) => moment(row.at), width: 200 },
      { id: 'actor', header: t('office.audit.actor'), value: (row) => row.actor, width: 220 },
      { id: 'event', header: t('office.audit.event'), value: (row) => eventWords(t, row.event) },
      { id: 'reason', header: t('ui.confirm.reason'), value: (row) => row.reason },
      { id: 'code', header: t('office.audit.code'), value: (row) => row.event, width: 200, hidden: true },
    ],
    [t, moment],
  )
  return (
    <Page title={t('office.audit.title')} primary={<ChainCheck />}>
      <SettingsTabs />
      <Filters filter={filter} onChange={setFilter} />
      <Refusals of={refusals} />
      <DataTable
        name="office.audit"
        label={t('office.audit.title')}
        columns={columns}
        rows={data && [...data.entries, ...older.entries]}
        rowKey={(row) => String(row.seq)}
        onOpen={setOpen}
        empty={t('office.audit.empty')}
        countWords="office.audit.count"
        tools={
          data && (
            <span>
              {t('office.audit.total', { count: data.total, shown: formatNumber(data.total) })}{' '}
              {older.more && (
                <Button variant="subtle" size="compact-sm" loading={older.pending} onClick={older.load}>
                  {t('office.audit.more')}
                </Button>
              )}
            </span>
          )
        }
      />
      <AuditDrawer entry={open} onClose={() => setOpen(null)} />
    </Page>
  )
}

/** The pages before the first, one at a time, until filters or the first page change. */
function useOlder(input: Parameters<typeof call<'office.audit'>>[1], first: Output<'office.audit'> | undefined) {
  const key = `${JSON.stringify(input)}:${String(first?.entries[0]?.seq ?? 0)}`
  const [held, setHeld] = useState<{ key: string; entries: readonly Entry[]; more: boolean } | null>(null)
  const [pending, setPending] = useState(false)
  const current = held?.key === key ? held : null
  const entries = current?.entries ?? []
  const last = (entries.at(-1) ?? first?.entries.at(-1))?.seq
  return {
    entries,
    more: current ? current.more : (first?.more ?? false),
    pending,
    load: () => {
      if (last === undefined || pending) return
      setPending(true)
      void call('office.audit', { ...input, before: last }).then((outcome) => {
        setPending(false)
        if (outcome.ok) setHeld({ key, entries: [...entries, ...outcome.value.entries], more: outcome.value.more })
      })
    },
  }
}

function Filters({ filter, onChange }: { readonly filter: Filter; readonly onChange: (next: Filter) => void }) {
  const t = useWords()
  const language = useLanguage()
  const events = useMemo(
    () =>
      Object.entries(dictionary(language))
        .filter(([key]) => key.startsWith('audit.'))
        .map(([key, label]) => ({ value: key.slice('audit.'.length), label }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
    [language],
  )
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part })
  return (
    <div
      role="search"
      aria-label={t('office.audit.filters')}
      style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'flex-end' }}
    >
      <DayField label={t('office.audit.from')} value={filter.from} onChange={(from) => set({ from })} clearable />
      <DayField label={t('office.audit.until')} value={filter.until} onChange={(until) => set({ until })} clearable />
      <TextInput
        label={t('office.audit.actor')}
        w={200}
        value={filter.actor}
        onChange={(event) => set({ actor: event.currentTarget.value })}
      />
      <Select
        label={t('office.audit.event')}
        w={300}
        searchable
        clearable
        data={events}
        value={filter.event}
        onChange={(event) => set({ event })}
        nothingFoundMessage={t('ui.table.noneFound')}
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
      />
      {JSON.stringify(filter) !== JSON.stringify(NO_FILTER) && (
        <Button variant="subtle" onClick={() => onChange(NO_FILTER)}>
          {t('ui.table.showAll')}
        </Button>
      )}
    </div>
  )
}
