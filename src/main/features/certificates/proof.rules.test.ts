import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { durationText, proofText, signedBack, signedText, statedFields, type Statement } from './proof.rules'
import { parseProof } from '../../../../tests/factories/proof-text'

const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '')
const day = fc.constantFrom('2026-09-01', '2026-10-31', '2027-02-28')
const statement: fc.Arbitrary<Statement> = fc.record({
  folio: fc.constant('2026-7K3M-Q9TX-BF2W-C'),
  name: words,
  trade: words,
  hours: fc.integer({ min: 1, max: 2000 }),
  from: day,
  until: day,
  issuedOn: day,
  validUntil: fc.option(day),
  registration: fc.option(fc.record({ body: words, number: words, standard: fc.option(fc.constant('EC0217.01')) })),
  issuer: words,
  place: words,
  contact: fc.string(),
  signatories: fc.array(fc.record({ name: words, post: words }), { minLength: 1, maxLength: 4 }),
  replaces: fc.option(fc.constant('2026-4HXN-82VQ-K0PD-7')),
  duplicate: fc.option(fc.record({ number: fc.integer({ min: 1, max: 9 }), madeOn: day })),
})

const clean = (text: string): string => text.normalize('NFC').replace(/\|/g, '¦')

describe('the text of a face', () => {
  test('gives back every fact that was stated, whatever letters it holds', () => {
    fc.assert(
      fc.property(statement, (facts) => {
        const proof = parseProof(proofText(signedText(facts, '2026-a1b2c3d4'), 'c2lnbmF0dXJl'))
        expect(proof).toEqual({
          kind: 'face',
          stated: statedFields(facts).map(clean),
          keyId: '2026-a1b2c3d4',
          signature: 'c2lnbmF0dXJl',
          signed: signedText(facts, '2026-a1b2c3d4'),
        })
      }),
    )
  })

  test('changes with every fact: none is left out of what is signed', () => {
    const facts: Statement = {
      folio: '2026-7K3M-Q9TX-BF2W-C',
      name: 'Ana Ruiz',
      trade: 'Bordado',
      hours: 40,
      from: '2026-09-01',
      until: '2026-10-30',
      issuedOn: '2026-10-31',
      validUntil: '2027-10-31',
      registration: { body: 'ICAT', number: '1', standard: 'EC0217' },
      issuer: 'A.C.',
      place: 'Tlalmanalco',
      contact: 'Calle 1',
      signatories: [{ name: 'P', post: 'C' }],
      replaces: '2026-4HXN-82VQ-K0PD-7',
      duplicate: { number: 1, madeOn: '2027-01-01' },
    }
    const changes: { readonly [Key in keyof Statement]: Statement[Key] } = {
      folio: '2026-0000-0000-0000-0',
      name: 'Ana Ruíz',
      trade: 'bordado',
      hours: 41,
      from: '2026-09-02',
      until: '2026-10-31',
      issuedOn: '2026-11-01',
      validUntil: null,
      registration: { body: 'ICAT', number: '1', standard: null },
      issuer: 'A. C.',
      place: 'Chalco',
      contact: '',
      signatories: [{ name: 'P', post: 'D' }],
      replaces: null,
      duplicate: { number: 2, madeOn: '2027-01-01' },
    }
    for (const [key, value] of Object.entries(changes))
      expect(signedText({ ...facts, [key]: value }, 'k'), key).not.toBe(signedText(facts, 'k'))
  })

  test('of version 1 is still understood, with what it did not say left empty', () => {
    const old =
      'CONSTANCIA1|2026-7K3M-Q9TX-BF2W-C|Ana Ruiz|Bordado|40|2026-09-01|2026-10-30|2026-10-31|A.C.|Tlalmanalco|2026-a1b2c3d4|c2ln'
    expect(parseProof(old)).toMatchObject({
      kind: 'face',
      stated: [
        '2026-7K3M-Q9TX-BF2W-C',
        'Ana Ruiz',
        'Bordado',
        '40',
        '2026-09-01',
        '2026-10-30',
        '2026-10-31',
        '',
        '',
        'A.C.',
        'Tlalmanalco',
        '',
        '',
        '',
        '',
      ],
      signed: old.slice(0, old.lastIndexOf('|')),
    })
  })
})

test('the text of a back gives back every module', () => {
  const modules = [
    { title: 'Puntadas | básicas', minutes: 720 },
    { title: 'Acabados', minutes: 95 },
  ]
  const text = proofText(signedBack({ folio: 'F', hours: 40, modules }, 'k'), 's')
  expect(parseProof(text)).toMatchObject({
    kind: 'back',
    stated: ['F', '40', 'Puntadas ¦ básicas, 12 h', 'Acabados, 1 h 35 min'],
  })
})

test('what is not one of ours is told from what is', () => {
  for (const text of [
    '',
    'hola',
    'CONSTANCIA2|a|b',
    'CONSTANCIA3|' + 'x|'.repeat(20),
    'TEMARIO1|f',
    'https://example.org/?a|b',
  ])
    expect(parseProof(text)).toBeNull()
})

test.each([
  [45, '45 min'],
  [60, '1 h'],
  [90, '1 h 30 min'],
  [720, '12 h'],
])('%i minutes are %s', (minutes, text) => expect(durationText(minutes)).toBe(text))
