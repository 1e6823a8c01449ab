/** Seals a bundle: tables → CSV → described, summed, signed → tar.gz → age. Nothing here reads the clock or the database. */
import { createHash } from 'node:crypto'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { encryptTo, fingerprintOf } from '../../platform/crypto/age'
import { keyIdOf, signMinisign, type MinisignKey } from '../../platform/crypto/minisign'
import { packFiles, type PlainFile } from '../../platform/crypto/tarball'
import { csvOf } from '../../platform/files/csv'
import type { FilledTable } from './bundle-tables.rules'
import { findBreaches } from './breaches.rules'
import { bundleName, trustedCommentOf } from './bundles.rules'
import { describePackage, type Manifest, type WrittenTable } from './datapackage.rules'

export interface SealPlan {
  readonly manifest: Omit<Manifest, 'format' | 'recipients' | 'signedBy'>
  readonly tables: readonly FilledTable[]
  readonly recipients: readonly string[]
  /** The signed list of folios, which headquarters may publish; none before the first certificate. */
  readonly folios?: string | null
  readonly key: MinisignKey
}

export interface Sealed {
  readonly name: string
  readonly bytes: Buffer
  readonly sha256: string
  /** Hash of the tar.gz inside, which is the same whenever the plan is; the sealed file differs by age's random key. */
  readonly contentsSha256: string
}

/** The sealed file. Throws if the tables break their own declaration: then nothing may leave. */
export async function sealBundle(plan: SealPlan): Promise<Sealed> {
  const contents = await bundleContents(plan)
  const bytes = await encryptTo(plan.recipients, contents)
  const { center, period, sequence } = plan.manifest
  return {
    name: bundleName(center, period, sequence),
    bytes,
    sha256: sha256(bytes),
    contentsSha256: sha256(contents),
  }
}

/** The tar.gz inside: the same plan gives the same bytes. */
export async function bundleContents(plan: SealPlan): Promise<Buffer> {
  const breaches = findBreaches(plan.tables)
  if (breaches.length > 0) throw new Error(`The bundle breaks its declaration: ${breaches.join(', ')}`)
  const { center, period, sequence } = plan.manifest
  const manifest: Manifest = {
    format: 'umbral-bundle-1',
    ...plan.manifest,
    recipients: plan.recipients.map(fingerprintOf),
    signedBy: keyIdOf(plan.key),
  }
  const data = plan.tables.map(writeTable)
  const described = describePackage(
    manifest,
    data.map(({ written }) => written),
    wordsIn(PAPER_LANGUAGE),
  )
  const files = [
    ...data.map(({ file }) => file),
    jsonFile('datapackage.json', described),
    jsonFile('manifest.json', manifest),
    ...(plan.folios ? [textFile('folios.txt', plan.folios)] : []),
  ]
  const sums = textFile('SHA256SUMS', sumsOf(files))
  const signature = signMinisign(plan.key, sums.bytes, trustedCommentOf(center, period, sequence))
  return packFiles([...files, sums, textFile('SHA256SUMS.minisig', signature)])
}

function writeTable(filled: FilledTable): { file: PlainFile; written: WrittenTable } {
  const header = filled.table.columns.map((column) => column.name)
  const text = csvOf(
    header,
    filled.rows.map((row) => header.map((name) => row[name] ?? null)),
  )
  const file = textFile(`data/${filled.table.name}.csv`, text)
  return {
    file,
    written: { ...filled, path: file.path, bytes: file.bytes.length, sha256: sha256(file.bytes) },
  }
}

/** As `sha256sum` writes and `sha256sum -c` reads it. */
const sumsOf = (files: readonly PlainFile[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`)
    .join('')

const textFile = (path: string, text: string): PlainFile => ({ path, bytes: Buffer.from(text, 'utf8') })
const jsonFile = (path: string, value: object): PlainFile => textFile(path, `${JSON.stringify(value, null, 2)}\n`)
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
