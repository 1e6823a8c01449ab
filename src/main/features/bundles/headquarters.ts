/**
 * Headquarters' side: opens a bundle and refuses one that is cut, altered, incomplete, or sealed again for somebody else.
 * The same steps with stock tools stand in the README; the demo and the tests run both.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parse } from 'csv-parse/sync'
import { identityToRecipient } from 'age-encryption'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { civilMonth } from '../../../shared/kernel/civil-date'
import { decryptWith, fingerprintOf } from '../../platform/crypto/age'
import { keyIdOf, parsePublicKey, verifyMinisign } from '../../platform/crypto/minisign'
import { unpackFiles, type PlainFile } from '../../platform/crypto/tarball'
import { bundleName, trustedCommentOf } from './bundles.rules'

export type BundleProblem =
  | 'not-for-this-identity-or-damaged'
  | 'not-a-bundle'
  | 'file-missing'
  | 'file-extra'
  | 'file-altered'
  | 'bad-public-key'
  | 'bad-signature'
  | 'unknown-format'
  | 'readdressed'
  | 'broken-sequence'
  | 'bad-datapackage'
  | 'broken-key'

const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const manifestFile = z.strictObject({
  format: z.literal('umbral-bundle-1'),
  center: z.string(),
  period: civilMonth,
  sequence: z.int().min(1),
  supplementOf: z.int().nullable(),
  previous: z.strictObject({ sequence: z.int(), sha256: hex64 }).nullable(),
  schema: z.string(),
  app: z.string(),
  audit: z.strictObject({ size: z.int(), head: hex64 }),
  recipients: z.array(hex64).min(1),
  signedBy: z.string(),
})

const packageFile = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      bytes: z.int(),
      hash: z.string(),
      rows: z.int(),
      schema: z.object({
        fields: z.array(z.object({ name: z.string() })),
        primaryKey: z.array(z.string()),
        foreignKeys: z.array(
          z.object({
            fields: z.array(z.string()),
            reference: z.object({ resource: z.string(), fields: z.array(z.string()) }),
          }),
        ),
      }),
    }),
  ),
})

export interface ArrivedBundle {
  /** As it arrived: `DEM-202610-0001.age`. */
  readonly fileName: string
  readonly sealed: Buffer
}

export interface Headquarters {
  /** Headquarters' secret (`AGE-SECRET-KEY-1…`). */
  readonly identity: string
  /** The center's `minisign.pub`, received on paper. */
  readonly publicKey: string
  /** The last bundle taken from this center, if any: gaps, replays and forks show by it. */
  readonly last?: { readonly sequence: number; readonly sha256: string; readonly auditSize: number }
}

export interface OpenedBundle {
  readonly manifest: z.infer<typeof manifestFile>
  readonly files: readonly PlainFile[]
  readonly tables: ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>
  /** To be kept as the next `last`. */
  readonly sha256: string
}

/** Opens and checks a bundle in the order of the recipe; the first thing that does not hold is the refusal. */
export async function openBundle(
  arrived: ArrivedBundle,
  office: Headquarters,
): Promise<Outcome<OpenedBundle, BundleProblem>> {
  const plain = await decryptWith(office.identity, arrived.sealed)
  if (!plain) return refuse('not-for-this-identity-or-damaged')
  const files = await unpackFiles(plain)
  if (!files) return refuse('not-a-bundle')
  const signed = checkSignature(files, office.publicKey)
  if (!signed.ok) return signed
  const whole = checkSums(files)
  if (!whole.ok) return whole
  const manifest = manifestFile.safeParse(jsonOf(files, 'manifest.json'))
  if (!manifest.success) return refuse('unknown-format')
  const addressed = await checkAddress(manifest.data, arrived, office, signed.value)
  if (!addressed.ok) return addressed
  const tables = checkTables(files)
  if (!tables.ok) return tables
  return done({ manifest: manifest.data, files, tables: tables.value, sha256: sha256(arrived.sealed) })
}

const find = (files: readonly PlainFile[], path: string): Buffer | undefined =>
  files.find((file) => file.path === path)?.bytes

