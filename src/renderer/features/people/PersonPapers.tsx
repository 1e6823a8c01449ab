/** The papers of one woman: her pack, and her passes of today. */
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
