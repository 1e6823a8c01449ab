/** Extensions of the age limit: records beside it. The limit itself warns and never blocks. */
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Extension } from '../../../shared/contract/child-standing'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { Status, type Tone } from '../../ui/Status'
import { FormDialog, said, type FormField } from './FormDialog'
import { livesHereNow } from './lives-here'
import classes from './children.module.css'

const TONES: Readonly<Record<Extension['state'], Tone>> = {
  asked: 'attention',
  granted: 'done',
  denied: 'stop',
  withdrawn: 'quiet',
}

export function ExtensionPart({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const act = useAct('children.askExtension')
  const isAsked = child.extensions.some((each) => each.state === 'asked')
  return (
    <Section
      title={t('children.extension.title')}
      actions={
        livesHereNow(child) &&
        !isAsked && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
            {t('children.extension.ask')}
          </Button>
        )
      }
    >
      {child.extensions.length === 0 && <p className={classes.quiet}>{t('children.extension.none')}</p>}
      <ul className={classes.lines}>
        {child.extensions.map((each) => (
          <Line key={each.id} extension={each} child={child} />
        ))}
      </ul>
      {asking && (
        <FormDialog
          title={t('children.extension.ask')}
          verb={t('children.extension.ask')}
          fields={[
            { name: 'askedOf', kind: 'text', required: true, max: 120, hint: t('children.form.askedOfHint') },
            { name: 'askedOn', kind: 'day', required: true, maxDay: child.today },
            { name: 'reason', kind: 'area', required: true },
          ]}
          start={{ askedOn: child.today }}
          act={act}
          send={(values) =>
            act.run({
              childId: child.id,
              askedOf: said(values, 'askedOf'),
              askedOn: said(values, 'askedOn'),
              reason: said(values, 'reason'),
            })
          }
          told={t('children.extension.told')}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}

const DECISIONS = ['granted', 'denied', 'withdrawn'] as const
type Decision = (typeof DECISIONS)[number]

function Line({ extension, child }: { readonly extension: Extension; readonly child: ChildRecord }) {
  const t = useWords()
  const [deciding, setDeciding] = useState<Decision | null>(null)
  const day = (value: string | null) => (value ? formatDay(value, t.language) : '')
  const lapsed = extension.untilDay !== null && extension.untilDay < child.today
  return (
    <li>
      <time dateTime={extension.askedOn}>{day(extension.askedOn)}</time>
      <div>
        <Status
          tone={lapsed ? 'attention' : TONES[extension.state]}
          label={
            extension.untilDay
              ? t(lapsed ? 'children.extension.lapsed' : 'children.extension.until', { day: day(extension.untilDay) })
              : t(`children.extension.state.${extension.state}`)
          }
        />
        <div className={classes.quiet}>
          {t('children.extension.askedOf', { who: extension.askedOf })} · {extension.reason}
        </div>
        {extension.decidedOn && (
          <div className={classes.quiet}>
            {t('children.extension.decided', {
              who: extension.decidedBy ?? '',
              day: day(extension.decidedOn),
              document: extension.document ?? '—',
            })}
          </div>
        )}
        {extension.decisionNote && <div className={classes.quiet}>{extension.decisionNote}</div>}
        {extension.state === 'asked' && (
          <Group gap="xs" mt={4} data-no-print>
            {DECISIONS.map((each) => (
              <Button key={each} variant="default" size="compact-sm" onClick={() => setDeciding(each)}>
                {t(`children.extension.act.${each}`)}
              </Button>
            ))}
          </Group>
        )}
        {deciding && (
          <Decide extension={extension} state={deciding} today={child.today} onClose={() => setDeciding(null)} />
        )}
      </div>
    </li>
  )
}

interface DecideProps {
  readonly extension: Extension
  readonly state: Decision
  readonly today: string
  readonly onClose: () => void
}

function Decide({ extension, state, today, onClose }: DecideProps) {
  const t = useWords()
  const act = useAct('children.decideExtension')
  const decided: readonly FormField[] = [
    { name: 'decidedBy', kind: 'text', required: true, max: 120 },
    { name: 'decidedOn', kind: 'day', required: true, maxDay: today },
    { name: 'document', kind: 'text', required: state === 'granted', max: 80 },
    ...(state === 'granted' ? [{ name: 'untilDay', kind: 'day', required: true } as const] : []),
  ]
  const note: FormField = { name: 'note', kind: 'area', required: state === 'withdrawn' }
  return (
    <FormDialog
      title={t(`children.extension.act.${state}`)}
      verb={t(`children.extension.act.${state}`)}
      fields={state === 'withdrawn' ? [note] : [...decided, note]}
      start={{ decidedOn: today, decidedBy: extension.askedOf }}
      act={act}
      send={(values) => {
        const common = {
          decidedBy: said(values, 'decidedBy'),
          decidedOn: said(values, 'decidedOn'),
          note: values.note ?? null,
        }
        const decision =
          state === 'withdrawn'
            ? { state, note: said(values, 'note') }
            : state === 'denied'
              ? { state, ...common, document: values.document ?? null }
              : { state, ...common, document: said(values, 'document'), untilDay: said(values, 'untilDay') }
        return act.run({ id: extension.id, version: extension.version, decision })
      }}
      told={t('children.extension.told')}
      onClose={onClose}
    />
  )
}
