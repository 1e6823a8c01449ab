/** What stands out about her stay, with the act that answers it: away, expected, left by mistake, joined records. */
import { Button } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import type { StayOfPerson } from '../../../shared/contract/stays.contract'
import { formatDay } from '../../../shared/i18n/format'
import { call, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { CancelArrival, ConfirmArrival } from './ArrivalDialogs'
import { ChangeAbsence, EndPlaces, Return } from './AwayDialogs'
import { CorrectLeaving, UndoStay } from './CorrectLeaving'
import { Leave } from './Leave'
import { PartRecords } from './PartRecords'
import type { StayActProps } from './stay-acts'
import classes from './stays.module.css'

type Asked = 'return' | 'change' | 'end' | 'leave' | 'confirm' | 'cancel' | 'correct' | 'undo' | null

export function StayNotes({ person }: { readonly person: PersonRecord }) {
  const stay = useRead('people.stay', { id: person.id }).data
  useKeptAddress(person.id)
  if (!stay) return null
  const isQuiet = !stay.away && !stay.arrival && !stay.leaving && stay.merges.length === 0
  return isQuiet ? null : <Notes person={person} stay={stay} />
}

/** The address of a record that was merged away gives way to that of the record that was kept. */
function useKeptAddress(id: string): void {
  const asked = useRouteParam('id')
  const go = useGo()
  useEffect(() => {
    if (asked === id) return
    let gone = false
    // While another record is read the page still shows the one before: only main knows whose address this is.
    void call('people.get', { id: asked }).then((outcome) => {
      if (!gone && outcome.ok && outcome.value.id !== asked) go(`/people/${outcome.value.id}`)
    })
    return () => {
      gone = true
    }
  }, [asked, id, go])
}

function Notes({ person, stay }: { readonly person: PersonRecord; readonly stay: StayOfPerson }) {
  const { may } = useSession()
  const [asked, setAsked] = useState<Asked>(null)
  const ask = may('people.recordLeaving') ? setAsked : null
  const props = { person, stay, onClose: () => setAsked(null) }
  return (
    <div className={classes.notes}>
      {stay.away && <AwayNote away={stay.away} ask={ask} />}
      {stay.arrival && <ArrivalNote arrival={stay.arrival} ask={ask} />}
      {stay.leaving && ask && <LeavingNote leaving={stay.leaving} ask={ask} />}
      {stay.merges.map((merge) => (
        <PartRecords key={merge.loserId} person={person} merge={merge} />
      ))}
      {dialogOf(asked, props)}
    </div>
  )
}

function dialogOf(asked: Asked, props: StayActProps): ReactNode {
  switch (asked) {
    case null:
      return null
    case 'return':
      return <Return {...props} />
    case 'change':
      return <ChangeAbsence {...props} />
    case 'end':
      return <EndPlaces {...props} />
    case 'leave':
      return <Leave {...props} cause="transfer" />
    case 'confirm':
      return <ConfirmArrival {...props} />
    case 'cancel':
      return <CancelArrival {...props} />
    case 'correct':
      return <CorrectLeaving {...props} />
    case 'undo':
      return <UndoStay {...props} />
  }
}

type Ask = ((act: Asked) => void) | null

function Note({
  tone,
  text,
  small,
  children,
}: {
  readonly tone: 'attention' | 'stop' | 'info'
  readonly text: string
  readonly small?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <section className={classes.note} data-tone={tone} aria-label={text}>
      <p>
        {text}
        {small && (
          <>
            <br />
            <small>{small}</small>
          </>
        )}
      </p>
      {children}
    </section>
  )
}

function AwayNote({ away, ask }: { readonly away: NonNullable<StayOfPerson['away']>; readonly ask: Ask }) {
  const t = useWords()
  const day = (value: string) => formatDay(value, t.language)
  const tone = away.standing === 'past' ? 'stop' : away.standing === 'soon' ? 'attention' : 'info'
  return (
    <Note
      tone={tone}
      text={t('stays.note.away', {
        reason: t(`stays.reason.${away.reason}`).toLowerCase(),
        day: day(away.leftOn),
        count: away.daysAway,
      })}
      small={[
        away.expectedOn ? t('stays.note.expected', { day: day(away.expectedOn) }) : t('stays.note.expectedUnknown'),
        t(`stays.note.limit.${away.standing}`, { day: day(away.limitOn) }),
        away.note,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      {ask && (
        <>
          <Button size="compact-sm" onClick={() => ask('return')}>
            {t('stays.return.verb')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => ask('change')}>
            {t('stays.away.change')}
          </Button>
          {away.standing !== 'within' && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => ask('end')}>
                {t('stays.end.verb')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => ask('leave')}>
                {t('people.leave.title')}
              </Button>
            </>
          )}
        </>
      )}
    </Note>
  )
}

function ArrivalNote({ arrival, ask }: { readonly arrival: NonNullable<StayOfPerson['arrival']>; readonly ask: Ask }) {
  const t = useWords()
  return (
    <Note
      tone="attention"
      text={t('stays.note.arrival', { day: formatDay(arrival.expectedOn, t.language) })}
      small={[t('stays.announce.until'), arrival.note].filter(Boolean).join(' ')}
    >
      {ask && (
        <>
          <Button size="compact-sm" onClick={() => ask('confirm')}>
            {t('stays.confirm.verb')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => ask('cancel')}>
            {t('stays.cancelArrival.verb')}
          </Button>
        </>
      )}
    </Note>
  )
}

function LeavingNote({
  leaving,
  ask,
}: {
  readonly leaving: NonNullable<StayOfPerson['leaving']>
  readonly ask: (act: Asked) => void
}) {
  const t = useWords()
  const canUndo = leaving.batchId !== null && !leaving.closed
  return (
    <Note
      tone="info"
      text={t('stays.note.left', {
        cause: t(`people.left.${leaving.cause}`),
        day: formatDay(leaving.leftOn, t.language),
      })}
      small={leaving.closed ? t('stays.note.closed') : undefined}
    >
      <Button size="compact-sm" variant="default" onClick={() => ask('correct')}>
        {t('stays.correct.verb')}
      </Button>
      {canUndo && (
        <Button size="compact-sm" variant="default" onClick={() => ask('undo')}>
          {t('stays.undo.verb')}
        </Button>
      )}
    </Note>
  )
}
