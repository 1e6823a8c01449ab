/** What a child's emergency sheet lacks: it is printed all the same, and names each gap. */
import type { EmergencySheet, SHEET_GAPS } from '../../../shared/contract/separation.contract'

export type SheetGap = (typeof SHEET_GAPS)[number]

/** The gaps in the order of the paper. “None” written down is no gap; an empty line is. */
export function gapsOf(
  sheet: Pick<EmergencySheet, 'carers' | 'allergies' | 'doctor' | 'comfort'> | null,
  child: { readonly birthDate: string | null },
): SheetGap[] {
  const carers = sheet?.carers ?? []
  const lacks: readonly [SheetGap, boolean][] = [
    ['birth', child.birthDate === null],
    ['first-carer', carers.length === 0],
    ['second-carer', carers.length === 1],
    ['carer-phone', carers.some((carer) => !carer.phone)],
    ['allergies', !sheet?.allergies],
    ['doctor', !sheet?.doctor],
    ['comfort', !sheet?.comfort],
  ]
  return lacks.flatMap(([gap, isLacking]) => (isLacking ? [gap] : []))
}
