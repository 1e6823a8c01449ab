/** The file system as the durable writers use it, narrow enough that a test can fail its every call. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { access, open, readdir, readFile, rename, rm, statfs } from 'node:fs/promises'
import { platform } from 'node:process'

export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>
  /** Forces what was written to the medium (FlushFileBuffers on Windows). */
  sync(): Promise<void>
  close(): Promise<void>
}

/** For a medium that may be slow, full or pulled out: every call may take long and may fail. */
export interface FilePort {
  create(path: string): Promise<OpenFile>
  read(path: string): Promise<Buffer>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  exists(path: string): Promise<boolean>
  list(folder: string): Promise<string[]>
  /** Makes a rename durable. */
  syncFolder(folder: string): Promise<void>
  freeBytes(folder: string): Promise<number>
  /** Waits before another try. */
  pause(milliseconds: number): Promise<void>
}

export const diskPort: FilePort = {
  async create(path) {
    const handle = await open(path, 'w', 0o600)
    return {
      async write(bytes) {
        let written = 0
        while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten
      },
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  read: (path) => readFile(path),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  list: (folder) => readdir(folder),
  async syncFolder(folder) {
    // Windows keeps directories itself and refuses to sync them.
    if (platform === 'win32') return
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  async freeBytes(folder) {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/** The same for the small files beside the database, which are written in one go. */
export interface SyncFilePort {
  open(path: string, flags: 'w' | 'r'): number
  write(handle: number, bytes: Buffer, from: number): number
  sync(handle: number): void
  close(handle: number): void
  read(path: string): Buffer
  copy(from: string, to: string): void
  rename(from: string, to: string): void
  remove(path: string): void
  exists(path: string): boolean
  pause(milliseconds: number): void
}

export const syncDiskPort: SyncFilePort = {
  open: (path, flags) => openSync(path, flags, 0o600),
  write: (handle, bytes, from) => writeSync(handle, bytes, from),
  sync: fsyncSync,
  close: closeSync,
  read: (path) => readFileSync(path),
  copy: (from, to) => copyFileSync(from, to),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { force: true }),
  exists: existsSync,
  pause: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
}

/** A scanner or indexer on Windows holds a fresh file for a moment; a rename then fails with one of these and works later. */
export const isHeld = (error: unknown): boolean => ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))

/** Milliseconds before each new try of a rename: ten tries in about two seconds. */
export const RENAME_PAUSES: readonly number[] = [10, 20, 40, 80, 120, 200, 300, 400, 500, 500]

/** The system's code of an error (`ENOSPC`), or empty text. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
