/** What both records hold and only one can keep: one choice for each, or for all of a kind at once. */
import { Button, Group, Radio } from '@mantine/core'
import {
  COLLISION_KINDS,
  type MergeCollision,
  type MergePreview,
  type MergeSide,
} from '../../../shared/contract/merge.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import classes from './merge.module.css'

type Choices = Readonly<Record<string, MergeSide>>

/** Proposed without asking: the same on both sides, and of two requests or places the one that began first. */
export const suggested = (collisions: readonly MergeCollision[]): Choices =>
  Object.fromEntries(
    collisions.flatMap((each): [string, MergeSide][] => {
      if (each.same) return [[each.key, 'kept']]
      if (each.kind !== 'place' && each.kind !== 'wait') return []
      return [[each.key, (each.loser.from ?? '') < (each.kept.from ?? '') ? 'loser' : 'kept']]
    }),
  )

export function MergeCollisions({
  of,
  chosen,
  onChange,
}: {
  readonly of: MergePreview
  readonly chosen: Choices
  readonly onChange: (chosen: Choices) => void
}) {
  const t = useWords()
  return (
    <>
      {COLLISION_KINDS.map((kind) => {
        const both = of.collisions.filter((each) => each.kind === kind)
        const rows = both.filter((each) => !each.same).sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''))
        if (both.length === 0) return null
        const all = (side: MergeSide) =>
          onChange({ ...chosen, ...Object.fromEntries(rows.map((each) => [each.key, side])) })
        return (
          <section key={kind} className={classes.kind} aria-label={t(`merge.collision.${kind}`)}>
            <Group gap="sm">
              <h3>{t(`merge.collision.${kind}`)}</h3>
              {rows.length > 1 && (
                <>
                  <Button size="compact-xs" variant="default" onClick={() => all('kept')}>
                    {t('merge.all.kept')}
                  </Button>
                  <Button size="compact-xs" variant="default" onClick={() => all('loser')}>
                    {t('merge.all.loser')}
                  </Button>
                </>
              )}
            </Group>
            {both.length > rows.length && (
              <p className={classes.quiet}>{t('merge.same', { count: both.length - rows.length })}</p>
            )}
            {rows.map((each) => (
              <Choice
                key={each.key}
                of={each}
                side={chosen[each.key] ?? null}
                onChange={(side) => onChange({ ...chosen, [each.key]: side })}
              />
            ))}
          </section>
        )
      })}
    </>
  )
}

function Choice({
  of,
  side,
  onChange,
}: {
  readonly of: MergeCollision
  readonly side: MergeSide | null
  readonly onChange: (side: MergeSide) => void
}) {
  const t = useWords()
  const title = [of.title, of.day && formatDay(of.day, t.language)].filter(Boolean).join(', ')
  return (
    <Radio.Group
      className={classes.choice}
      {...(title ? { label: title } : { 'aria-label': t(`merge.collision.${of.kind}`) })}
      value={side}
      onChange={(value) => onChange(value)}
    >
      <Group gap="lg" mt={4}>
        <Radio value="kept" label={t('merge.stands.kept', { what: told(of, of.kept, t) })} />
        <Radio value="loser" label={t('merge.stands.loser', { what: told(of, of.loser, t) })} />
      </Group>
    </Radio.Group>
  )
}

function told(of: MergeCollision, row: MergeCollision['kept'], t: Words): string {
  const day = (value: string | null) => (value ? formatDay(value, t.language) : '—')
  switch (of.kind) {
    case 'stay':
      return row.until
        ? t('merge.told.stayUntil', { from: day(row.from), day: day(row.until) })
        : t('merge.told.stay', { from: day(row.from) })
    case 'place':
    case 'wait':
      return t('merge.told.since', { from: day(row.from) })
    case 'mark':
      return row.code ?? '—'
    case 'evaluation':
      return t(`certificates.evaluation.${row.code ?? 'none'}`)
    case 'arrival':
    case 'other':
      return t('merge.told.its')
  }
}
