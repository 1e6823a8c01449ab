/** The steps of the set-up wizard, and when each may be left. */
import type { CenterSettings } from '../../../shared/contract/office.contract'
import { fold } from '../../../shared/kernel/text'
import type { Role } from '../../../shared/kernel/roles'
import { strangeFields } from '../../../shared/contract/center-file'
import { checkPassword } from './password-lacks'

export const STEPS = ['center', 'people', 'recovery', 'summary'] as const
export type Step = (typeof STEPS)[number]

export interface NewPerson {
  readonly name: string
  readonly role: Role
  readonly password: string
}

export interface Recovery {
  readonly way: 'here' | 'paste'
  /** Made here: shown, printed once, then forgotten. */
  readonly identity: string
  readonly recipient: string
}

export interface SetUpDraft {
  readonly center: CenterSettings
  readonly people: readonly NewPerson[]
  readonly recovery: Recovery
}

/** What still stops a step; each has its sentence under `office.setUp.lacks.<code>`. */
export type Lack = 'center' | 'name' | 'same-name' | 'no-director' | 'password' | 'recovery'

const goodPassword = (person: NewPerson): boolean => checkPassword(person.password, person.name).every(({ met }) => met)

/** Why a step cannot be left yet; empty if it can. */
export function lacksOf(step: Step, draft: SetUpDraft): readonly Lack[] {
  switch (step) {
    case 'center':
      return strangeFields(draft.center).size > 0 ? ['center'] : []
    case 'people':
      return lacksOfPeople(draft.people)
    case 'recovery':
      return /^age1[0-9a-z]{20,}$/.test(draft.recovery.recipient) ? [] : ['recovery']
    case 'summary':
      return []
  }
}

function lacksOfPeople(people: readonly NewPerson[]): readonly Lack[] {
  const names = people.map((person) => fold(person.name))
  const lacks: Lack[] = []
  if (names.some((name) => name === '')) lacks.push('name')
  else if (new Set(names).size < names.length) lacks.push('same-name')
  if (!people.some((person) => person.role === 'director')) lacks.push('no-director')
  if (!people.every(goodPassword)) lacks.push('password')
  return lacks
}
