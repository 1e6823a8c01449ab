import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasTool } from '../../../../tests/factories/tools'
import {
  newMinisignKey,
  parsePublicKey,
  publicKeyLine,
  publicKeyText,
  signMinisign,
  verifyMinisign,
  type MinisignPublicKey,
} from './minisign'

const text = (value: string): Uint8Array => Buffer.from(value, 'utf8')

// The public test vector of minisign's own Rust verifier: its author's key over the word "test".
const VECTOR = {
  key: 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3',
  signature: [
    'untrusted comment: signature from minisign secret key',
    'RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=',
    'trusted comment: timestamp:1633700835\tfile:test\tprehashed',
    'wLMDjy9FLAuxZ3q4NlEvkgtyhrr0gtTu6KC4KBJdITbbOeAi1zBIYo0v4iTgt8jJpIidRJnp94ABQkJAgAooBQ==',
    '',
  ].join('\n'),
}

describe('a signature made elsewhere', () => {
  const key = parsePublicKey(VECTOR.key) as MinisignPublicKey

  test('holds for its text and gives its trusted comment', () => {
    expect(verifyMinisign(key, text('test'), VECTOR.signature)).toEqual({
      trustedComment: 'timestamp:1633700835\tfile:test\tprehashed',
    })
  })

  test('does not hold for another text, another comment or another key', () => {
    expect(verifyMinisign(key, text('Test'), VECTOR.signature)).toBeUndefined()
    expect(verifyMinisign(key, text('test'), VECTOR.signature.replace('1633700835', '1633700836'))).toBeUndefined()
    expect(verifyMinisign(newMinisignKey(), text('test'), VECTOR.signature)).toBeUndefined()
  })
})

describe('a signature of ours', () => {
  test('holds for any text, and for no other', () => {
    const key = newMinisignKey()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (message, at) => {
        const signed = signMinisign(key, message, 'DEM 2026-10 0001')
        const other = Buffer.concat([message, Buffer.from([at & 255])])
        expect(verifyMinisign(key, message, signed)).toEqual({ trustedComment: 'DEM 2026-10 0001' })
        expect(verifyMinisign(key, other, signed)).toBeUndefined()
      }),
      { numRuns: 40 },
    )
  })

  test('breaks with any single changed letter of its second or fourth line', () => {
    const key = newMinisignKey()
    const lines = signMinisign(key, text('hola'), 'DEM 2026-10 0001').split('\n')
    for (const row of [1, 3]) {
      const line = lines[row] ?? ''
      for (let at = 0; at < line.length - 3; at += 7) {
        const changed = line.slice(0, at) + (line[at] === 'A' ? 'B' : 'A') + line.slice(at + 1)
        const spoiled = lines.map((each, index) => (index === row ? changed : each)).join('\n')
        expect(verifyMinisign(key, text('hola'), spoiled)).toBeUndefined()
      }
    }
  })

  test('the public key survives being written to a file and read again', () => {
    const key = newMinisignKey()
    expect(parsePublicKey(publicKeyText(key))).toEqual({ number: key.number, publicKey: key.publicKey })
    expect(parsePublicKey('nada')).toBeUndefined()
  })

  test.skipIf(!hasTool('minisign'))('is taken by stock minisign, which refuses it once the text changed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'umbral-minisign-'))
    try {
      const key = newMinisignKey()
      const file = join(folder, 'SHA256SUMS')
      writeFileSync(file, 'abc\n')
      writeFileSync(`${file}.minisig`, signMinisign(key, text('abc\n'), 'DEM 2026-10 0001'))
      const check = (): string =>
        execFileSync('minisign', ['-V', '-H', '-m', file, '-P', publicKeyLine(key)], { stdio: 'pipe' }).toString()
      expect(check()).toContain('Trusted comment: DEM 2026-10 0001')
      writeFileSync(file, 'abd\n')
      expect(check).toThrow()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
