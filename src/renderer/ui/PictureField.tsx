/**
 * Chooses a picture from a file. The page scales it down and draws it anew, so that what a camera writes into a file
 * (place, time) does not even reach main, which strips it again.
 */
import { Button, FileButton, Input } from '@mantine/core'
import { IconPhoto, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { MOST_PICTURE_SIDE } from '../../shared/contract/picture'
import type { Refusal } from '../../shared/kernel/outcome'
import { useWords } from '../platform/words'
import classes from './Picture.module.css'
import { Refusals } from './Refusals'

export interface PictureFieldProps {
  readonly label: string
  readonly description?: string
  /** Base64 of what was chosen; null for none. */
  readonly value: string | null
  readonly onChange: (base64: string | null) => void
  /** Longest side in pixels that is kept. */
  readonly side?: number
  /** Logos and seals keep their transparency and sharp edges as PNG; photos become JPEG. */
  readonly as?: 'photo' | 'drawing'
}

const JPEG_QUALITY = 0.82

/** Draws a file anew at no more than `side` pixels; null if it is no picture. */
async function drawnAnew(file: File, side: number, as: 'photo' | 'drawing'): Promise<string | null> {
  const image = await createImageBitmap(file).catch(() => null)
  if (!image) return null
  const scale = Math.min(1, side / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width * scale))
  canvas.height = Math.max(1, Math.round(image.height * scale))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  const url = as === 'photo' ? canvas.toDataURL('image/jpeg', JPEG_QUALITY) : canvas.toDataURL('image/png')
  return url.slice(url.indexOf(',') + 1)
}

const mimeOf = (base64: string): string => (base64.startsWith('/9j/') ? 'image/jpeg' : 'image/png')

export function PictureField({ label, description, value, onChange, side, as = 'photo' }: PictureFieldProps) {
  const t = useWords()
  const labelId = useId()
  const [wrong, setWrong] = useState<readonly Refusal[]>([])
  const choose = async (file: File | null) => {
    if (!file) return
    const drawn = await drawnAnew(file, Math.min(side ?? MOST_PICTURE_SIDE, MOST_PICTURE_SIDE), as)
    setWrong(drawn === null ? [{ code: 'picture-kind' }] : [])
    if (drawn !== null) onChange(drawn)
  }
  return (
    <Input.Wrapper label={label} description={description} labelElement="div" labelProps={{ id: labelId }}>
      <div className={classes.field} role="group" aria-labelledby={labelId}>
        {value !== null && (
          <img className={classes.picture} src={`data:${mimeOf(value)};base64,${value}`} alt={label} height={120} />
        )}
        <div className={classes.acts}>
          <FileButton accept="image/jpeg,image/png" onChange={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} variant="default" size="xs" leftSection={<IconPhoto size={16} aria-hidden />}>
                {t(value === null ? 'ui.picture.choose' : 'ui.picture.change')}
              </Button>
            )}
          </FileButton>
          {value !== null && (
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => onChange(null)}
            >
              {t('ui.picture.remove')}
            </Button>
          )}
        </div>
        <Refusals of={wrong} />
      </div>
    </Input.Wrapper>
  )
}
