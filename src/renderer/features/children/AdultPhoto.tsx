/** An adult's photo: hidden until asked for, and hidden again when asked; each look is written down. */
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { AdultPerson } from '../../../shared/contract/child-adults.contract'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Picture } from '../../ui/Picture'
import { PictureField } from '../../ui/PictureField'
import { Refusals } from '../../ui/Refusals'
import classes from './grid.module.css'

/** Longest side of an adult's photo that is kept. */
export const PHOTO_SIDE = 800

export function AdultPhoto({ adult }: { readonly adult: AdultPerson }) {
  const t = useWords()
  const [shown, setShown] = useState(false)
  const [changing, setChanging] = useState(false)
  if (changing) return <ChangePhoto adult={adult} onClose={() => setChanging(false)} />
  return (
    <div className={classes.photo}>
      {adult.hasPhoto && shown && <Shown adult={adult} />}
      <Group gap="sm">
        {adult.hasPhoto && (
          <Button
            variant="default"
            size="xs"
            aria-pressed={shown}
            leftSection={shown ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? 'children.adult.hidePhoto' : 'children.adult.showPhoto')}
          </Button>
        )}
        <Button variant="subtle" size="xs" onClick={() => setChanging(true)}>
          {t(adult.hasPhoto ? 'children.adult.changePhoto' : 'children.adult.addPhoto')}
        </Button>
      </Group>
    </div>
  )
}

function Shown({ adult }: { readonly adult: AdultPerson }) {
  const t = useWords()
  const read = useRead('children.adultPhoto', { id: adult.id })
  if (!read.data) return <Refusals of={read.refusals} />
  return <Picture of={read.data} alt={t('children.adult.photoOf', { name: adult.fullName })} size={240} />
}

function ChangePhoto({ adult, onClose }: { readonly adult: AdultPerson; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.setAdultPhoto')
  const [picture, setPicture] = useState<string | null>(null)
  const save = async (next: string | null) => {
    const outcome = await act.run({ id: adult.id, version: adult.version, picture: next })
    if (!outcome.ok) return
    notifications.show({ message: t(next ? 'children.adult.photoKept' : 'children.adult.photoRemoved') })
    onClose()
  }
  return (
    <div>
      <PictureField
        label={t('children.adult.photo')}
        description={t('children.adult.photoHint')}
        value={picture}
        onChange={setPicture}
        side={PHOTO_SIDE}
      />
      <Refusals of={act.refusals} />
      <Group gap="sm" mt="sm">
        <Button size="xs" disabled={picture === null} loading={act.pending} onClick={() => void save(picture)}>
          {t('children.adult.keepPhoto')}
        </Button>
        {adult.hasPhoto && (
          <Button size="xs" variant="default" color="granada" onClick={() => void save(null)}>
            {t('children.adult.removePhoto')}
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </div>
  )
}
