/** Tells ahead why one or several women will not come: reason, days, and hours if it is not the whole day. */
import { Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { EXCUSES, ruleOf, type Reason } from '../../shared/contract/marks'
import type { CivilDate, ClockTime } from '../../shared/kernel/civil-date'
import { listName } from '../../shared/kernel/text'
import { useAct, useRead } from '../platform/client'
import { useClock } from '../platform/today'
import { useWords } from '../platform/words'
import { DayField } from './DayField'
import { Refusals } from './Refusals'
import { TimeField } from './TimeField'
import { useUndoNotice } from './use-undo'

interface Typed {
  readonly reason: Reason | null
  readonly from: CivilDate | null
  readonly until: CivilDate | null
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
  readonly note: string
}
const NOTHING: Typed = { reason: null, from: null, until: null, startsAt: null, endsAt: null, note: '' }

export interface ExcuseFormProps {
  /** Whose; without it she picks the women. */
  readonly personId?: string
  readonly onDone: () => void
}

export function ExcuseForm({ personId, onDone }: ExcuseFormProps) {
  const t = useWords()
  const today = useClock()?.today
  const undo = useUndoNotice()
  const [women, setWomen] = useState<readonly string[]>(personId ? [personId] : [])
  const [typed, setTyped] = useState<Typed>(NOTHING)
  const act = useAct('attendance.addExcuses')
  const set = (part: Partial<Typed>) => {
    act.clear()
    setTyped((held) => ({ ...held, ...part }))
  }
  const from = typed.from ?? today ?? null
  const until = typed.until ?? from
  const save = async () => {
    if (!typed.reason || !from || !until) return
    const { reason, startsAt, endsAt, note } = typed
    const outcome = await act.run({ personIds: [...women], reason, from, until, startsAt, endsAt, note })
    if (!outcome.ok) return
    const { batchId, count, sessions } = outcome.value
    undo(batchId, t('attendance.excuses.saved', { count, sessions }))
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        {!personId && <WomenField value={women} onChange={setWomen} />}
        <Select
          required
          searchable
          label={t('attendance.excuses.reason')}
          placeholder={t('attendance.excuses.choose')}
          data={EXCUSES.map((each) => ({
            value: each,
            label: `${ruleOf(each).letter} · ${t(`attendance.reason.${each}`)}`,
          }))}
          value={typed.reason}
          onChange={(next) => set({ reason: EXCUSES.find((each) => each === next) ?? null })}
        />
        <Group gap="sm" align="flex-end">
          <DayField
            required
            label={t('attendance.excuses.from')}
            value={from}
            onChange={(day) => set({ from: day, ...(typed.until && day && typed.until < day ? { until: day } : {}) })}
          />
          <DayField
            required
            label={t('attendance.excuses.until')}
            value={until}
            onChange={(day) => set({ until: day })}
          />
        </Group>
        <Group gap="sm" align="flex-end">
          <TimeField
            label={t('attendance.excuses.startsAt')}
            value={typed.startsAt}
            onChange={(startsAt) => set({ startsAt })}
          />
          <TimeField
            label={t('attendance.excuses.endsAt')}
            value={typed.endsAt}
            onChange={(endsAt) => set({ endsAt })}
          />
          <Text size="sm" c="dimmed" pb={8}>
            {t('attendance.excuses.hoursHint')}
          </Text>
        </Group>
        <TextInput
          label={t('attendance.excuses.note')}
          maxLength={300}
          value={typed.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <Refusals of={act.refusals} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={act.pending} disabled={women.length === 0 || !typed.reason || !from || !until}>
            {t('attendance.excuses.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Women found by half a name, several of them; who was chosen stays in sight while another is looked for. */
function WomenField({
  value,
  onChange,
}: {
  readonly value: readonly string[]
  readonly onChange: (personIds: readonly string[]) => void
}) {
  const t = useWords()
  const [search, setSearch] = useState('')
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const found = useRead('places.women', { search }, { enabled: search.trim().length > 1 })
  const offered = Object.fromEntries(
    (found.data ?? []).map((woman) => [woman.personId, `${listName(woman)} · ${woman.fileNumber}`]),
  )
  const all = { ...names, ...offered }
  return (
    <MultiSelect
      data-autofocus
      required
      searchable
      hidePickedOptions
      label={t('attendance.excuses.women')}
      placeholder={t('attendance.excuses.pick')}
      nothingFoundMessage={search.trim().length > 1 ? t('attendance.excuses.nobody') : undefined}
      data={Object.entries(all).map(([id, label]) => ({ value: id, label }))}
      filter={({ options, search: typed }) =>
        typed.trim().length > 1 ? options.filter((option) => 'value' in option && option.value in offered) : []
      }
      searchValue={search}
      onSearchChange={setSearch}
      value={[...value]}
      onChange={(next) => {
        setNames(Object.fromEntries(next.map((id) => [id, all[id] ?? ''])))
        onChange(next)
        setSearch('')
      }}
    />
  )
}
