/** Replaces a file so that a power cut leaves the old or the new one, never half: `.part` → fsync → read back → rename. */
import { dirname } from 'node:path'
import { platform } from 'node:process'
import { isHeld, RENAME_PAUSES, syncDiskPort, type SyncFilePort } from './port'

/** Writes bytes durably under a name; the previous version, if any, stays as `<file>.previous`. Throws the system's error. */
export function replaceFile(file: string, bytes: Buffer, port: SyncFilePort = syncDiskPort): void {
  const part = `${file}.part`
  writeDurably(part, bytes, port)
  if (!port.read(part).equals(bytes)) throw Object.assign(new Error('Read back other bytes'), { code: 'EIO' })
  if (port.exists(file)) keepPrevious(file, port)
  renameHeld(part, file, port)
  syncFolder(dirname(file), port)
}

/** Copied, not renamed, so that there is no moment without the file; whole before it takes the older copy's place. */
function keepPrevious(file: string, port: SyncFilePort): void {
  const copy = `${file}.previous.part`
  writeDurably(copy, port.read(file), port)
  renameHeld(copy, `${file}.previous`, port)
}

export function writeDurably(file: string, bytes: Buffer, port: SyncFilePort = syncDiskPort): void {
  const handle = port.open(file, 'w')
  try {
    let written = 0
    while (written < bytes.length) written += port.write(handle, bytes, written)
    port.sync(handle)
  } finally {
    port.close(handle)
  }
}

/** Renames, trying again while a scanner holds the file. */
export function renameHeld(from: string, to: string, port: SyncFilePort = syncDiskPort): void {
  for (const pause of RENAME_PAUSES) {
    try {
      port.rename(from, to)
      return
    } catch (error) {
      if (!isHeld(error)) throw error
      port.pause(pause)
    }
  }
  port.rename(from, to)
}

/** Makes a rename durable. Windows keeps directories itself and refuses to sync them. */
export function syncFolder(folder: string, port: SyncFilePort = syncDiskPort): void {
  if (platform === 'win32') return
  const handle = port.open(folder, 'r')
  try {
    port.sync(handle)
  } finally {
    port.close(handle)
  }
}
