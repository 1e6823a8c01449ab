/** Inputs for any channel, made from its schema and from what a test office knows: for tests that walk all channels. */
import type { z } from 'zod'

/** Values to try for a field, by its name; the first that fits its type is not enough, all are tried. */
export type Known = Readonly<Record<string, readonly unknown[]>>

type Def = { readonly type: string } & Readonly<Record<string, unknown>>
const defOf = (schema: unknown): Def => (schema as { _zod: { def: Def } })._zod.def

const MOST = 24

/** What fits a schema: every combination of what is known for its required fields, as far as there are not too many. */
export function inputsFor(schema: z.ZodType, known: Known): unknown[] {
  const def = unwrapped(schema)
  if (def.type !== 'object') return [{}]
  let inputs: Record<string, unknown>[] = [{}]
  for (const [name, field] of Object.entries(def['shape'] as Record<string, z.ZodType>)) {
    const values = valuesFor(name, field, known)
    if (values.length === 0) continue
    inputs = inputs.flatMap((input) => values.map((value) => ({ ...input, [name]: value }))).slice(0, MOST * 8)
  }
  return inputs.filter((input) => schema.safeParse(input).success).slice(0, MOST)
}

const unwrapped = (schema: unknown): Def => {
  const def = defOf(schema)
  const inner = def['innerType'] ?? def['in']
  return inner ? unwrapped(inner) : def
}

/** Fields that may be left out are left out, unless something is known for their name. */
function valuesFor(name: string, field: z.ZodType, known: Known): readonly unknown[] {
  const optional = field.safeParse(undefined).success
  const fitting = (known[name] ?? []).filter((value) => field.safeParse(value).success)
  if (fitting.length > 0) return optional ? [undefined, ...fitting] : fitting
  if (optional) return []
  const def = unwrapped(field)
  if (def.type === 'enum') return Object.values(def['entries'] as Record<string, unknown>)
  const guesses: readonly unknown[] = ['', 'x', '2026-10-27', '2026-10', '10:00', 1, false, [], null, {}]
  return guesses.filter((guess) => field.safeParse(guess).success).slice(0, 1)
}
