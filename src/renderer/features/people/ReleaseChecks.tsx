/** The day she is expected to leave, and whether her folder was looked through 30 and 7 days before. */
import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Portfolio } from '../../../shared/contract/portfolio.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Fact, Facts } from '../../ui/Facts'
import { Status } from '../../ui/Status'
import classes from './people.module.css'

type Release = NonNullable<Portfolio['release']>
type Check = Release['checks'][number]

const isDue = (check: Check, today: string): boolean =>
  check.checkedOn === null && check.dueOn !== null && check.dueOn <= today

export function ReleaseChecks({ personId, release }: { readonly personId: string; readonly release: Release | null }) {
  const t = useWords()
  const { may } = useSession()
  const today = useClock()?.today ?? ''
  const [setting, setSetting] = useState(false)
  const [checking, setChecking] = useState<Check | null>(null)
  if (!release) return <p className={classes.quiet}>{t('people.portfolio.notHere')}</p>
  const { releasesOn, from } = release
  return (
    <>
      <Facts>
        <Fact label={t('people.portfolio.releaseDay')}>
          <Group gap="xs">
            {from === 'unknown' ? (
              <span className={classes.quiet}>{t('people.portfolio.releaseUnknown')}</span>
            ) : (
              <Status
                tone={from === 'set' ? 'info' : 'attention'}
                label={releasesOn ? formatDay(releasesOn, t.language) : ''}
                reason={from === 'said' && t('people.portfolio.releaseSaid')}
              />
            )}
            {may('people.setReleaseDay') && (
              <Button variant="subtle" size="compact-sm" onClick={() => setSetting(true)}>
                {t(from === 'set' ? 'people.portfolio.changeDay' : 'people.portfolio.setDay')}
              </Button>
            )}
          </Group>
        </Fact>
        {release.checks.map((check) => (
          <Fact key={check.daysBefore} label={t(`people.portfolio.check.${check.daysBefore}`)}>
            <CheckState check={check} today={today} />
            {isDue(check, today) && from === 'set' && may('people.checkRelease') && (
              <Button variant="subtle" size="compact-sm" onClick={() => setChecking(check)}>
                {t('people.portfolio.checkNow')}
              </Button>
            )}
          </Fact>
        ))}
      </Facts>
      {setting && <SetDay personId={personId} release={release} onClose={() => setSetting(false)} />}
      {checking && <CheckOff personId={personId} check={checking} onClose={() => setChecking(null)} />}
    </>
  )
}

function CheckState({ check, today }: { readonly check: Check; readonly today: string }) {
  const t = useWords()
  if (check.checkedOn !== null)
    return (
      <Status
        tone="done"
        label={t('people.portfolio.checked', {
          day: formatDay(check.checkedOn, t.language),
          by: check.checkedBy ?? '—',
        })}
        reason={check.note}
      />
    )
  return (
    <Status
      tone={isDue(check, today) ? 'attention' : 'quiet'}
      label={
        check.dueOn === null || isDue(check, today)
          ? t('people.portfolio.notChecked')
          : t('people.portfolio.checkDue', { day: formatDay(check.dueOn, t.language) })
      }
    />
  )
}

interface SetDayProps {
  readonly personId: string
  readonly release: Release
  readonly onClose: () => void
}

function SetDay({ personId, release, onClose }: SetDayProps) {
  const t = useWords()
  const act = useAct('people.setReleaseDay')
  const [day, setDay] = useState<string | null>(release.from === 'set' ? release.releasesOn : null)
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.portfolio.releaseDay')}
      consequences={[t('people.portfolio.setDayHint')]}
      verb={t(release.from === 'set' ? 'people.portfolio.changeDay' : 'people.portfolio.setDay')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async () =>
        day !== null && (await act.run({ personId, releasesOn: day, version: release.version })).ok
      }
    >
      <DayField required label={t('people.portfolio.releaseDay')} value={day} onChange={setDay} />
    </ConfirmAct>
  )
}

interface CheckOffProps {
  readonly personId: string
  readonly check: Check
  readonly onClose: () => void
}

function CheckOff({ personId, check, onClose }: CheckOffProps) {
  const t = useWords()
  const act = useAct('people.checkRelease')
  const [note, setNote] = useState('')
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.portfolio.checkTitle', { when: t(`people.portfolio.check.${check.daysBefore}`) })}
      consequences={[t('people.portfolio.checkWhat')]}
      verb={t('people.portfolio.checkNow')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async () => (await act.run({ personId, daysBefore: check.daysBefore, note })).ok}
    >
      <Textarea
        autosize
        minRows={2}
        maxLength={300}
        label={t('people.portfolio.checkNote')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmAct>
  )
}
