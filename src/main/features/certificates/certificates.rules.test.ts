import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasGoodCheck } from '../../../shared/kernel/check-character'
import {
  decideCertificate,
  decideIssue,
  firstBrokenLink,
  folioText,
  LEDGER_GENESIS,
  tellingWords,
  type CertificateFacts,
  type LedgerLink,
} from './certificates.rules'

const DAY = '2026-10-31'
const facts = (overrides: Partial<CertificateFacts> = {}): CertificateFacts => ({
  endsOn: DAY,
  minRatePercent: 75,
  minHours: null,
  attended: 9,
  counted: 12,
  minutes: 18 * 60,
  evaluation: 'A',
  ...overrides,
})

describe('a certificate is earned', () => {
  test('at exactly the minimum, on the very day the edition ends', () => {
    expect(decideCertificate(facts(), DAY)).toEqual({ decided: true, earned: true, missing: [] })
  })
  test('never below the minimum, and the figures say how far', () => {
    expect(decideCertificate(facts({ attended: 8 }), DAY).missing).toEqual([
      { code: 'rate-below-minimum', attended: 8, counted: 12, minRatePercent: 75 },
    ])
  })
  test('at exactly the hours the workshop asks for, and not a minute below', () => {
    expect(decideCertificate(facts({ minHours: 18 }), DAY).earned).toBe(true)
    expect(decideCertificate(facts({ minHours: 18, minutes: 18 * 60 - 1 }), DAY).missing).toEqual([
      { code: 'hours-below-minimum', hours: 17, minHours: 18 },
    ])
  })
  test('only when evaluated and passed', () => {
    expect(decideCertificate(facts({ evaluation: null }), DAY)).toMatchObject({ decided: false, earned: false })
    expect(decideCertificate(facts({ evaluation: 'NA' }), DAY).missing).toEqual([{ code: 'not-passed' }])
    expect(decideCertificate(facts({ evaluation: 'NP' }), DAY).missing).toEqual([{ code: 'did-not-sit' }])
  })
  test('not before the edition ends', () => {
    expect(decideCertificate(facts({ endsOn: '2026-11-01' }), DAY)).toMatchObject({
      decided: false,
      missing: [{ code: 'not-ended', endsOn: '2026-11-01' }],
    })
  })
  test('not by who never came, even where the minimum is 0 %', () => {
    expect(decideCertificate(facts({ attended: 0, counted: 0, minRatePercent: 0 }), DAY).missing).toEqual([
      { code: 'no-attendance' },
    ])
  })
  test('by the exact fraction, whatever the figures, and never lost by coming once more', () => {
    const figures = fc.tuple(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 100 }),
    )
    fc.assert(
      fc.property(figures, ([counted, some, minRatePercent]) => {
        const attended = Math.min(some, counted)
        const decide = (a: number, c: number) =>
          decideCertificate(facts({ attended: a, counted: c, minRatePercent }), DAY)
        const exact = BigInt(attended) * 100n >= BigInt(minRatePercent) * BigInt(counted)
        expect(decide(attended, counted).earned).toBe(exact)
        if (exact) expect(decide(attended + 1, counted + 1).earned).toBe(true)
      }),
    )
  })
})

describe('the ledger', () => {
  const hashOf = (link: LedgerLink): string => `${link.prevHash.slice(-4)}>${link.year}/${link.number}`
  const chain = (years: readonly number[]): LedgerLink[] => {
    const links: LedgerLink[] = []
    for (const year of [...years].sort()) {
      const last = links.at(-1)
      const link = {
        year,
        number: last?.year === year ? last.number + 1 : 1,
        prevHash: last?.hash ?? LEDGER_GENESIS,
        hash: '',
      }
      links.push({ ...link, hash: hashOf(link) })
    }
    return links
  }
  const years = fc.array(fc.integer({ min: 2026, max: 2028 }), { minLength: 1, maxLength: 30 })

  test('holds as written, numbers starting anew each year', () => {
    fc.assert(
      fc.property(years, (some) => {
        expect(firstBrokenLink(chain(some), hashOf)).toBeNull()
      }),
    )
  })
  test('breaks at whatever is taken out before the end, doubled or altered', () => {
    fc.assert(
      fc.property(years, fc.nat(), fc.constantFrom('out', 'twice', 'altered'), (some, pick, how) => {
        const links = chain([...some, 2028])
        const at = pick % (links.length - 1 || 1)
        const link = links[at]
        if (!link || links.length < 2) return
        const changed = [...links]
        if (how === 'out') changed.splice(at, 1)
        else if (how === 'twice') changed.splice(at, 0, link)
        else changed[at] = { ...link, hash: 'x' }
        expect(firstBrokenLink(changed, hashOf)).not.toBeNull()
      }),
    )
  })
})

test('a folio has its year, its code and a check character that catches every single slip', () => {
  const folio = folioText(2026, '7K3MQ9TXBF2W')
  expect(folio).toMatch(/^2026-7K3M-Q9TX-BF2W-[0-9A-Z]$/)
  expect(hasGoodCheck(folio)).toBe(true)
  for (const at of [0, 5, 9, 14, folio.length - 1]) {
    const other = folio[at] === 'X' ? 'Y' : 'X'
    expect(hasGoodCheck(folio.slice(0, at) + other + folio.slice(at + 1))).toBe(false)
  }
})

test('a face that names the center, its code or the prison is found out, whatever its capitals and accents', () => {
  const center = { name: 'Centro de Demostración', code: 'DEM' }
  const telling = (text: string) => tellingWords([text], center).length > 0
  for (const text of [
    'Directora del CENTRO DE DEMOSTRACION',
    'Capacitación DEM',
    'Jefa del penal',
    'Cárcel de mujeres',
  ])
    expect(telling(text)).toBe(true)
  for (const text of [
    'Capacitación laboral',
    'Programa Umbral, A.C.',
    'Démosle la palabra',
    'Tlalmanalco, Estado de México',
  ])
    expect(telling(text)).toBe(false)
})

describe('a batch is refused', () => {
  const earned = decideCertificate(facts(), DAY)
  const woman = { name: 'Ana Ruiz', decision: earned, issuedFolio: null, missingGlyphs: [] }
  const base = { signatories: 2, lastIssuedOn: null, today: DAY, telling: [], women: [woman] }

  test('for nothing when all is well', () => expect(decideIssue(base)).toEqual([]))
  test.each([
    ['no-signatory', { signatories: 0 }],
    ['clock-set-back', { lastIssuedOn: '2026-11-02' }],
    ['certificate-names-center', { telling: ['Jefa del penal'] }],
    [
      'certificate-not-earned',
      { women: [{ ...woman, decision: decideCertificate(facts({ evaluation: 'NP' }), DAY) }] },
    ],
    ['certificate-already-issued', { women: [{ ...woman, issuedFolio: '2026-X' }] }],
    ['glyph-missing', { women: [{ ...woman, missingGlyphs: ['字'] }] }],
  ] as const)('%s', (code, change) => {
    expect(decideIssue({ ...base, ...change }).map((each) => each.code)).toEqual([code])
  })
})
