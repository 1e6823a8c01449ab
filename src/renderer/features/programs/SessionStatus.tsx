/** How far a session has come, with the reason behind the word. */
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'

type Session = Output<'programs.edition'>['sessions'][number]

const TONES: Readonly<Record<Session['state'], Tone>> = {
  coming: 'info',
  held: 'done',
  partly: 'attention',
  'without-roll': 'attention',
  cancelled: 'quiet',
  'made-up': 'info',
}

export function SessionStatus({ session }: { readonly session: Session }) {
  const t = useWords()
  return (
    <Status tone={TONES[session.state]} label={t(`programs.session.${session.state}`)} reason={useReason(session)} />
  )
}

function useReason(session: Session): string | undefined {
  const t = useWords()
  if (session.state === 'cancelled' || session.state === 'made-up')
    return [
      session.cancelledCause && t(`timetable.cause.${session.cancelledCause}`),
      session.cancelledNote,
      session.madeUpOn && t('programs.session.madeUp', { day: formatDay(session.madeUpOn, t.language) }),
    ]
      .filter(Boolean)
      .join(': ')
  if (session.state === 'partly' || session.state === 'without-roll')
    return t(`programs.session.${session.state}.reason`, { marks: session.marks, places: session.places })
  return undefined
}
