/** How a rule's value is written. */
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'

export type RuleFacts = Output<'office.rules'>[number]

/** A number as it stands; the six weights in the order of the drawer. */
export const valueWords = (t: Words, value: RuleFacts['value']): string =>
  typeof value === 'number'
    ? String(value)
    : t('office.rules.pointsValue', {
        a: value.waitingWeek,
        b: value.neverServed,
        c: value.releaseMonth,
        d: value.childInside,
        e: value.refusal,
        f: value.wantsTrade,
      })
