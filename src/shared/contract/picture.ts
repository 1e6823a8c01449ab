/** Pictures as they cross the seam: photos that somebody agreed to, logos, seals. */
import { z } from 'zod'
import { id } from '../kernel/ids'

export const pictureKind = z.enum(['jpeg', 'png'])
export type PictureKind = z.infer<typeof pictureKind>

/** Most that a picture may weigh when it arrives, in bytes; a slice may allow less. */
export const MOST_PICTURE_BYTES = 600_000
/** Longest side in pixels; the page scales down before it sends. */
export const MOST_PICTURE_SIDE = 1600

/** A picture on its way in: base64 of a JPEG or PNG file. */
export const newPicture = z.base64().max(Math.ceil((MOST_PICTURE_BYTES * 4) / 3) + 4)

/** A picture on its way out. */
export const picture = z.strictObject({ id, kind: pictureKind, width: z.int(), height: z.int(), bytes: z.base64() })
export type Picture = z.infer<typeof picture>

/** Why a picture is not taken. */
export const PICTURE_REFUSALS = ['picture-kind', 'picture-too-large'] as const
