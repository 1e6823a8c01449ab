/** What a password lacks while it is typed. Main judges; this only explains as she types (same three rules). */

export type PasswordLack = 'length' | 'variety' | 'no-name'

export const PASSWORD_LENGTH = 12
const PASSWORD_VARIETY = 6

export interface PasswordCheck {
  readonly rule: PasswordLack
  readonly met: boolean
}

/** Each rule with whether it is met. An empty password meets none. */
export function checkPassword(password: string, owner: string): readonly PasswordCheck[] {
  const plain = password.normalize('NFKC')
  const small = plain.toLowerCase()
  const names = owner
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 3)
  return [
    { rule: 'length', met: [...plain].length >= PASSWORD_LENGTH },
    { rule: 'variety', met: new Set(small).size >= PASSWORD_VARIETY },
    { rule: 'no-name', met: plain.length > 0 && !names.some((word) => small.includes(word)) },
  ]
}

/** Letters still to type until it is long enough. */
export const lettersMissing = (password: string): number =>
  Math.max(0, PASSWORD_LENGTH - [...password.normalize('NFKC')].length)
