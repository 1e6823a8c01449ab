/** All that happened to her here in one line of time, sifted by area; and its printed history. */
import { Button, Chip, Group } from '@mantine/core'
import { useState } from 'react'
import { type Area, type LifeEntry } from '../../../shared/contract/person-file.contract'
import type { Words } from '../../../shared/i18n'
import { spokenFacts } from '../../../shared/i18n/facts'
import { formatDay, formatMonth } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { PersonFrame } from './PersonFrame'
import classes from './people.module.css'

export function LifePage() {
  return <PersonFrame>{(person) => <Life personId={person.id} />}</PersonFrame>
}

const FIRST = 60

function Life({ personId }: { readonly personId: string }) {
  const t = useWords()
  const { may } = useSession()
  const [areas, setAreas] = useFilter<readonly Area[]>('people.life', [])
  const [all, setAll] = useState(false)
  const life = useRead('people.life', { id: personId, areas: [...areas] })
  // Health and risk only when asked for: the desk has eyes over the shoulder (docs/look.md).
  const entries = (life.data?.entries ?? []).filter((entry) => areas.length > 0 || entry.area !== 'alerts')
  const counts = life.data?.counts ?? []
  const shown = all ? entries : entries.slice(0, FIRST)
  return (
    <Section title={t('people.life.title')} actions={may('people.printHistory') && <History personId={personId} />}>
      <Refusals of={life.refusals} />
      <Group gap={6} mb="sm" role="group" aria-label={t('people.life.filter')} data-no-print>
        {counts.map(({ area, count }) => (
          <Chip
            key={area}
            size="xs"
            checked={areas.includes(area)}
            onChange={(checked) => setAreas(checked ? [...areas, area] : areas.filter((each) => each !== area))}
          >
            {t('people.life.areaCount', { area: t(`people.life.area.${area}`), count })}
          </Chip>
        ))}
      </Group>
      {areas.length === 0 && counts.some(({ area }) => area === 'alerts') && (
        <p className={classes.quiet}>{t('people.life.alertsHint')}</p>
      )}
      {life.data && entries.length === 0 && <p className={classes.quiet}>{t('people.life.empty')}</p>}
      <ul className={classes.timeline}>
        {shown.map((entry) => (
          <li key={entry.key}>
            <time dateTime={entry.day}>{formatDay(entry.day, t.language)}</time>
            <span>
              <Sentence entry={entry} /> <span className={classes.quiet}>· {t(`people.life.area.${entry.area}`)}</span>
            </span>
          </li>
        ))}
      </ul>
      {entries.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('people.life.more', { count: entries.length - shown.length })}
        </Button>
      )}
    </Section>
  )
}

function Sentence({ entry }: { readonly entry: LifeEntry }) {
  const t = useWords()
  const said = t(`people.life.${entry.kind}`, factsOf(t, entry))
  return entry.path ? <RecordLink to={entry.path}>{said}</RecordLink> : said
}

/** The facts as they are said: days and months in words, and words that are facts themselves. */
function factsOf(t: Words, entry: LifeEntry): Readonly<Record<string, string | number>> {
  const { month } = entry.facts
  return {
    ...spokenFacts(entry.facts, t.language),
    ...(typeof month === 'string' ? { month: capital(formatMonth(month, t.language)) } : {}),
    ...Object.fromEntries(Object.entries(entry.words).map(([name, key]) => [name, t(key)])),
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function History({ personId }: { readonly personId: string }) {
  const t = useWords()
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  return (
    <Group gap="xs" align="flex-end" data-no-print>
      <DayField label={t('people.life.printFrom')} size="xs" w={140} clearable value={from} onChange={setFrom} />
      <DayField label={t('people.life.printUntil')} size="xs" w={140} clearable value={until} onChange={setUntil} />
      <PaperButton
        variant="default"
        size="xs"
        channel="people.printHistory"
        input={{ id: personId, from, until }}
        label={t('people.life.print')}
      />
    </Group>
  )
}
