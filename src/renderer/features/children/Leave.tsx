/** A child leaves for good: why, to whom, and the hand-over record to be signed; or what was written wrongly. */

import { DEPARTURE_CAUSES, type Departure } from '../../../shared/contract/child-standing'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { PaperButton } from '../../ui/PaperButton'
import { RecordLink } from '../../ui/RecordLink'
import { FormDialog, said, type FormField, type FormValues } from './FormDialog'

type Cause = Departure['cause']
const isCause = (value: string | null | undefined): value is Cause => DEPARTURE_CAUSES.some((cause) => cause === value)
const toNobody = (cause: string | null | undefined): boolean => cause === 'with-mother' || cause === 'death'

const receiver = (values: FormValues) => ({
  handedTo: values.handedTo?.trim() ? values.handedTo : null,
  relation: values.relation ?? null,
  phone: values.phone ?? null,
  place: values.place ?? null,
})

export function Leave({ child, onClose }: { readonly child: ChildRecord; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.leave')
  const planned = child.outings.filter((outing) => !outing.cancelledOn && !outing.out && outing.leavesOn >= child.today)
  const fields: readonly FormField[] = [
    {
      name: 'cause',
      kind: 'choice',
      half: true,
      required: true,
      options: DEPARTURE_CAUSES.map((value) => ({ value, label: t(`children.departure.${value}`) })),
    },
    { name: 'leftOn', kind: 'day', half: true, required: true, maxDay: child.today, label: t('children.leave.day') },
    {
      name: 'handedTo',
      kind: 'text',
      max: 160,
      hint: t('children.form.handedToHint'),
      requiredWhen: ({ cause }) => isCause(cause) && !toNobody(cause),
    },
    { name: 'relation', kind: 'text', half: true, max: 60 },
    { name: 'phone', kind: 'text', half: true, max: 40 },
    { name: 'place', kind: 'text', max: 120 },
    { name: 'handoverDocument', kind: 'text', max: 80, hint: t('children.form.handoverHint') },
    { name: 'reason', kind: 'area', required: true },
  ]
  return (
    <FormDialog
      title={t('children.leave.title')}
      verb={t('children.leave.verb', { name: child.facts.givenNames })}
      danger
      fields={fields}
      start={{ leftOn: child.today }}
      consequences={[
        t('children.leave.keepsRecord'),
        t('children.leave.followUp'),
        ...planned.map((outing) => (
          <>
            {t('children.leave.outing')}{' '}
            <RecordLink to="/outings" id={outing.id}>
              {outing.folio}
            </RecordLink>
          </>
        )),
      ]}
      act={act}
      send={(values) =>
        act.run({
          id: child.id,
          version: child.version,
          cause: isCause(values.cause) ? values.cause : 'other',
          leftOn: said(values, 'leftOn'),
          ...receiver(values),
          document: values.handoverDocument ?? null,
          reason: said(values, 'reason'),
        })
      }
      told={t('children.leave.done')}
      onClose={onClose}
    >
      {(values) =>
        isCause(values.cause) &&
        !toNobody(values.cause) && (
          <PaperButton
            channel="children.printHandover"
            input={{
              id: child.id,
              day: values.leftOn ?? child.today,
              cause: values.cause,
              document: null,
              ...receiver(values),
            }}
            label={t('children.leave.print')}
            variant="default"
          />
        )
      }
    </FormDialog>
  )
}

export function TakeBackLeaving({ child, onClose }: { readonly child: ChildRecord; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.takeBackLeaving')
  const title = t('children.leave.takeBack')
  return (
    <FormDialog
      title={title}
      verb={title}
      fields={[{ name: 'reason', kind: 'area', required: true }]}
      start={{}}
      consequences={[t('children.leave.takeBackMeans')]}
      act={act}
      send={(values) => act.run({ id: child.id, version: child.version, reason: said(values, 'reason') })}
      told={t('children.leave.takenBack')}
      onClose={onClose}
    />
  )
}
