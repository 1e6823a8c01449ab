/** The steps of a plan in the order of their days, each with how it stands and what may be said of it. */
import { useMemo, useState } from 'react'
import type { SeparationStep } from '../../../shared/contract/separation.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Status, type Tone } from '../../ui/Status'
import { StepDialog } from './StepDialogs'
import { stepName } from '../../ui/step-name'

const TONES: Readonly<Record<SeparationStep['standing'], Tone>> = {
  done: 'done',
  'not-possible': 'stop',
  overdue: 'attention',
  due: 'info',
  ahead: 'quiet',
}

export function StepTable({ steps, today }: { readonly steps: readonly SeparationStep[]; readonly today: string }) {
  const t = useWords()
  const [open, setOpen] = useState<SeparationStep | null>(null)
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <>
      <DataTable
        name="children.steps"
        label={t('children.plan.steps')}
        size="content"
        columns={columns}
        rows={steps}
        rowKey={(step) => step.id}
        onOpen={setOpen}
        countWords="children.steps.count"
        empty={t('children.plan.none')}
      />
      {open && <StepDialog step={open} today={today} onClose={() => setOpen(null)} />}
    </>
  )
}

function columnsOf(t: Words): readonly Column<SeparationStep>[] {
  return [
    {
      id: 'due',
      header: t('children.plan.day'),
      value: (step) => step.dueOn,
      cell: (step) => formatDay(step.dueOn, t.language),
      width: 150,
    },
    { id: 'step', header: t('children.plan.step'), value: (step) => stepName(step, t) },
    {
      id: 'when',
      header: t('children.plan.when'),
      value: (step) => whenWords(step, t),
      width: 150,
    },
    {
      id: 'concerns',
      header: t('children.plan.concerns'),
      value: (step) => t(`children.concerns.${step.concerns}`),
      width: 110,
    },
    {
      id: 'standing',
      header: t('children.plan.standing'),
      value: (step) => t(`children.step.standing.${step.standing}`),
      cell: (step) => (
        <Status tone={TONES[step.standing]} label={t(`children.step.standing.${step.standing}`)} reason={step.note} />
      ),
      width: 160,
    },
    {
      id: 'done',
      header: t('children.plan.outcome'),
      value: (step) =>
        [step.doneOn && formatDay(step.doneOn, t.language), step.who, step.note].filter(Boolean).join(' · ') || null,
      width: 240,
    },
  ]
}

/** “6 meses antes”, “30 días después”, or that the day was set by hand. */
function whenWords({ side, months, days }: SeparationStep, t: Words): string {
  if (months === null || days === null) return t('children.step.byHand')
  if (months === 0 && days === 0) return t('children.step.thatDay')
  const span = [
    ...(months > 0 ? [t('children.paper.months', { count: months })] : []),
    ...(days > 0 ? [t('children.step.days', { count: days })] : []),
  ].join(' ')
  return t(`children.step.${side}`, { span })
}
