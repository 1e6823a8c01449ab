/** What a correction writes into the audit: only what differs. */

export interface Changes<Facts> {
  readonly before: Partial<Facts>
  readonly after: Partial<Facts>
}

/** The facts that differ, as they were and as they are; undefined if none does. */
export function changesBetween<Facts extends object>(before: Facts, after: Facts): Changes<Facts> | undefined {
  const keys = (Object.keys(after) as (keyof Facts)[]).filter((key) => before[key] !== after[key])
  if (keys.length === 0) return undefined
  const only = (facts: Facts): Partial<Facts> =>
    Object.fromEntries(keys.map((key) => [key, facts[key]])) as Partial<Facts>
  return { before: only(before), after: only(after) }
}
