/** A disk in memory for tests of faults and power cuts. */
import { basename, dirname } from 'node:path'
import type { FilePort, OpenFile, SyncFilePort } from '../../src/main/platform/files/port'

/** An error as the system gives it. */
export const failure = (code: string): Error => Object.assign(new Error(code), { code })

/**
 * A disk in memory that tells apart what was written and what would survive a power cut. Bytes are safe once synced;
 * a name (made, renamed, removed) is safe once its folder was synced. Every call may be told to fail or to be the last.
 */
export class Disk {
  /** What programs see. */
  names = new Map<string, number>()
  /** What the folder on the medium holds. */
  safeNames = new Map<string, number>()
  private readonly contents: { bytes: Buffer; safe: Buffer }[] = []
  private readonly handles = new Map<number, string>()
  private renames: (readonly [from: string, to: string])[] = []
  private calls = 0
  /** Called before each call with its number. */
  fault: (call: number, what: string) => void = () => undefined

  private step(what: string): void {
    this.calls += 1
    this.fault(this.calls, what)
  }

  file(name: string): { bytes: Buffer; safe: Buffer } {
    const found = this.contents[this.names.get(name) ?? -1]
    if (!found) throw failure('ENOENT')
    return found
  }

  put(name: string, bytes: Buffer): void {
    this.names.set(name, this.contents.push({ bytes, safe: bytes }) - 1)
    this.safeNames = new Map(this.names)
  }

  readonly port: SyncFilePort = {
    open: (path, flags) => {
      this.step('open')
      if (flags === 'w') {
        const at = this.contents.push({ bytes: Buffer.alloc(0), safe: Buffer.alloc(0) }) - 1
        this.names.set(path, at)
      }
      this.handles.set(this.calls, path)
      return this.calls
    },
    write: (handle, bytes, from) => {
      this.step('write')
      const file = this.file(this.handles.get(handle) ?? '')
      // At most 5 bytes go at a time, as a full pipe or a slow stick may do.
      const piece = bytes.subarray(from, from + 5)
      file.bytes = Buffer.concat([file.bytes, piece])
      return piece.length
    },
    sync: (handle) => {
      this.step('sync')
      const path = this.handles.get(handle) ?? ''
      if (!this.names.has(path)) {
        this.safeNames = new Map(this.names)
        this.renames = []
        return
      }
      const file = this.file(path)
      file.safe = file.bytes
    },
    close: (handle) => {
      this.step('close')
      this.handles.delete(handle)
    },
    read: (path) => {
      this.step('read')
      return this.file(path).bytes
    },
    copy: (from, to) => {
      this.step('copy')
      this.names.set(to, this.contents.push({ bytes: this.file(from).bytes, safe: Buffer.alloc(0) }) - 1)
    },
    rename: (from, to) => {
      this.step('rename')
      const at = this.names.get(from)
      if (at === undefined) throw failure('ENOENT')
      this.names.delete(from)
      this.names.set(to, at)
      this.renames.push([from, to])
    },
    remove: (path) => {
      this.step('remove')
      this.names.delete(path)
    },
    exists: (path) => {
      this.step('exists')
      return this.names.has(path)
    },
    pause: () => undefined,
  }

  /** What may be found after the power came back: each unsynced rename may or may not have reached the medium, in order. */
  afterPowerCut(): Map<string, Buffer>[] {
    return Array.from({ length: this.renames.length + 1 }, (_, kept) => {
      const names = new Map(this.safeNames)
      for (const [from, to] of this.renames.slice(0, kept)) {
        const at = names.get(from) ?? this.names.get(to)
        names.delete(from)
        if (at !== undefined) names.set(to, at)
      }
      return new Map([...names].map(([name, at]) => [name, this.contents[at]?.safe ?? Buffer.alloc(0)]))
    })
  }
}

/** The stick's port over the same disk in memory, made asynchronous. */
export function stickPort(disk: Disk, free = 1_000_000): FilePort {
  const later = <T>(work: () => T): Promise<T> => Promise.resolve().then(work)
  return {
    create: (path) =>
      later((): OpenFile => {
        const handle = disk.port.open(path, 'w')
        return {
          write: (bytes) =>
            later(() => {
              for (let at = 0; at < bytes.length;) at += disk.port.write(handle, Buffer.from(bytes), at)
            }),
          sync: () => later(() => disk.port.sync(handle)),
          close: () => later(() => disk.port.close(handle)),
        }
      }),
    read: (path) => later(() => Buffer.from(disk.port.read(path))),
    rename: (from, to) => later(() => disk.port.rename(from, to)),
    remove: (path) => later(() => disk.port.remove(path)),
    exists: (path) => later(() => disk.port.exists(path)),
    list: (folder) =>
      later(() => {
        disk.port.exists(folder)
        return [...disk.names.keys()].filter((name) => dirname(name) === folder).map((name) => basename(name))
      }),
    syncFolder: (folder) =>
      later(() => {
        const handle = disk.port.open(folder, 'r')
        disk.port.sync(handle)
        disk.port.close(handle)
      }),
    freeBytes: () =>
      later(() => {
        disk.port.exists('')
        return free
      }),
    pause: () => Promise.resolve(),
  }
}
