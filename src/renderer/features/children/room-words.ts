/** The childcare room as its pages hold it, and how a hand is said. */
import type { Output } from '../../../shared/contract'
import type { Hand } from '../../../shared/contract/childcare.contract'
import type { Words } from '../../../shared/i18n'

export type Room = Output<'children.room'>

/** Her mother, or somebody of the staff by name. */
export const handWords = (t: Words, hand: Hand): string =>
  hand.by === 'mother' ? t('children.room.herMother') : hand.name
