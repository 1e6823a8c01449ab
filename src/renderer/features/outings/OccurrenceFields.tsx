/** When: one occurrence, several, or the same each week until a day. */
import { ActionIcon, Button, Fieldset, Group, MultiSelect, Stack, Text } from '@mantine/core'
import { IconPlus, IconRepeat, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { TimeField } from '../../ui/TimeField'
import { leftOut, weeklyUntil, type Choices, type Occurrence, type PlanForm } from './plan-form'
import classes from './permission.module.css'

export interface OccurrenceFieldsProps {
  readonly form: PlanForm
  readonly set: (change: Partial<PlanForm>) => void
  readonly choices: Choices | undefined
  readonly error: string | undefined
  readonly today: string | undefined
}

export function OccurrenceFields({ form, set, choices, error, today }: OccurrenceFieldsProps) {
  const t = useWords()
  const [until, setUntil] = useState<string | null>(null)
  const { occurrences, childIds } = form
  const change = (n: number, to: Partial<Occurrence>) =>
    set({ occurrences: occurrences.map((each, at) => (at === n ? { ...each, ...to } : each)) })
  const last = occurrences.at(-1)
  const whole = Boolean(last?.leavesOn && last.leavesAt && last.returnsOn && last.returnsAt)
  return (
    <Fieldset legend={t('outings.occurrences')}>
      <Stack gap="xs">
        {occurrences.map((each, n) => (
          <div key={n} className={classes.occurrence}>
            <div className={classes.moment}>
              <DayField
                label={t('outings.leavesOn')}
                required
                {...(today ? { minDate: today } : {})}
                value={each.leavesOn}
                onChange={(leavesOn) => change(n, { leavesOn, returnsOn: each.returnsOn ?? leavesOn })}
              />
              <TimeField
                label={t('outings.leavesAt')}
                w={120}
                required
                value={each.leavesAt}
                onChange={(leavesAt) => change(n, { leavesAt })}
              />
            </div>
            <div className={classes.moment}>
              <DayField
                label={t('outings.returnsOn')}
                required
                {...(each.leavesOn ? { minDate: each.leavesOn } : {})}
                value={each.returnsOn}
                onChange={(returnsOn) => change(n, { returnsOn })}
              />
              <TimeField
                label={t('outings.returnsAt')}
                w={120}
                required
                value={each.returnsAt}
                onChange={(returnsAt) => change(n, { returnsAt })}
              />
            </div>
            {occurrences.length > 1 && childIds.length > 1 && (
              <MultiSelect
                className={classes.without ?? ''}
                label={t('outings.without')}
                {...(leftOut(each, childIds).length === 0 ? { placeholder: t('outings.without.nobody') } : {})}
                data={childIds.map((value) => ({
                  value,
                  label: choices?.children.find((child) => child.id === value)?.name ?? '',
                }))}
                value={leftOut(each, childIds)}
                onChange={(without) => change(n, { without })}
              />
            )}
            {occurrences.length > 1 && (
              <ActionIcon
                variant="subtle"
                aria-label={t('outings.occurrences.remove', { n: n + 1 })}
                onClick={() => set({ occurrences: occurrences.filter((_, at) => at !== n) })}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            )}
          </div>
        ))}
        {error && (
          <Text size="sm" c="granada" role="alert">
            {error}
          </Text>
        )}
        <Group align="flex-end">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() =>
              set({
                occurrences: [
                  ...occurrences,
                  {
                    leavesOn: null,
                    leavesAt: last?.leavesAt ?? null,
                    returnsOn: null,
                    returnsAt: last?.returnsAt ?? null,
                  },
                ],
              })
            }
          >
            {t('outings.occurrences.add')}
          </Button>
          <DayField
            label={t('outings.occurrences.until')}
            {...(last?.leavesOn ? { minDate: last.leavesOn } : {})}
            value={until}
            onChange={setUntil}
          />
          <Button
            variant="default"
            size="xs"
            disabled={!whole || until === null}
            leftSection={<IconRepeat size={16} aria-hidden />}
            onClick={() => until !== null && set({ occurrences: weeklyUntil(occurrences, until) })}
          >
            {t('outings.occurrences.weekly')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
