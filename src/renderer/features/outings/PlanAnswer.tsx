/** The live answer beside the form: may they leave, who must sign, what it collides with, how many nights. */
import { useDebouncedValue } from '@mantine/hooks'
import type { OutingPlanInput } from '../../../shared/contract/outing-plan'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Clashes } from '../../ui/Clashes'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { ReasonList } from './OutingStatus'
import { spanWords } from './outing-words'
import classes from './permission.module.css'

/** Never asked: a question needs some shape while the form is not complete. */
const NO_PLAN: OutingPlanInput = {
  kind: 'family',
  reason: '-',
  escort: { from: 'grid', id: '00000000-0000-4000-8000-000000000000' },
  children: [{ childId: '00000000-0000-4000-8000-000000000000' }],
  occurrences: [{ leavesOn: '2026-01-01', leavesAt: '08:00', returnsOn: '2026-01-01', returnsAt: '09:00' }],
}

export function PlanAnswer({
  plan,
  permissionId,
}: {
  readonly plan: OutingPlanInput | null
  readonly permissionId: string | null
}) {
  const t = useWords()
  const [settled] = useDebouncedValue(plan, 300)
  const read = useRead('outings.ask', { plan: settled ?? NO_PLAN, permissionId }, { enabled: settled !== null })
  return (
    <section className={classes.answer} role="status" aria-label={t('outings.ask.title')}>
      <h2>{t('outings.ask.title')}</h2>
      {settled === null ? (
        <p className={classes.when}>{t('outings.ask.hint')}</p>
      ) : (
        <>
          <Refusals of={read.refusals} />
          {read.data && <Answer answer={read.data} />}
        </>
      )}
    </section>
  )
}

function Answer({ answer }: { readonly answer: NonNullable<ReturnType<typeof useRead<'outings.ask'>>['data']> }) {
  const t = useWords()
  return (
    <>
      {answer.lateReturns && (
        <Status
          tone="attention"
          label={`${answer.lateReturns.adult}: ${t('outings.lateReturns', { count: answer.lateReturns.count })}`}
        />
      )}
      {answer.newRound && <Status tone="attention" label={t('outings.ask.newRound')} />}
      {answer.lines.map((line) => (
        <div key={`${line.childId} ${line.leavesOn} ${line.leavesAt}`} className={classes.answerLine}>
          <Status
            tone={line.reasons.length === 0 ? 'done' : 'stop'}
            label={`${line.child}: ${t(line.reasons.length === 0 ? 'outings.ask.may' : 'outings.leave.no')}`}
          />
          <div className={classes.when}>{spanWords(line, t)}</div>
          {line.reasons.length > 0 && <ReasonList reasons={line.reasons} />}
          {line.clashes.length > 0 && <Clashes clashes={line.clashes} none="" isOwn={(side) => side.is === 'outing'} />}
        </div>
      ))}
      <h3>{t('outings.ask.signatures')}</h3>
      <ul className={classes.plain}>
        {answer.signatures.map((signature) => (
          <li key={signature.authorisation}>
            {signature.authorisation}
            {signature.when !== 'before' && ` (${t(`outings.ask.when.${signature.when}`)})`}
            {answer.lines.length > 1 && signature.children.length > 0 && (
              <span className={classes.when}> · {signature.children.join(', ')}</span>
            )}
          </li>
        ))}
      </ul>
      {answer.nights.length > 0 && (
        <>
          <h3>{t('outings.ask.nights')}</h3>
          <ul className={classes.plain}>
            {answer.nights.map((each) => (
              <li key={each.child}>{t('outings.ask.nightsOf', each)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
