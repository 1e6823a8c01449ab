/** The set-up wizard of an empty profile: center, first two people, recovery key, summary; then what to do next. */
import { Button, Group } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useAct } from '../../platform/client'
import { useDoor } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import { useWrongField } from '../../ui/use-wrong-field'
import { NEW_CENTER } from '../../../shared/contract/center-file'
import { FirstScreen } from './FirstScreen'
import { SetUpCenter } from './SetUpCenter'
import { SetUpDone } from './SetUpDone'
import { SetUpPeople } from './SetUpPeople'
import { SetUpRecovery } from './SetUpRecovery'
import { SetUpSummary } from './SetUpSummary'
import { lacksOf, STEPS, type SetUpDraft } from './set-up-steps'
import classes from './SetUp.module.css'

const EMPTY: SetUpDraft = {
  center: NEW_CENTER,
  people: [
    { name: '', role: 'director', password: '' },
    { name: '', role: 'coordinator', password: '' },
  ],
  recovery: { way: 'here', identity: '', recipient: '' },
}

export function SetUpScreen({ onDone }: { readonly onDone: () => void }) {
  const t = useWords()
  const door = useDoor()
  const { run, pending, refusals, clear } = useAct('office.setUp')
  const [draft, setDraft] = useState(EMPTY)
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const { form, seek } = useWrongField()
  const [made, setMade] = useState<{ readonly sheet: string | null } | null>(null)
  const step = STEPS[at] ?? 'center'
  const lacks = lacksOf(step, draft)

  const go = (to: number) => {
    setTried(false)
    clear()
    setAt(to)
    window.scrollTo({ top: 0 })
  }
  const create = async () => {
    const outcome = await run({
      center: draft.center,
      staff: [...draft.people],
      recoveryRecipient: draft.recovery.recipient,
      ...(draft.recovery.way === 'here' ? { recoveryIdentity: draft.recovery.identity } : {}),
      language: t.language,
    })
    if (!outcome.ok) return
    // SECURITY: passwords and the recovery key leave the page's memory as soon as they are of no more use.
    setDraft(EMPTY)
    setMade({ sheet: outcome.value.recoverySheet })
    await door.look()
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacks.length > 0) {
      seek()
      return
    }
    if (step === 'summary') void create()
    else go(at + 1)
  }

  if (made) return <SetUpDone sheet={made.sheet} onDone={onDone} />
  return (
    <FirstScreen
      wide
      title={t(`office.setUp.${step}.title`)}
      lead={
        <>
          <p className={classes.step}>{t('office.setUp.step', { number: at + 1, steps: STEPS.length })}</p>
          {t(`office.setUp.${step}.lead`)}
        </>
      }
    >
      <form ref={form} onSubmit={submit} noValidate>
        {step === 'center' && (
          <SetUpCenter value={draft.center} tried={tried} onChange={(center) => setDraft({ ...draft, center })} />
        )}
        {step === 'people' && (
          <SetUpPeople value={draft.people} onChange={(people) => setDraft({ ...draft, people })} />
        )}
        {step === 'recovery' && (
          <SetUpRecovery value={draft.recovery} onChange={(recovery) => setDraft({ ...draft, recovery })} />
        )}
        {step === 'summary' && <SetUpSummary draft={draft} />}
        <div className={classes.foot}>
          {tried && lacks.length > 0 && (
            <ul className={classes.lacks} role="alert">
              {lacks.map((lack) => (
                <li key={lack}>{t(`office.setUp.lacks.${lack}`)}</li>
              ))}
            </ul>
          )}
          <Refusals of={refusals} />
          <Group justify="space-between" mt="md">
            {at > 0 ? (
              <Button variant="default" disabled={pending} onClick={() => go(at - 1)}>
                {t('office.setUp.back')}
              </Button>
            ) : (
              <span />
            )}
            <Button type="submit" loading={pending}>
              {t(step === 'summary' ? 'office.setUp.create' : 'office.setUp.next')}
            </Button>
          </Group>
          {pending && <p role="status">{t('office.setUp.creating')}</p>}
        </div>
      </form>
    </FirstScreen>
  )
}
