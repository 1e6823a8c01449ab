/** Replaces a file so that a power cut leaves the old or the new one, never half: `.part` → fsync → read back → rename. */
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { platform } from 'node:process'

/** Writes bytes durably under a name; the previous version, if any, stays as `<file>.previous`. Throws the system's error. */
export function replaceFile(file: string, bytes: Buffer): void {
  const part = `${file}.part`
  writeDurably(part, bytes)
  if (!readFileSync(part).equals(bytes)) throw Object.assign(new Error('Read back other bytes'), { code: 'EIO' })
  if (existsSync(file)) copyFileSync(file, `${file}.previous`)
  renameSync(part, file)
  syncFolder(dirname(file))
}

export function writeDurably(file: string, bytes: Buffer): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a rename durable. Windows keeps directories itself and refuses to sync them. */
export function syncFolder(folder: string): void {
  if (platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
