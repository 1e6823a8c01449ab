/** A picture as main gave it, never a file and never an address. */
import type { Picture as PictureBytes } from '../../shared/contract/picture'
import classes from './Picture.module.css'

export interface PictureProps {
  readonly of: PictureBytes
  /** What it shows, for those who cannot see it. */
  readonly alt: string
  /** Longest side on the page, in pixels. */
  readonly size?: number
}

export const Picture = ({ of, alt, size = 160 }: PictureProps) => (
  <img
    className={classes.picture}
    src={`data:image/${of.kind};base64,${of.bytes}`}
    alt={alt}
    style={{ maxWidth: size, maxHeight: size }}
  />
)
