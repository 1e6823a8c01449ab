/** How the women of a place and hour are laid in two columns. */

/** The rows of two columns read downwards: the first column is never the shorter one. */
export function inTwoColumns<T>(things: readonly T[]): readonly (readonly [T, T | null])[] {
  const half = Math.ceil(things.length / 2)
  return things.slice(0, half).map((thing, index) => [thing, things[half + index] ?? null] as const)
}
