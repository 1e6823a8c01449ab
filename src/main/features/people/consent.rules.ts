/** Rules of what she agreed to: what counts today, and what the register's own column is worth beside a paper. */
import { PURPOSES, type ConsentRow, type Purpose, type PurposeState } from '../../../shared/contract/consents.contract'

export type ConsentState = PurposeState['state']
export type KnownConsent = ConsentRow & { readonly purpose: Purpose; readonly isCurrent: boolean }

/** Purposes of which the register's column *Consentimiento* speaks. For the others a paper of their own is needed. */
const OF_REGISTER: readonly Purpose[] = ['participation', 'headquarters']

/**
 * What holds for a purpose: the newest paper, whatever the register says; without a paper, the register's word. The
 * column has no date and no signature and every import may write it again, so it can never undo a withdrawal.
 */
export function consentState(
  purpose: Purpose,
  current: Pick<ConsentRow, 'answer' | 'withdrawnOn'> | undefined,
  register: boolean | null,
): ConsentState {
  if (current) return current.withdrawnOn !== null ? 'withdrawn' : current.answer
  if (register === null || !OF_REGISTER.includes(purpose)) return 'unknown'
  return register ? 'register-yes' : 'register-no'
}

/** True if what she agreed to allows it. */
export const allows = (state: ConsentState): boolean => state === 'yes' || state === 'register-yes'

/** All purposes, each with what holds and what was answered before. */
export const purposeStates = (rows: readonly KnownConsent[], register: boolean | null): PurposeState[] =>
  PURPOSES.map((purpose) => {
    const hers = rows.filter((row) => row.purpose === purpose)
    const current = hers.find((row) => row.isCurrent)
    const bare = ({ purpose: _of, isCurrent: _now, ...row }: KnownConsent): ConsentRow => row
    return {
      purpose,
      state: consentState(purpose, current, register),
      current: current ? bare(current) : null,
      past: hers.filter((row) => !row.isCurrent).map(bare),
    }
  })
