/** Why not: each refusal its sentence, announced as it appears. */
import { List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useId } from 'react'
import { spokenFacts } from '../../shared/i18n/facts'
import type { Refusal } from '../../shared/kernel/outcome'
import { useWords, hasWords } from '../platform/words'
import classes from './Refusals.module.css'

/** The sentence of one refusal; an unknown code still says something true. */
export function useRefusalSentence(): (refusal: Refusal) => string {
  const t = useWords()
  return (refusal) => {
    const facts = spokenFacts(refusal.facts ?? {}, t.language)
    const key = `refusal.${refusal.code}`
    const counted = typeof facts.count === 'number' && hasWords(`${key}_one`, t.language)
    return counted || hasWords(key, t.language) ? t(key, facts) : t('ui.refusal.unknown', { code: refusal.code })
  }
}

/** The sentence for one field of a form, if it is the one refused. */
export function useFieldRefusal(refusals: readonly Refusal[]): (field: string) => string | undefined {
  const sentence = useRefusalSentence()
  return (field) => {
    const found = refusals.find((refusal) => refusal.field === field)
    return found && sentence(found)
  }
}

/** All refusals of an act, above the button that was pressed. Shows nothing while there are none. */
export function Refusals({ of, action }: { readonly of: readonly Refusal[]; readonly action?: React.ReactNode }) {
  const sentence = useRefusalSentence()
  const id = useId()
  return (
    <div role="alert" id={id}>
      {of.length > 0 && (
        <div className={classes.box}>
          <IconAlertTriangle aria-hidden size={20} className={classes.icon} />
          <div className={classes.text}>
            {of.length === 1 && of[0] ? (
              sentence(of[0])
            ) : (
              <List size="sm" spacing={2}>
                {of.map((refusal, index) => (
                  <List.Item key={`${refusal.code}-${String(index)}`}>{sentence(refusal)}</List.Item>
                ))}
              </List>
            )}
            {action}
          </div>
        </div>
      )}
    </div>
  )
}
