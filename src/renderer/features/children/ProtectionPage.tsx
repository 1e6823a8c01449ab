/** Worries about a child's safety. Only the director and the mother-child lead ever see this page, or that it exists. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Concern, ConcernState } from '../../../shared/contract/child-protection.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status, type Tone } from '../../ui/Status'
import { ChildFrame } from './ChildFrame'
import { RaiseConcernDrawer, StepConcernDrawer } from './ProtectionDrawers'
import classes from './grid.module.css'

const TONES: Readonly<Record<ConcernState, Tone>> = { 'to-notify': 'attention', notified: 'info', closed: 'quiet' }

/** How a concern stands; late is said first. */
export function ConcernStatus({ concern }: { readonly concern: Pick<Concern, 'state' | 'isLate' | 'notifyBy'> }) {
  const t = useWords()
  const moment = useMoment()
  if (concern.isLate)
    return (
      <Status
        tone="stop"
        label={t('children.protection.late')}
        reason={t('children.protection.lateWhy', { when: moment(concern.notifyBy) })}
      />
    )
  return <Status tone={TONES[concern.state]} label={t(`children.protection.state.${concern.state}`)} />
}

export function ProtectionPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const read = useRead('children.protection', { id })
  const [raising, setRaising] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const concerns = read.data?.concerns ?? []
  return (
    <ChildFrame
      primary={() => (
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setRaising(true)}>
          {t('children.protection.raise')}
        </Button>
      )}
    >
      {() => (
        <>
          <p>{t('children.protection.lead', { count: read.data?.hours ?? 24 })}</p>
          <Refusals of={read.refusals} />
          {read.data && concerns.length === 0 && <Empty title={t('children.protection.empty')} />}
          {concerns.map((concern) => (
            <OneConcern key={concern.id} concern={concern} onStep={() => setOpen(concern.id)} />
          ))}
          {read.data && (
            <>
              <RaiseConcernDrawer
                opened={raising}
                childId={id}
                today={read.data.today}
                onClose={() => setRaising(false)}
              />
              <StepConcernDrawer
                concern={concerns.find((each) => each.id === open) ?? null}
                today={read.data.today}
                onClose={() => setOpen(null)}
              />
            </>
          )}
        </>
      )}
    </ChildFrame>
  )
}

function OneConcern({ concern, onStep }: { readonly concern: Concern; readonly onStep: () => void }) {
  const t = useWords()
  const moment = useMoment()
  return (
    <Section
      title={t('children.protection.of', { day: formatDay(concern.seenOn, t.language) })}
      actions={
        <Button variant="default" size="compact-sm" onClick={onStep}>
          {t('children.protection.step')}
        </Button>
      }
    >
      <Facts>
        <Fact label={t('children.checklist.state')}>
          <ConcernStatus concern={concern} />
        </Fact>
        <Fact label={t('children.protection.seenBy')}>{concern.seenBy}</Fact>
        <Fact label={t('children.protection.seenAt')}>
          {[formatDay(concern.seenOn, t.language), concern.seenAt].filter(Boolean).join(' · ')}
        </Fact>
        <Fact label={t('children.protection.entered')}>
          {[moment(concern.enteredAt), concern.enteredBy].filter(Boolean).join(' · ')}
        </Fact>
        {concern.state === 'to-notify' && (
          <Fact label={t('children.protection.notifyBy')}>{moment(concern.notifyBy)}</Fact>
        )}
        <Fact label={t('children.protection.what')} wide>
          <span className={classes.text}>{concern.what}</span>
        </Fact>
      </Facts>
      {concern.steps.map((step) => (
        <div key={step.id} className={classes.step}>
          <strong>{t(`children.protection.kind.${step.kind}`)}</strong>{' '}
          {[formatDay(step.day, t.language), step.time, step.authority, step.folio, step.by]
            .filter(Boolean)
            .join(' · ')}
          <div className={classes.text}>{step.what}</div>
        </div>
      ))}
    </Section>
  )
}
