import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseProof, proofText, signedText, type Statement } from './proof.rules'

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => text.normalize('NFC'))
const statements: fc.Arbitrary<Statement> = fc.record({
  folio: fc.constant('2026-7K3M-Q9TX-BF2W-C'),
  name: word,
  trade: word,
  hours: fc.integer({ min: 1, max: 2000 }),
  from: fc.constant('2026-09-01'),
  until: fc.constant('2026-10-31'),
  issuedOn: fc.constant('2026-10-31'),
  issuer: word,
  place: word,
})

test('what is stated is what is read back, whatever the letters', () => {
  fc.assert(
    fc.property(statements, (stated) => {
      const signed = signedText(stated, '2026-a1b2c3d4')
      const proof = parseProof(proofText(signed, 'c2lnbmF0dXJl'))
      expect(proof?.signed).toBe(signed)
      expect(proof?.signature).toBe('c2lnbmF0dXJl')
      const plain = (text: string) => text.replace(/\|/g, '¦')
      const { name, trade, issuer, place } = stated
      expect(proof?.statement).toEqual({
        ...stated,
        name: plain(name),
        trade: plain(trade),
        issuer: plain(issuer),
        place: plain(place),
      })
    }),
  )
})

test('a text of another kind, version or number of fields is none of ours', () => {
  for (const text of ['', 'https://example.org', 'CONSTANCIA2|a|b', 'CONSTANCIA1|a|b|c'])
    expect(parseProof(text)).toBeNull()
})
