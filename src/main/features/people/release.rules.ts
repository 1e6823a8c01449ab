/** When a release folder is to be checked, and what of it becomes a task. */
import { RELEASE_CHECKS, type ReleaseCheck } from '../../../shared/contract/portfolio.contract'
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'

interface Checked {
  readonly daysBefore: ReleaseCheck
  readonly releasesOn: CivilDate
}

/** The day from which the folder is to be checked so many days before release. */
export const checkDueOn = (releasesOn: CivilDate, daysBefore: ReleaseCheck): CivilDate =>
  addDays(releasesOn, -daysBefore)

/** Checks whose day has come and that nobody has made for that day of release. */
export const checksDue = (
  releasesOn: CivilDate,
  checked: readonly Checked[],
  today: CivilDate,
): readonly ReleaseCheck[] =>
  RELEASE_CHECKS.filter(
    (daysBefore) =>
      checkDueOn(releasesOn, daysBefore) <= today &&
      !checked.some((each) => each.daysBefore === daysBefore && each.releasesOn === releasesOn),
  )

export interface ReleaseFacts {
  readonly stayId: string
  readonly personId: string
  readonly name: string
  readonly releasesOn: CivilDate
  readonly checked: readonly Checked[]
}

/** One task for each check that is due; a day that has passed without her leaving asks for another day. */
export function releaseTasks(releases: readonly ReleaseFacts[], today: CivilDate): Task[] {
  return releases.flatMap((release): Task[] => {
    const { stayId, personId, name, releasesOn } = release
    const path = `/people/${personId}/portfolio`
    const facts = { name, day: releasesOn }
    if (releasesOn < today)
      return [{ kind: 'release-day-past', key: `release-past:${stayId}:${releasesOn}`, path, dueOn: releasesOn, facts }]
    return checksDue(releasesOn, release.checked, today).map((daysBefore) => ({
      kind: daysBefore === 30 ? 'release-folder-30' : 'release-folder-7',
      key: `release-folder:${stayId}:${releasesOn}:${daysBefore}`,
      path,
      dueOn: checkDueOn(releasesOn, daysBefore),
      facts,
    }))
  })
}

/** Who has what a receipt names: another; she herself; or, from the day on which she leaves, she at her release. */
export function takenBy(
  receivedBy: string | null,
  day: CivilDate,
  here: { readonly releasesOn: CivilDate | null } | null,
): 'herself' | 'family' | 'release' {
  if (receivedBy !== null) return 'family'
  const leaves = here === null || (here.releasesOn !== null && here.releasesOn <= day)
  return leaves ? 'release' : 'herself'
}
