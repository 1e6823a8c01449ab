import { createHash } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBundle, type BundleProblem } from '../../src/main/features/bundles'
import { encryptTo } from '../../src/main/platform/crypto/age'
import { newMinisignKey, publicKeyText, signMinisign } from '../../src/main/platform/crypto/minisign'
import { packFiles, type PlainFile } from '../../src/main/platform/crypto/tarball'
import { openStickOffice, type StickOffice } from '../factories/demo'

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
const textOf = (files: readonly PlainFile[], path: string): string =>
  files.find((file) => file.path === path)?.bytes.toString('utf8') ?? ''

describe('a bundle that headquarters refuses', () => {
  let it: StickOffice
  let made: Awaited<ReturnType<StickOffice['exportMonth']>>
  let office: { identity: string; publicKey: string }

  beforeAll(async () => {
    it = await openStickOffice()
    made = await it.exportMonth()
    office = { identity: it.identity, publicKey: (await it.must('bundles.publicKey', {})).text }
  })
  afterAll(() => it.close())

  const codeOf = async (sealed: Buffer, fileName = made.fileName): Promise<BundleProblem | 'opened'> => {
    const answer = await openBundle({ fileName, sealed }, office)
    return answer.ok ? 'opened' : (answer.refusals[0]?.code ?? 'not-a-bundle')
  }
  const filesOf = async (): Promise<PlainFile[]> => {
    const opened = await openBundle(made, office)
    return opened.ok ? [...opened.value.files] : []
  }
  const resealed = async (files: readonly PlainFile[]): Promise<Buffer> =>
    encryptTo([await identityToRecipient(it.identity)], await packFiles(files))

  test('is one cut anywhere, or with any bit flipped', async () => {
    const { sealed } = made
    for (const length of [0, 10, 200, sealed.length >> 1, sealed.length - 1])
      expect(await codeOf(sealed.subarray(0, length)), `cut at ${length}`).toBe('not-for-this-identity-or-damaged')
    expect(await codeOf(Buffer.concat([sealed, Buffer.from([0])]))).toBe('not-for-this-identity-or-damaged')
    for (let at = 3; at < sealed.length; at += 97) {
      const flipped = Buffer.from(sealed)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect(await codeOf(flipped), `bit at ${at}`).toBe('not-for-this-identity-or-damaged')
    }
  })

  test('is one sealed for somebody else', async () => {
    const stranger = await generateX25519Identity()
    const answer = await openBundle(made, { ...office, identity: stranger })
    expect(answer).toMatchObject({ refusals: [{ code: 'not-for-this-identity-or-damaged' }] })
  })

  test('is one whose signed contents were sealed again for headquarters by somebody else', async () => {
    const stranger = await generateX25519Identity()
    const contents = await packFiles(await filesOf())
    const readdressed = await encryptTo([await identityToRecipient(stranger)], contents)
    const answer = await openBundle({ ...made, sealed: readdressed }, { ...office, identity: stranger })
    expect(answer).toMatchObject({ refusals: [{ code: 'readdressed', facts: { what: 'recipient' } }] })
  })

  test('is one under another name', async () => {
    expect(await codeOf(made.sealed, 'DEM-202611-0001.age')).toBe('readdressed')
    expect(await codeOf(made.sealed, 'ABC-202610-0001.age')).toBe('readdressed')
    expect(await codeOf(made.sealed, 'DEM-202610-0002.age')).toBe('readdressed')
    expect(await codeOf(made.sealed)).toBe('opened')
  })

  test('is one without any of its files, or with one too many, or with one altered', async () => {
    const files = await filesOf()
    for (const { path } of files)
      expect(await codeOf(await resealed(files.filter((file) => file.path !== path))), path).toBe('file-missing')
    const extra = { path: 'data/extra.csv', bytes: Buffer.from('a\r\n') }
    expect(await codeOf(await resealed([...files, extra]))).toBe('file-extra')
    for (const { path } of files.filter((file) => !file.path.startsWith('SHA256SUMS'))) {
      const altered = files.map((file) =>
        file.path === path ? { path, bytes: Buffer.concat([file.bytes, Buffer.from(' ')]) } : file,
      )
      expect(await codeOf(await resealed(altered)), path).toBe('file-altered')
    }
  })

  test('is one altered together with its sums, or signed by another key', async () => {
    const files = await filesOf()
    const manifest = textOf(files, 'manifest.json').replace('"2026-10"', '"2026-09"')
    const others = files.filter((file) => !/^SHA256SUMS|^manifest/.test(file.path))
    const forged = [...others, { path: 'manifest.json', bytes: Buffer.from(manifest) }]
    const sums = forged.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join('')
    const withSums = (signature: string): PlainFile[] => [
      ...forged,
      { path: 'SHA256SUMS', bytes: Buffer.from(sums) },
      { path: 'SHA256SUMS.minisig', bytes: Buffer.from(signature) },
    ]
    expect(await codeOf(await resealed(withSums(textOf(files, 'SHA256SUMS.minisig'))))).toBe('bad-signature')
    const stranger = newMinisignKey()
    const signed = signMinisign(stranger, Buffer.from(sums), 'DEM 2026-09 0001')
    expect(await codeOf(await resealed(withSums(signed)))).toBe('bad-signature')
    // Even by a key that headquarters knows: the manifest must name that key, and the name and comment must agree.
    const answer = await openBundle(
      { fileName: 'DEM-202609-0001.age', sealed: await resealed(withSums(signed)) },
      { ...office, publicKey: publicKeyText(stranger) },
    )
    expect(answer).toMatchObject({ refusals: [{ code: 'readdressed', facts: { what: 'key' } }] })
  })

  test('is anything else: a file that is no bundle, a public key that is none', async () => {
    const stray = await encryptTo([await identityToRecipient(it.identity)], Buffer.from('hola'))
    expect(await codeOf(stray)).toBe('not-a-bundle')
    expect(await openBundle(made, { ...office, publicKey: 'nada' })).toMatchObject({
      refusals: [{ code: 'bad-public-key' }],
    })
  })
})
