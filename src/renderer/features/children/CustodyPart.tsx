/** Custody, the measures of authorities, and the clock that runs when a mother does not keep custody. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { CUSTODIES, type ChildRecord } from '../../../shared/contract/children.contract'
import type { Measure } from '../../../shared/contract/child-standing'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { Status } from '../../ui/Status'
import { FormDialog, said, type FormField, type FormValues } from './FormDialog'
import { livesHereNow } from './lives-here'
import classes from './children.module.css'

export function CustodyPart({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const [open, setOpen] = useState<'custody' | 'measure' | 'clock' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section
      title={t('children.custody.title')}
      actions={
        <div className={classes.acts}>
          {livesHereNow(child) && !child.clock && (
            <Button variant="subtle" size="compact-sm" color="granada" onClick={() => setOpen('clock')}>
              {t('children.clock.start')}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen('measure')}>
            {t('children.measure.add')}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen('custody')}>
            {t('children.custody.set')}
          </Button>
        </div>
      }
    >
      <Facts>
        <Fact label={t('children.custody.who')}>{t(`children.custody.${child.custody}`)}</Fact>
        <Fact label={t('children.custody.note')}>{child.custodyNote}</Fact>
      </Facts>
      <ul className={classes.lines}>
        {child.measures.map((measure) => (
          <MeasureLine key={measure.id} measure={measure} />
        ))}
      </ul>
      {open === 'custody' && <SetCustody child={child} onClose={close} />}
      {open === 'measure' && <AddMeasure child={child} onClose={close} />}
      {open === 'clock' && <StartClock child={child} onClose={close} />}
    </Section>
  )
}

function SetCustody({ child, onClose }: { readonly child: ChildRecord; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.setCustody')
  const options = CUSTODIES.map((value) => ({ value, label: t(`children.custody.${value}`) }))
  return (
    <FormDialog
      title={t('children.custody.set')}
      verb={t('children.custody.set')}
      fields={[
        { name: 'custody', kind: 'choice', required: true, options },
        { name: 'note', kind: 'text', max: 300, hint: t('children.form.custodyNoteHint') },
        { name: 'reason', kind: 'area', required: true },
      ]}
      start={{ custody: child.custody, note: child.custodyNote }}
      consequences={[t('children.custody.means')]}
      act={act}
      send={(values) =>
        act.run({
          id: child.id,
          version: child.version,
          custody: CUSTODIES.find((each) => each === values.custody) ?? 'unknown',
          note: values.note ?? null,
          reason: said(values, 'reason'),
        })
      }
      told={t('children.custody.told')}
      onClose={onClose}
    />
  )
}

const MEASURE: readonly FormField[] = [
  { name: 'measureAuthority', kind: 'text', required: true, max: 120 },
  { name: 'number', kind: 'text', required: true, max: 80 },
  { name: 'what', kind: 'area', max: 300 },
  { name: 'fromDay', kind: 'day', half: true, required: true },
  { name: 'measureUntil', kind: 'day', half: true },
]
const measureOf = (values: FormValues) => ({
  authority: said(values, 'measureAuthority'),
  number: said(values, 'number'),
  what: values.what ?? null,
  fromDay: said(values, 'fromDay'),
  untilDay: values.measureUntil ?? null,
})

function AddMeasure({ child, onClose }: { readonly child: ChildRecord; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.addMeasure')
  return (
    <FormDialog
      title={t('children.measure.add')}
      verb={t('children.measure.add')}
      fields={MEASURE}
      start={{ fromDay: child.today }}
      consequences={[t('children.measure.means')]}
      act={act}
      send={(values) => act.run({ childId: child.id, ...measureOf(values) })}
      told={t('children.measure.told')}
      onClose={onClose}
    />
  )
}

function MeasureLine({ measure }: { readonly measure: Measure }) {
  const t = useWords()
  const [altering, setAltering] = useState(false)
  const act = useAct('children.alterMeasure')
  const day = (value: string) => formatDay(value, t.language)
  return (
    <li>
      <time dateTime={measure.fromDay}>{day(measure.fromDay)}</time>
      <div>
        <Status
          tone={measure.open ? 'attention' : 'quiet'}
          label={t(measure.open ? 'children.measure.open' : 'children.measure.over', {
            authority: measure.authority,
            number: measure.number,
          })}
        />
        {measure.untilDay && (
          <div className={classes.quiet}>{t('children.measure.until', { day: day(measure.untilDay) })}</div>
        )}
        {measure.what && <div className={classes.quiet}>{measure.what}</div>}
        <Button variant="default" size="compact-sm" mt={4} data-no-print onClick={() => setAltering(true)}>
          {t('children.measure.alter')}
        </Button>
        {altering && (
          <FormDialog
            title={t('children.measure.alter')}
            verb={t('children.measure.alter')}
            fields={[...MEASURE, { name: 'reason', kind: 'area', required: true }]}
            start={{
              measureAuthority: measure.authority,
              number: measure.number,
              what: measure.what,
              fromDay: measure.fromDay,
              measureUntil: measure.untilDay,
            }}
            act={act}
            send={(values) =>
              act.run({
                id: measure.id,
                version: measure.version,
                ...measureOf(values),
                reason: said(values, 'reason'),
              })
            }
            told={t('children.measure.told')}
            onClose={() => setAltering(false)}
          />
        )}
      </div>
    </li>
  )
}

function StartClock({ child, onClose }: { readonly child: ChildRecord; readonly onClose: () => void }) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('children.startClock')
  if (!clock) return null
  return (
    <FormDialog
      title={t('children.clock.start')}
      verb={t('children.clock.startVerb')}
      danger
      fields={[
        { name: 'beganOn', kind: 'day', half: true, required: true, maxDay: clock.today },
        { name: 'beganAt', kind: 'time', half: true, required: true },
        { name: 'reason', kind: 'area', required: true },
      ]}
      start={{ beganOn: clock.today, beganAt: clock.time }}
      consequences={[t('children.clock.means'), t('children.clock.means2')]}
      act={act}
      send={(values) =>
        act.run({
          childId: child.id,
          beganOn: said(values, 'beganOn'),
          beganAt: said(values, 'beganAt'),
          reason: said(values, 'reason'),
        })
      }
      told={t('children.clock.told')}
      onClose={onClose}
    />
  )
}
