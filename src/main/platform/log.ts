/** Main's log: what went wrong, under a number the page may show. Never holds names, keys or SQL values. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Log {
  /** Writes down an unexpected error and returns its number (shown to the person, found in the log). */
  failure(where: string, error: unknown): number
}

const LIMIT = 1_000_000

// SECURITY: messages of errors may quote values (a name, an SQL parameter); only the class, the code and the stack's
// places are kept, so that the clear-text log can never leak a person.
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return `${error.name}${code}\n${places.join('\n')}`
}

/** A log in `file` (one older file is kept beside it once it passes 1 MB). */
export function openLog(file: string, now: () => string): Log {
  let last = Math.floor(Date.parse(now()) / 1000) % 1_000_000
  mkdirSync(dirname(file), { recursive: true })
  return {
    failure(where, error) {
      last += 1
      try {
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) renameSync(file, `${file}.old`)
        appendFileSync(file, `${now()} #${last} ${where}: ${describe(error)}\n`)
      } catch {
        // A full or read-only disk must not turn one failure into two.
      }
      return last
    },
  }
}