function checkSignature(
  files: readonly PlainFile[],
  publicKey: string,
): Outcome<{ trustedComment: string; keyId: string }, BundleProblem> {
  const key = parsePublicKey(publicKey)
  if (!key) return refuse('bad-public-key')
  const sums = find(files, 'SHA256SUMS')
  const signature = find(files, 'SHA256SUMS.minisig')
  if (!sums || !signature) return refuse('file-missing', { path: sums ? 'SHA256SUMS.minisig' : 'SHA256SUMS' })
  const verified = verifyMinisign(key, sums, signature.toString('utf8'))
  return verified ? done({ ...verified, keyId: keyIdOf(key) }) : refuse('bad-signature')
}

/** Every file is summed and every sum has its file. */
function checkSums(files: readonly PlainFile[]): Outcome<null, BundleProblem> {
  const lines = (find(files, 'SHA256SUMS')?.toString('utf8') ?? '').split('\n').filter(Boolean)
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
  for (const [path, sum] of sums) {
    const bytes = find(files, path)
    if (!bytes) return refuse('file-missing', { path })
    if (sha256(bytes) !== sum) return refuse('file-altered', { path })
  }
  const extra = files.find(({ path }) => !sums.has(path) && !['SHA256SUMS', 'SHA256SUMS.minisig'].includes(path))
  return extra ? refuse('file-extra', { path: extra.path }) : done(null)
}

/** Encryption says nothing of the sender and signing nothing of the addressee: name, comment and manifest must agree. */
async function checkAddress(
  manifest: z.infer<typeof manifestFile>,
  arrived: ArrivedBundle,
  office: Headquarters,
  signed: { trustedComment: string; keyId: string },
): Promise<Outcome<null, BundleProblem>> {
  const { center, period, sequence } = manifest
  const ours = fingerprintOf(await identityToRecipient(office.identity))
  if (!manifest.recipients.includes(ours)) return refuse('readdressed', { what: 'recipient' })
  if (signed.trustedComment !== trustedCommentOf(center, period, sequence))
    return refuse('readdressed', { what: 'comment' })
  if (arrived.fileName !== bundleName(center, period, sequence)) return refuse('readdressed', { what: 'name' })
  if (manifest.signedBy !== signed.keyId) return refuse('readdressed', { what: 'key' })
  if (office.last && !follows(manifest, office.last)) return refuse('broken-sequence', { sequence })
  return done(null)
}

const follows = (manifest: z.infer<typeof manifestFile>, last: NonNullable<Headquarters['last']>): boolean =>
  manifest.sequence === last.sequence + 1 &&
  manifest.previous?.sequence === last.sequence &&
  manifest.previous.sha256 === last.sha256 &&
  manifest.audit.size > last.auditSize

/** Reads every table as `datapackage.json` describes it and checks its keys. */
function checkTables(files: readonly PlainFile[]): Outcome<OpenedBundle['tables'], BundleProblem> {
  const described = packageFile.safeParse(jsonOf(files, 'datapackage.json'))
  if (!described.success) return refuse('bad-datapackage')
  const tables = new Map<string, readonly Readonly<Record<string, string>>[]>()
  for (const resource of described.data.resources) {
    const bytes = find(files, resource.path)
    if (!bytes) return refuse('file-missing', { path: resource.path })
    const rows = parse<Record<string, string>>(bytes, { columns: true, record_delimiter: '\r\n' })
    const fits = bytes.length === resource.bytes && resource.hash === `sha256:${sha256(bytes)}`
    if (!fits || rows.length !== resource.rows) return refuse('bad-datapackage', { table: resource.name })
    tables.set(resource.name, rows)
  }
  for (const { name, schema } of described.data.resources) {
    const rows = tables.get(name) ?? []
    if (new Set(keysOf(rows, schema.primaryKey)).size < rows.length) return refuse('broken-key', { table: name })
    for (const { fields, reference } of schema.foreignKeys) {
      const known = new Set(keysOf(tables.get(reference.resource) ?? [], reference.fields))
      if (keysOf(rows, fields).some((key) => key !== '' && !known.has(key)))
        return refuse('broken-key', { table: name })
    }
  }
  return done(tables)
}

const keysOf = (rows: readonly Readonly<Record<string, string>>[], fields: readonly string[]): string[] =>
  rows.map((row) => fields.map((field) => row[field] ?? '').join(' '))

function jsonOf(files: readonly PlainFile[], path: string): unknown {
  try {
    return JSON.parse(find(files, path)?.toString('utf8') ?? '')
  } catch {
    return undefined
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
