/** A child's health and development: growth, vaccines, check-ups, screening. Each opening is audited. */
import { Group, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ScreeningPrompt } from '../../../shared/contract/child-health-facts'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import { Status, type Tone } from '../../ui/Status'
import { ChecksPart } from './ChecksPart'
import { ChildFrame } from './ChildFrame'
import { DevelopmentPart } from './DevelopmentPart'
import { Gestation } from './Gestation'
import { GrowthPart } from './GrowthPart'
import { VaccinesPart } from './VaccinesPart'
import type { HealthFile } from './health-file'
import { ageWords } from './health-words'
import classes from './health.module.css'

const PARTS = ['growth', 'vaccines', 'checks', 'development'] as const
type Part = (typeof PARTS)[number]

export function HealthPage() {
  return <ChildFrame>{(child) => <Health id={child.id} />}</ChildFrame>
}

function Health({ id }: { readonly id: string }) {
  const t = useWords()
  const { data, refusals } = useRead('children.health', { id })
  const [part, setPart] = useFilter<Part>('children.health.part', 'vaccines')
  if (!data) return <Refusals of={refusals} />
  const bar = (acts: ReactNode) => (
    <div className={classes.bar} data-no-print>
      <SegmentedControl
        aria-label={t('children.tab.health')}
        data={PARTS.map((value) => ({ value, label: t(`children.health.part.${value}`) }))}
        value={part}
        onChange={(value) => setPart(PARTS.find((each) => each === value) ?? part)}
      />
      <Group gap="sm">{acts}</Group>
    </div>
  )
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        {data.age.approximate && <span>{ageWords(t, data.age.months, true)}</span>}
        {data.age.correctedMonths !== null && (
          <span>{t('children.health.corrected', { age: ageWords(t, Math.max(0, data.age.correctedMonths)) })}</span>
        )}
        <Gestation file={data} />
        <span className={classes.quiet}>
          {t('children.health.byScheme', { day: formatDay(data.scheme.sourceDay, t.language) })}
        </span>
        <Prompts prompts={data.prompts} today={data.today} />
      </div>
      {data.age.months === null && <p className={classes.quiet}>{t('children.health.noAge')}</p>}
      {part === 'growth' && <GrowthPart file={data} bar={bar} />}
      {part === 'vaccines' && <VaccinesPart file={data} bar={bar} />}
      {part === 'checks' && <ChecksPart file={data} bar={bar} />}
      {part === 'development' && <DevelopmentPart file={data} bar={bar} />}
    </div>
  )
}

const PROMPT_TONES: Readonly<Record<ScreeningPrompt['kind'], Tone>> = {
  group: 'info',
  retest: 'attention',
  refer: 'stop',
  answer: 'attention',
}

function Prompts({ prompts, today }: { readonly prompts: HealthFile['prompts']; readonly today: string }) {
  const t = useWords()
  if (prompts.length === 0) return null
  return (
    <ul className={classes.prompts}>
      {prompts.map((prompt) => (
        <li key={`${prompt.kind} ${prompt.screeningId ?? ''}`}>
          <Status
            tone={prompt.dueOn < today ? 'attention' : PROMPT_TONES[prompt.kind]}
            label={t(`children.health.prompt.${prompt.kind}`, {
              day: formatDay(prompt.dueOn, t.language),
              group: prompt.group ?? '',
            })}
          />
        </li>
      ))}
    </ul>
  )
}
