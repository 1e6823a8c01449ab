/** The evaluation of one woman, keyed in where it is read; fixed once her certificate is issued. */
import { NativeSelect } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { evaluationResult, type Candidate } from '../../../shared/contract/certificates.contract'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { useRefusalSentence } from '../../ui/Refusals'

export function EvaluationField({ editionId, row }: { readonly editionId: string; readonly row: Candidate }) {
  const t = useWords()
  const sentence = useRefusalSentence()
  const { may } = useSession()
  const act = useAct('certificates.evaluate')
  if (row.certificate || !may('certificates.evaluate'))
    return <>{row.evaluation ? t(`certificates.evaluation.${row.evaluation}`) : '—'}</>
  const evaluate = async (value: string) => {
    const result = evaluationResult.safeParse(value)
    if (!result.success) return
    const { personId, evaluationVersion: version } = row
    const outcome = await act.run({ editionId, personId, result: result.data, version })
    if (!outcome.ok)
      notifications.show({
        color: 'granada',
        message: outcome.refusals.map(sentence).join(' '),
        closeButtonProps: { 'aria-label': t('ui.close') },
      })
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={t('certificates.evaluationOf', { name: listName(row) })}
      value={row.evaluation ?? ''}
      disabled={act.pending}
      onChange={(event) => void evaluate(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
      data={[
        ...(row.evaluation ? [] : [{ value: '', label: t('certificates.evaluation.none') }]),
        ...evaluationResult.options.map((value) => ({ value, label: t(`certificates.evaluation.${value}`) })),
      ]}
    />
  )
}
