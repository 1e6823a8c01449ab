/** Whether she is here, since when; away until when; expected; or how and when she left. */
import type { PersonRecord, PersonRow } from '../../../shared/contract/people.contract'
import type { StayState } from '../../../shared/contract/stays.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Status } from '../../ui/Status'

export type ShownStay = Pick<
  PersonRow,
  'state' | 'admittedOn' | 'leftOn' | 'leftCause' | 'awaySince' | 'backOn' | 'arrivesOn'
>

export function StayStatus({ stay }: { readonly stay: ShownStay }) {
  const t = useWords()
  const day = (value: string | null) => (value ? formatDay(value, t.language) : '—')
  switch (stay.state) {
    case 'active':
      return (
        <Status tone="done" label={t('people.here')} reason={t('people.hereSince', { day: day(stay.admittedOn) })} />
      )
    case 'away':
      return (
        <Status
          tone="attention"
          label={t('stays.state.away')}
          reason={
            stay.backOn
              ? t('stays.state.awayUntil', { from: day(stay.awaySince), day: day(stay.backOn) })
              : t('stays.state.awaySince', { from: day(stay.awaySince) })
          }
        />
      )
    case 'registered':
      return (
        <Status
          tone="info"
          label={t('stays.state.registered')}
          reason={t('stays.note.arrival', { day: day(stay.arrivesOn) })}
        />
      )
    case 'none':
      return <Status tone="quiet" label={t('stays.state.none')} />
    case 'left':
      return (
        <Status
          tone="quiet"
          label={t(`people.left.${stay.leftCause ?? 'other'}`)}
          reason={t('people.leftOn', { from: day(stay.admittedOn), day: day(stay.leftOn) })}
        />
      )
  }
}

/** The same on her own page. */
export function HerStay({ person }: { readonly person: PersonRecord }) {
  const stay = useRead('people.stay', { id: person.id }).data
  const last = person.stays[0]
  if (!stay) return null
  return (
    <StayStatus
      stay={{
        state: stay.state,
        admittedOn: last?.admittedOn ?? null,
        leftOn: last?.leftOn ?? null,
        leftCause: last?.leftCause ?? null,
        awaySince: stay.away?.leftOn ?? null,
        backOn: stay.away?.expectedOn ?? null,
        arrivesOn: stay.arrival?.expectedOn ?? null,
      }}
    />
  )
}

/** Only the word, where the days stand elsewhere. */
export function StateWord({ state }: { readonly state: StayState }) {
  const t = useWords()
  return <Status tone={TONES[state]} label={t(`stays.state.${state}`)} />
}

const TONES = { none: 'quiet', registered: 'info', active: 'done', away: 'attention', left: 'quiet' } as const
