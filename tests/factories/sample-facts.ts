/** Makes facts for any declared paper out of its schema: every text is a marker of its own, every choice the first. */
import type { z } from 'zod'

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
  readonly items?: readonly z.ZodType[]
  readonly valueType?: z.ZodType
  readonly catchall?: z.ZodType
}
export const definitionOf = (schema: z.ZodType): Definition => schema.def

/** Texts that formats want; a marker where anything goes. */
const FORMATS = [
  '2026-10-13',
  '10:00',
  '2026-10',
  '2026-10-13T18:00:00.000Z',
  '8d9f7a0e-2f4b-4c39-9d1e-1a2b3c4d5e6f',
  'A',
  '',
  // One grey point.
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
]
const NUMBERS = [3, 1, 0, 2026]

export interface Sample {
  readonly facts: unknown
  /** Every marker text that was put in. */
  readonly markers: readonly string[]
}

export function sampleFacts(schema: z.ZodType): Sample {
  const markers: string[] = []
  const make = (each: z.ZodType): unknown => {
    const definition = definitionOf(each)
    if (definition.type === 'object')
      return Object.fromEntries(Object.entries(definition.shape ?? {}).map(([key, inner]) => [key, make(inner)]))
    if (definition.type === 'array' && definition.element) return [make(definition.element), make(definition.element)]
    if (definition.type === 'tuple') return (definition.items ?? []).map(make)
    if (definition.type === 'record') return {}
    if (definition.innerType) return make(definition.innerType)
    if (definition.in) return make(definition.in)
    if (definition.options?.[0]) return make(definition.options[0])
    if (definition.entries) return Object.values(definition.entries)[0]
    if (definition.values) return definition.values[0]
    if (definition.type === 'boolean') return true
    if (definition.type === 'number') return NUMBERS.find((value) => each.safeParse(value).success)
    const marker = `Zq${String(markers.length + 1).padStart(3, '0')}ñ`
    if (!each.safeParse(marker).success) return FORMATS.find((value) => each.safeParse(value).success)
    markers.push(marker)
    return marker
  }
  return { facts: make(schema), markers }
}

/** Every object within a schema, by its path. */
export function objectsIn(
  schema: z.ZodType,
  path = '',
): readonly { path: string; keys: readonly string[]; strict: boolean }[] {
  const definition = definitionOf(schema)
  const inner = [
    definition.element,
    definition.innerType,
    definition.in,
    definition.valueType,
    ...(definition.options ?? []),
    ...(definition.items ?? []),
  ].filter((each) => each !== undefined)
  const below = inner.flatMap((each) => objectsIn(each, `${path}[]`))
  if (definition.type !== 'object') return below
  const entries = Object.entries(definition.shape ?? {})
  const strict = definition.catchall !== undefined && definitionOf(definition.catchall).type === 'never'
  return [
    { path, keys: entries.map(([key]) => key), strict },
    ...below,
    ...entries.flatMap(([key, each]) => objectsIn(each, `${path}.${key}`)),
  ]
}
