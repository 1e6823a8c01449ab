import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { contract } from '../../src/shared/contract'
import { SEAM_REFUSALS, type Channel } from '../../src/shared/contract/define'
import { dictionary, LANGUAGES } from '../../src/shared/i18n'
import { ROLES } from '../../src/shared/kernel/roles'

const channels = Object.entries(contract as Record<string, Channel>)

/** True if an object schema somewhere inside takes unknown fields. */
function isLoose(schema: z.core.$ZodType): boolean {
  const def = schema._zod.def as unknown as Record<string, unknown> & { type: string }
  if (def.type === 'object') {
    const catchall = def['catchall'] as z.core.$ZodType | undefined
    const strict = (catchall?._zod.def as { type?: string } | undefined)?.type === 'never'
    return !strict || Object.values(def['shape'] as Record<string, z.core.$ZodType>).some(isLoose)
  }
  return [
    def['element'],
    def['innerType'],
    def['in'],
    def['out'],
    def['valueType'],
    ...((def['options'] as unknown[]) ?? []),
  ]
    .filter((each): each is z.core.$ZodType => typeof each === 'object' && each !== null && '_zod' in each)
    .some(isLoose)
}

describe.each(channels)('%s', (name, channel) => {
  test('names its slice and its act', () => expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/))

  test('says who may call it', () => {
    if (channel.kind === 'door') expect(channel.who).toBe('anyone')
    else {
      expect(Array.isArray(channel.who) && channel.who.length > 0).toBe(true)
      for (const role of channel.who) expect(ROLES).toContain(role)
    }
  })

  test('takes and gives nothing but what it declares', () => {
    expect(isLoose(channel.input), 'input').toBe(false)
    expect(isLoose(channel.output), 'output').toBe(false)
  })

  test.each(LANGUAGES)('has a sentence in %s for each refusal', (language) => {
    const words = dictionary(language)
    for (const code of channel.refusals) expect(words, code).toHaveProperty([`refusal.${code}`])
  })

  test('leaves a trace of each change, but for drafts', () => {
    if (channel.untraced) expect(name).toMatch(/^office\.(save|drop)Draft$/)
  })
})

test.each(LANGUAGES)('the seam has a sentence in %s for each of its own refusals', (language) => {
  for (const code of SEAM_REFUSALS) expect(dictionary(language), code).toHaveProperty([`refusal.${code}`])
})

test('both languages hold the same words, with the same figures in them', () => {
  const figures = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort()
  const [es, en] = [dictionary('es'), dictionary('en')]
  expect(Object.keys(en).sort()).toEqual(Object.keys(es).sort())
  for (const [key, text] of Object.entries(es)) expect([key, figures(en[key] ?? '')]).toEqual([key, figures(text)])
})
