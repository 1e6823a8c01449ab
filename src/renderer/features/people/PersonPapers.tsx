/** The papers of one woman: her pack, her passes of today, her hours so far. */
import type { PersonRecord } from '../../../shared/contract/people.contract'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { PaperButton } from '../../ui/PaperButton'

export function PackButton({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  return (
    <PaperButton
      variant="default"
      channel="people.printPack"
      input={{ id: person.id }}
      label={t('people.pack.print')}
    />
  )
}

/** Only while she is here: who has left goes nowhere. */
export function PassesButton({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  const clock = useClock()
  if (!person.here || !clock) return null
  return (
    <PaperButton
      variant="subtle"
      size="compact-sm"
      channel="timetable.printPass"
      input={{ day: clock.today, personId: person.id }}
      label={t('timetable.pass.printToday')}
    />
  )
}

/** Her hours so far, in one step: for her who leaves in the middle, or must show what she has done. */
export function HoursButton({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  if (person.places.length === 0) return null
  return (
    <PaperButton
      variant="subtle"
      size="compact-sm"
      channel="certificates.printHours"
      input={{ personId: person.id, editionId: null }}
      label={t('people.portfolio.printHours')}
    />
  )
}
