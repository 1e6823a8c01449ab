/** Writes a file on a USB stick so that "you may pull it out now" is true: whole, read back, under a name never used before. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { codeOf, diskPort, isHeld, RENAME_PAUSES, type FilePort } from './port'

/** Why a stick did not take a file; each has its sentence under `refusal.<code>`. */
export const STICK_REFUSALS = [
  'stick-read-only',
  'stick-forbidden',
  'stick-full',
  'stick-gone',
  'stick-failed',
  'stick-read-back-differs',
  'file-name-taken',
] as const
export type StickRefusal = (typeof STICK_REFUSALS)[number]

const PIECE = 256 * 1024
const PROBE = 'UMBRAL.PART'

/** True if the folder takes a small file and gives it back; with the bytes that are free. */
export async function tryStick(folder: string, port: FilePort = diskPort): Promise<Outcome<number, StickRefusal>> {
  const probe = join(folder, PROBE)
  try {
    await writeWhole(probe, Buffer.alloc(1024, 0x55), port)
    const read = await port.read(probe)
    await port.remove(probe)
    return read.equals(Buffer.alloc(1024, 0x55))
      ? done(await port.freeBytes(folder))
      : refuse('stick-read-back-differs')
  } catch (error) {
    await removeQuietly(probe, port)
    return refuse(reasonOf(error))
  }
}

/** Bytes that a file of this size needs, with room for the medium's own book-keeping. */
export const roomFor = (bytes: number): number => bytes + 64 * 1024

/**
 * `.part` → fsync → read back whole → rename to a name never used before → fsync of the folder. On any failure nothing
 * of it stays behind, and an older file of that name is never touched.
 */
export async function writeToStick(
  folder: string,
  name: string,
  bytes: Buffer,
  options: { port?: FilePort; progress?: (done: number, total: number) => void } = {},
): Promise<Outcome<string, StickRefusal>> {
  const port = options.port ?? diskPort
  const file = join(folder, name)
  const part = `${file}.part`
  let named = false
  try {
    if (await port.exists(file)) return refuse('file-name-taken', { name })
    await removeStale(folder, port)
    await writeWhole(part, bytes, port, options.progress)
    // Fake-capacity sticks take everything and give back rubbish: only reading all of it shows that.
    if (sha256(await port.read(part)) !== sha256(bytes)) {
      await removeQuietly(part, port)
      return refuse('stick-read-back-differs')
    }
    await renameHeld(part, file, port)
    named = true
    await port.syncFolder(folder)
    return done(file)
  } catch (error) {
    await removeQuietly(named ? file : part, port)
    return refuse(reasonOf(error))
  }
}

/** Takes back a file that was written but could not be recorded. */
export const removeFromStick = (file: string, port: FilePort = diskPort): Promise<void> => removeQuietly(file, port)

async function writeWhole(
  path: string,
  bytes: Buffer,
  port: FilePort,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const file = await port.create(path)
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      await file.write(bytes.subarray(at, at + PIECE))
      progress(Math.min(at + PIECE, bytes.length), bytes.length)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What a power cut or a pulled stick left half-written. Only our own names: `DEM-202610-0001.age.part`. */
async function removeStale(folder: string, port: FilePort): Promise<void> {
  for (const name of await port.list(folder))
    if (name === PROBE || /^[A-Z0-9]{2,8}-\d{6}-\d{4}\.age\.part$/.test(name)) await port.remove(join(folder, name))
}

async function renameHeld(from: string, to: string, port: FilePort): Promise<void> {
  for (const pause of RENAME_PAUSES) {
    try {
      return await port.rename(from, to)
    } catch (error) {
      if (!isHeld(error)) throw error
      await port.pause(pause)
    }
  }
  return port.rename(from, to)
}

async function removeQuietly(path: string, port: FilePort): Promise<void> {
  // The medium has just failed or is gone; the refusal already says so, and a stale `.part` is removed next time.
  await port.remove(path).catch(() => undefined)
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

function reasonOf(error: unknown): StickRefusal {
  switch (codeOf(error)) {
    case 'EROFS':
      return 'stick-read-only'
    case 'EACCES':
    case 'EPERM':
      return 'stick-forbidden'
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'stick-full'
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
    case 'ENOTDIR':
      return 'stick-gone'
    case '':
      throw error
    default:
      return 'stick-failed'
  }
}
