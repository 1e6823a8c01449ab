/** How two values of one field compare, for records that stand side by side. */
import { fold } from '../../../shared/kernel/text'

export type Sameness = 'same' | 'similar' | 'different' | 'missing'

const words = (folded: string): string => folded.split(' ').sort().join(' ')

/** Same to the letter; similar but for accents, capitals, blanks or the order of words; else different. */
export function samenessOf(a: string | null, b: string | null): Sameness {
  const [one, other] = [fold(a ?? ''), fold(b ?? '')]
  if (one === '' || other === '') return 'missing'
  if (a?.trim() === b?.trim()) return 'same'
  return words(one) === words(other) ? 'similar' : 'different'
}
