/** The plan of separation: steps with their days, counted back from one day and forward from it. */
import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import type { SeparationPlan } from '../../../shared/contract/separation.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { ChildFrame } from './ChildFrame'
import { FormDialog, said } from './FormDialog'
import { livesHereNow } from './lives-here'
import { ClosePlan, MakePlan, MovePlan } from './PlanDialogs'
import { StepTable } from './StepTable'
import { AddStep } from './StepDialogs'
import classes from './children.module.css'

type Read = Output<'children.plan'>

export function PlanPage() {
  return <ChildFrame>{(child) => <Plan child={child} />}</ChildFrame>
}

function Plan({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const go = useGo()
  const [making, setMaking] = useState(false)
  const { data, refusals } = useRead('children.plan', { id: child.id })
  if (!data) return <Refusals of={refusals} />
  return (
    <>
      {data.plan ? (
        <OpenPlan child={child} read={data} plan={data.plan} />
      ) : (
        <Empty
          title={t('children.plan.none')}
          hint={t(livesHereNow(child) ? 'children.plan.noneHint' : 'children.plan.noneOutside')}
          action={livesHereNow(child) && <Button onClick={() => setMaking(true)}>{t('children.plan.make')}</Button>}
        />
      )}
      {making && <MakePlan child={child} limitDay={data.limitDay} onClose={() => setMaking(false)} />}
      <Graded read={data} />
      {data.earlier.length > 0 && (
        <Section title={t('children.plan.earlier')}>
          {data.earlier.map((plan) => (
            <Earlier key={plan.id} plan={plan} canReopen={!data.plan} />
          ))}
        </Section>
      )}
      <p data-no-print>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconListCheck size={16} aria-hidden />}
          onClick={() => go('/children/milestones')}
        >
          {t('children.milestones.open')}
        </Button>
      </p>
    </>
  )
}

function OpenPlan({
  child,
  read,
  plan,
}: {
  readonly child: ChildRecord
  readonly read: Read
  readonly plan: SeparationPlan
}) {
  const t = useWords()
  const [ask, setAsk] = useState<'move' | 'close' | 'step' | null>(null)
  const close = () => setAsk(null)
  const day = (value: string) => formatDay(value, t.language)
  const done = plan.steps.filter((step) => step.state === 'done').length
  // The limit or its extension moved under the plan: somebody should move the plan with it.
  const astray =
    plan.cause === 'age-limit' && !plan.separatedOn && read.limitDay !== null && read.limitDay !== plan.targetDay
  return (
    <>
      <Section
        title={t('children.plan.title')}
        actions={
          <div className={classes.acts}>
            <PaperButton
              channel="children.printPlan"
              input={{ id: child.id }}
              label={t('children.plan.print')}
              variant="subtle"
              size="compact-sm"
            />
            {!plan.separatedOn && (
              <Button variant="subtle" size="compact-sm" onClick={() => setAsk('move')}>
                {t('children.plan.move')}
              </Button>
            )}
            <Button variant="subtle" size="compact-sm" onClick={() => setAsk('close')}>
              {t('children.plan.close')}
            </Button>
          </div>
        }
      >
        <Facts>
          <Fact label={t('children.plan.why')}>{t(`children.plan.cause.${plan.cause}`)}</Fact>
          <Fact label={t(plan.separatedOn ? 'children.plan.left' : 'children.plan.target')}>{day(plan.targetDay)}</Fact>
          <Fact label={t('children.plan.progress')}>{t('children.plan.doneOf', { done, all: plan.steps.length })}</Fact>
          <Fact label={t('children.plan.note')}>{plan.note}</Fact>
        </Facts>
        {astray && read.limitDay && (
          <Status tone="attention" label={t('children.plan.astray', { day: day(read.limitDay) })} />
        )}
        {read.age.approximate && plan.cause === 'age-limit' && (
          <p className={classes.quiet}>{t('children.age.approximateHint')}</p>
        )}
      </Section>
      <Section
        title={t('children.plan.steps')}
        actions={
          <Button variant="subtle" size="compact-sm" onClick={() => setAsk('step')}>
            {t('children.step.add')}
          </Button>
        }
      >
        <StepTable steps={plan.steps} today={child.today} />
      </Section>
      {ask === 'move' && <MovePlan plan={plan} limitDay={read.limitDay} onClose={close} />}
      {ask === 'close' && <ClosePlan plan={plan} onClose={close} />}
      {ask === 'step' && <AddStep planId={plan.id} onClose={close} />}
    </>
  )
}

function Graded({ read }: { readonly read: Read }) {
  const t = useWords()
  if (read.outings.length === 0 && !read.plan) return null
  return (
    <Section title={t('children.plan.outings')}>
      {read.outings.length === 0 && <p className={classes.quiet}>{t('children.plan.noOutings')}</p>}
      <ul className={classes.lines}>
        {read.outings.map((each) => (
          <li key={each.id}>
            <time dateTime={each.leavesOn}>{formatDay(each.leavesOn, t.language)}</time>
            <span>
              <Status
                tone={each.state === 'made' ? 'done' : each.state === 'ahead' ? 'info' : 'quiet'}
                label={t(`children.plan.graded.${each.state}`)}
              />{' '}
              <RecordLink to="/outings" id={each.id}>
                {each.folio}
              </RecordLink>
              <div className={classes.quiet}>
                {[each.adultName, t('children.plan.nights', { count: each.nights })].join(' · ')}
              </div>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Earlier({ plan, canReopen }: { readonly plan: SeparationPlan; readonly canReopen: boolean }) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const act = useAct('children.reopenPlan')
  const done = plan.steps.filter((step) => step.state === 'done').length
  return (
    <div>
      {t('children.plan.earlierLine', {
        from: formatDay(plan.madeOn, t.language),
        until: plan.closedOn ? formatDay(plan.closedOn, t.language) : '',
        cause: t(`children.plan.cause.${plan.cause}`),
        end: plan.closeCause ? t(`children.plan.end.${plan.closeCause}`) : '',
        done,
        all: plan.steps.length,
      })}{' '}
      <span className={classes.quiet}>{plan.closeNote}</span>{' '}
      {canReopen && (
        <Button variant="subtle" size="compact-sm" data-no-print onClick={() => setAsking(true)}>
          {t('children.plan.reopen')}
        </Button>
      )}
      {asking && (
        <FormDialog
          title={t('children.plan.reopen')}
          verb={t('children.plan.reopen')}
          fields={[{ name: 'reason', kind: 'area', required: true }]}
          start={{}}
          act={act}
          send={(values) => act.run({ id: plan.id, version: plan.version, reason: said(values, 'reason') })}
          told={t('children.plan.reopened')}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
