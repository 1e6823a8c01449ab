/** Imports every spreadsheet of a folder as the office would: dry run, then confirm what is ready. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFolderOrder } from '../../features/imports'
import type { Output } from '../../../shared/contract'
import { Refused, type Call } from './call'

export interface Unread {
  readonly file: string
  readonly codes: readonly string[]
}

export interface Imported {
  readonly dryRuns: ReadonlyMap<string, Output<'imports.dryRun'>>
  readonly unread: readonly Unread[]
  /** Lines for the table at the end. */
  readonly made: readonly string[]
}

export async function importAll(folder: string, call: Call): Promise<Imported> {
  const files = readdirSync(folder)
    .filter((name) => /\.(xlsx|csv)$/i.test(name) && !name.startsWith('~$'))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
  const dryRuns = new Map<string, Output<'imports.dryRun'>>()
  const unread: Unread[] = []
  const made: string[] = []
  for (const file of await importFolderOrder(files)) {
    const input = { fileName: file.name, bytes: file.bytes.toString('base64') }
    try {
      const planned = await call('imports.dryRun', input)
      dryRuns.set(file.name, planned)
      const done = await call('imports.confirm', { ...input, token: planned.token })
      const records = Object.entries(done.counts.made).map(([kind, count]) => `${count} ${kind}`)
      made.push(
        `${file.name}: ${records.join(', ')}; ${done.counts.doubtful} doubtful, ${done.counts.rejected} rejected`,
      )
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      unread.push({ file: file.name, codes: [error.message] })
    }
  }
  return { dryRuns, unread, made }
}
