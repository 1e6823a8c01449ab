/** Pictures in the encrypted database. Whose they are, and who may see them, only the slice knows that refers to one. */
import { randomUUID } from 'node:crypto'
import {
  MOST_PICTURE_BYTES,
  MOST_PICTURE_SIDE,
  type Picture,
  type PICTURE_REFUSALS,
  type PictureKind,
} from '../../../shared/contract/picture'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { sha256Hex } from '../crypto/digest'
import type { ReadDb } from '../db/types'
import type { Act } from '../seam/act'
import { plainPicture } from './picture.rules'

/**
 * Keeps a picture (base64 of a JPEG or PNG) without what the camera wrote into it, and answers its id. Refused as
 * `picture-kind` if it is none, as `picture-too-large` {kilobytes, limit, side} beyond the bytes or the side allowed.
 */
export async function keepPicture(
  act: Act,
  base64: string,
  limits: { readonly maxBytes?: number; readonly maxSide?: number } = {},
): Promise<Outcome<string, (typeof PICTURE_REFUSALS)[number]>> {
  const { maxBytes = MOST_PICTURE_BYTES, maxSide = MOST_PICTURE_SIDE } = limits
  const plain = plainPicture(Buffer.from(base64, 'base64'))
  if (!plain) return refuse('picture-kind')
  if (plain.bytes.length > maxBytes || Math.max(plain.width, plain.height) > maxSide)
    return refuse('picture-too-large', {
      kilobytes: Math.ceil(plain.bytes.length / 1000),
      limit: Math.floor(maxBytes / 1000),
      side: maxSide,
    })
  const id = randomUUID()
  const { kind, width, height } = plain
  const bytes = Buffer.from(plain.bytes)
  const row = { id, kind, width, height, sha256: sha256Hex(bytes), bytes, added_at: act.now, added_by: act.actor.id }
  await act.trx.insertInto('picture').values(row).execute()
  return done(id)
}

/** A picture as the page shows it and a paper prints it; undefined if it was taken away. */
export async function findPicture(db: ReadDb, id: string): Promise<Picture | undefined> {
  const row = await db.selectFrom('picture').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      kind: row.kind as PictureKind,
      width: row.width,
      height: row.height,
      bytes: row.bytes.toString('base64'),
    }
  )
}

/** Takes a picture away for good: consent was withdrawn, or another took its place. Whoever refers to it lets go first. */
export async function forgetPicture(act: Act, id: string): Promise<void> {
  await act.trx.deleteFrom('picture').where('id', '=', id).execute()
}
