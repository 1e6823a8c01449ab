/** What is decided about a plan of separation as a whole: made, moved to another day, closed. */
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { PLAN_CAUSES, PLAN_ENDS, type SeparationPlan } from '../../../shared/contract/separation.contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { FormDialog, said } from './FormDialog'

interface MakeProps {
  readonly child: ChildRecord
  readonly limitDay: string | null
  readonly onClose: () => void
}

export function MakePlan({ child, limitDay, onClose }: MakeProps) {
  const t = useWords()
  const act = useAct('children.makePlan')
  return (
    <FormDialog
      title={t('children.plan.make')}
      verb={t('children.plan.make')}
      fields={[
        {
          name: 'planCause',
          kind: 'choice',
          required: true,
          options: PLAN_CAUSES.map((value) => ({ value, label: t(`children.plan.cause.${value}`) })),
        },
        { name: 'targetDay', kind: 'day', required: true, hint: t('children.form.targetDayHint') },
        { name: 'note', kind: 'area' },
      ]}
      start={{ planCause: 'age-limit', targetDay: limitDay }}
      consequences={[t('children.plan.means')]}
      act={act}
      send={(values) =>
        act.run({
          childId: child.id,
          cause: PLAN_CAUSES.find((each) => each === values.planCause) ?? 'other',
          targetDay: said(values, 'targetDay'),
          note: values.note ?? null,
        })
      }
      told={t('children.plan.made')}
      onClose={onClose}
    />
  )
}

interface PlanActProps {
  readonly plan: SeparationPlan
  readonly onClose: () => void
}

export function MovePlan({ plan, limitDay, onClose }: PlanActProps & { readonly limitDay: string | null }) {
  const t = useWords()
  const act = useAct('children.movePlan')
  return (
    <FormDialog
      title={t('children.plan.move')}
      verb={t('children.plan.move')}
      fields={[
        { name: 'targetDay', kind: 'day', required: true, hint: t('children.form.targetDayHint') },
        { name: 'reason', kind: 'area', required: true },
      ]}
      start={{ targetDay: plan.cause === 'age-limit' ? limitDay : plan.targetDay }}
      consequences={[t('children.plan.moveMeans')]}
      act={act}
      send={(values) =>
        act.run({
          id: plan.id,
          version: plan.version,
          targetDay: said(values, 'targetDay'),
          reason: said(values, 'reason'),
        })
      }
      told={t('children.plan.moved')}
      onClose={onClose}
    />
  )
}

export function ClosePlan({ plan, onClose }: PlanActProps) {
  const t = useWords()
  const act = useAct('children.closePlan')
  return (
    <FormDialog
      title={t('children.plan.close')}
      verb={t('children.plan.close')}
      fields={[
        {
          name: 'closeCause',
          kind: 'choice',
          required: true,
          options: PLAN_ENDS.map((value) => ({ value, label: t(`children.plan.end.${value}`) })),
        },
        { name: 'reason', kind: 'area', required: true },
      ]}
      start={{}}
      consequences={[t('children.plan.closeMeans')]}
      act={act}
      send={(values) =>
        act.run({
          id: plan.id,
          version: plan.version,
          closeCause: PLAN_ENDS.find((each) => each === values.closeCause) ?? 'other',
          reason: said(values, 'reason'),
        })
      }
      told={t('children.plan.closed')}
      onClose={onClose}
    />
  )
}
