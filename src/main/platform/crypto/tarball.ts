/** tar.gz that depends on its contents alone: sorted names, no times, no owners. Read back by stock `tar xz`. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { extract, pack } from 'tar-stream'

export interface PlainFile {
  /** Path with `/`, ASCII, relative. */
  readonly path: string
  readonly bytes: Buffer
}

/** The same files give the same bytes, on every machine and at any time. */
export async function packFiles(files: readonly PlainFile[]): Promise<Buffer> {
  const tar = pack()
  for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    tar.entry({ name: path, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0), type: 'file' }, bytes)
  tar.finalize()
  const pieces: Buffer[] = []
  for await (const piece of tar) pieces.push(piece as Buffer)
  const zipped = gzipSync(Buffer.concat(pieces), { level: 9 })
  // The gzip header's tenth byte names the operating system; 255 is "unknown". Its time field is already zero.
  zipped[9] = 255
  return zipped
}

/** The files of a tar.gz, or undefined if it is none, holds anything but plain files, or names one twice or outside. */
export async function unpackFiles(zipped: Buffer, limit = 512 * 1024 * 1024): Promise<PlainFile[] | undefined> {
  const files: PlainFile[] = []
  try {
    const tar = extract()
    // SECURITY: the limit stops a small file that unpacks to fill the memory.
    tar.end(gunzipSync(zipped, { maxOutputLength: limit }))
    for await (const entry of tar) {
      const { name, type } = entry.header
      const pieces: Buffer[] = []
      for await (const piece of entry) pieces.push(piece as Buffer)
      if (type !== 'file' || !isTame(name) || files.some((each) => each.path === name)) return undefined
      files.push({ path: name, bytes: Buffer.concat(pieces) })
    }
  } catch {
    return undefined
  }
  return files
}

// SECURITY: a path that climbs out of the folder, or an absolute one, would let a forged bundle overwrite other files.
const isTame = (path: string): boolean => /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/.test(path)
