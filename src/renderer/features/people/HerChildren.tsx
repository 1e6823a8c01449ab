/** All of a woman's children, those who live here and those outside, for those who may know of them. */
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { ChildRow } from '../../../shared/contract/children.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Section } from '../../ui/Page'

export function HerChildren({ motherId, here }: { readonly motherId: string; readonly here: boolean }) {
  const t = useWords()
  const go = useGo()
  const today = useClock()?.today
  const { data } = useRead('children.ofMother', { id: motherId })
  const columns = useMemo(() => columnsOf(t, today ?? ''), [t, today])
  return (
    <Section
      title={t('people.section.children')}
      actions={
        here && (
          <Button variant="subtle" size="compact-sm" onClick={() => go(`/children/new/${motherId}`)}>
            {t('people.children.register')}
          </Button>
        )
      }
    >
      <DataTable
        name="people.children"
        label={t('people.section.children')}
        size="content"
        columns={columns}
        rows={data}
        rowKey={(child) => child.id}
        onOpen={(child) => go(`/children/${child.id}`)}
        countWords="people.children.count"
        isQuiet={(child) => !livesHere(child, today ?? '')}
        empty={t('people.children.empty')}
      />
    </Section>
  )
}

const livesHere = (child: ChildRow, today: string): boolean =>
  child.kind === 'here' && (child.livesHereUntil === null || child.livesHereUntil > today)

function ageOf({ age }: ChildRow, t: Words): string {
  if (age.months === null) return t('people.children.ageUnknown')
  const months = t('people.children.months', { count: age.months })
  return age.approximate ? t('people.children.about', { age: months }) : months
}

function placeOf(child: ChildRow, today: string, t: Words): string {
  if (livesHere(child, today)) return t('people.children.here')
  const where = [child.outside.with, child.outside.place].filter(Boolean).join(' · ')
  const left = child.livesHereUntil && t('people.children.left', { day: formatDay(child.livesHereUntil, t.language) })
  return [left, where || (left ? null : t('people.children.outside'))].filter(Boolean).join(' · ')
}

function columnsOf(t: Words, today: string): readonly Column<ChildRow>[] {
  return [
    { id: 'name', header: t('people.children.name'), value: listName },
    { id: 'age', header: t('people.children.age'), value: (child) => ageOf(child, t), width: 190 },
    { id: 'place', header: t('people.children.place'), value: (child) => placeOf(child, today, t) },
    {
      id: 'contact',
      header: t('people.children.lastContact'),
      value: (child) => child.outside.lastContactOn,
      cell: (child) =>
        !livesHere(child, today) &&
        child.outside.lastContactOn &&
        [formatDay(child.outside.lastContactOn, t.language), child.outside.lastContactHow].filter(Boolean).join(' · '),
      width: 220,
    },
    { id: 'code', header: t('people.children.code'), value: (child) => child.code, width: 120 },
  ]
}
