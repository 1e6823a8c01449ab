/** The faces to compare, shown only when asked for; each look is traced. */
import { Button, Stack, TextInput } from '@mantine/core'
import { IconUserScan } from '@tabler/icons-react'
import { useState } from 'react'
import type { GateLine } from '../../../shared/contract/gate-line'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Picture } from '../../ui/Picture'
import { PictureField } from '../../ui/PictureField'
import { Refusals } from '../../ui/Refusals'
import classes from './gate.module.css'

export function GatePhotos({ line }: { readonly line: GateLine }) {
  const t = useWords()
  const { may } = useSession()
  const [asked, setAsked] = useState(false)
  const { data, refusals } = useRead('outings.photos', { id: line.id }, { enabled: asked })
  if (!asked)
    return (
      <Button
        variant="default"
        size="xs"
        mt="xs"
        leftSection={<IconUserScan size={16} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {t('outings.gate.photos')}
      </Button>
    )
  return (
    <div className={classes.photos}>
      <Refusals of={refusals} />
      {data && (
        <>
          <Face name={line.child} none={t('outings.gate.noChildPhoto')} of={data.child} />
          <Face name={line.adult} none={t('outings.gate.noPhoto')} of={data.adult} />
          {may('outings.keepFace') && <KeepFace line={line} />}
        </>
      )}
    </div>
  )
}

function Face({
  name,
  none,
  of,
}: {
  readonly name: string
  readonly none: string
  readonly of: Parameters<typeof Picture>[0]['of'] | null
}) {
  const t = useWords()
  return (
    <figure className={classes.face}>
      {of ? <Picture of={of} alt={t('outings.gate.photoOf', { name })} size={150} /> : <p>{none}</p>}
      <figcaption>{name}</figcaption>
    </figure>
  )
}

/** A newer face, for the office to keep with the mother's consent. */
function KeepFace({ line }: { readonly line: GateLine }) {
  const t = useWords()
  const act = useAct('outings.keepFace')
  const [picture, setPicture] = useState<string | null>(null)
  const [consent, setConsent] = useState('')
  const save = async () => {
    if (picture === null) return
    const answer = await act.run({ id: line.id, picture, consent: consent.trim() })
    if (answer.ok) setPicture(null)
  }
  return (
    <Stack gap={6}>
      <PictureField
        label={t('outings.gate.photoOf', { name: line.child })}
        value={picture}
        onChange={setPicture}
        side={800}
      />
      {picture !== null && (
        <>
          <TextInput
            label={t('outings.gate.faceConsent')}
            maxLength={160}
            value={consent}
            onChange={(event) => setConsent(event.currentTarget.value)}
          />
          <Refusals of={act.refusals} />
          <Button size="xs" loading={act.pending} disabled={consent.trim() === ''} onClick={() => void save()}>
            {t('outings.gate.keepFace')}
          </Button>
        </>
      )}
    </Stack>
  )
}
