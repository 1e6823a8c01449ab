/** The faces to compare, shown only when asked for; each look is traced. */
import { Button } from '@mantine/core'
import { IconUserScan } from '@tabler/icons-react'
import { useState } from 'react'
import type { GateLine } from '../../../shared/contract/gate.contract'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Picture } from '../../ui/Picture'
import { Refusals } from '../../ui/Refusals'
import classes from './gate.module.css'

export function GatePhotos({ line }: { readonly line: GateLine }) {
  const t = useWords()
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
