/** Photographs of her work: shown, added and printed only while she agrees; taken out for good at any time. */
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Portfolio } from '../../../shared/contract/portfolio.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Section } from '../../ui/Page'
import { Picture } from '../../ui/Picture'
import { PictureField } from '../../ui/PictureField'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import classes from './people.module.css'

interface PortfolioPhotosProps {
  readonly personId: string
  readonly portfolio: Portfolio
}
type Photo = Portfolio['photos'][number]

export function PortfolioPhotos({ personId, portfolio }: PortfolioPhotosProps) {
  const t = useWords()
  const { may } = useSession()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<readonly Photo[] | 'withheld' | null>(null)
  const agrees = portfolio.photoConsent === 'yes'
  return (
    <Section
      title={t('people.portfolio.photos')}
      actions={
        agrees &&
        may('people.addPhoto') && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPhotoPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('people.portfolio.addPhoto')}
          </Button>
        )
      }
    >
      {!agrees && (
        <p className={classes.quiet}>
          {t('people.portfolio.noConsent')}{' '}
          <RecordLink inText to={`/people/${personId}/consents`}>
            {t('people.portfolio.toConsents')}
          </RecordLink>
        </p>
      )}
      {portfolio.withheldPhotos > 0 && (
        <Group gap="sm">
          <span>{t('people.portfolio.withheld', { count: portfolio.withheldPhotos })}</span>
          {may('people.removePhotos') && (
            <Button variant="default" size="compact-sm" onClick={() => setRemoving('withheld')}>
              {t('people.portfolio.removeWithheld')}
            </Button>
          )}
        </Group>
      )}
      {agrees && portfolio.photos.length === 0 && <p className={classes.quiet}>{t('people.portfolio.noPhotos')}</p>}
      <Group gap="md" align="flex-start">
        {portfolio.photos.map((photo) => (
          <Shown key={photo.id} photo={photo} onRemove={() => setRemoving([photo])} />
        ))}
      </Group>
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title={t('people.portfolio.addPhoto')}
        centered
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <AddPhoto personId={personId} workshops={portfolio.workshops} onClose={() => setAdding(false)} />
      </Modal>
      {removing && (
        <RemovePhotos
          personId={personId}
          photos={removing === 'withheld' ? null : removing}
          count={removing === 'withheld' ? portfolio.withheldPhotos : removing.length}
          onClose={() => setRemoving(null)}
        />
      )}
    </Section>
  )
}

function Shown({ photo, onRemove }: { readonly photo: Photo; readonly onRemove: () => void }) {
  const t = useWords()
  const { may } = useSession()
  const picture = useRead('people.photo', { id: photo.id })
  return (
    <figure className={classes.photo}>
      {picture.data ? <Picture of={picture.data} alt={photo.caption} size={180} /> : <Refusals of={picture.refusals} />}
      <figcaption>
        {photo.caption}
        <div className={classes.quiet}>
          {[photo.workshop, photo.takenOn && formatDay(photo.takenOn, t.language)].filter(Boolean).join(' · ')}
        </div>
        {may('people.removePhotos') && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            aria-label={t('people.portfolio.removePhotoOf', { caption: photo.caption })}
            onClick={onRemove}
          >
            {t('people.portfolio.removePhoto')}
          </Button>
        )}
      </figcaption>
    </figure>
  )
}

interface AddPhotoProps {
  readonly personId: string
  readonly workshops: Portfolio['workshops']
  readonly onClose: () => void
}

function AddPhoto({ personId, workshops, onClose }: AddPhotoProps) {
  const t = useWords()
  const today = useClock()?.today
  const act = useAct('people.addPhoto')
  const error = useFieldRefusal(act.refusals)
  const [picture, setPicture] = useState<string | null>(null)
  const [caption, setCaption] = useState('')
  const [editionId, setEditionId] = useState('')
  const [takenOn, setTakenOn] = useState<string | null>(null)
  const ready = picture !== null && caption.trim() !== ''
  const add = async () => {
    if (picture === null || !ready) return
    const photo = { personId, editionId: editionId || null, caption, takenOn, picture }
    if ((await act.run(photo)).ok) onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Stack gap="md">
        <PictureField
          label={t('people.portfolio.photo')}
          description={t('people.portfolio.photoHint')}
          value={picture}
          onChange={setPicture}
          side={1200}
        />
        <TextInput
          required
          maxLength={120}
          label={t('people.portfolio.caption')}
          value={caption}
          onChange={(event) => setCaption(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('people.portfolio.ofWorkshop')}
          value={editionId}
          onChange={(event) => setEditionId(event.currentTarget.value)}
          data={[
            { value: '', label: '—' },
            ...workshops.map((each) => ({ value: each.editionId, label: `${each.title} · ${each.code}` })),
          ]}
        />
        <DayField
          clearable
          maxDate={today}
          label={t('people.portfolio.takenOn')}
          value={takenOn}
          error={error('takenOn')}
          onChange={setTakenOn}
        />
        <Refusals of={act.refusals.filter((refusal) => refusal.field === undefined)} />
        <div>
          <Button type="submit" loading={act.pending} disabled={!ready}>
            {t('people.portfolio.addPhoto')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

interface RemovePhotosProps {
  readonly personId: string
  /** Null: all of them. */
  readonly photos: readonly Photo[] | null
  readonly count: number
  readonly onClose: () => void
}

function RemovePhotos({ personId, photos, count, onClose }: RemovePhotosProps) {
  const t = useWords()
  const act = useAct('people.removePhotos')
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('people.portfolio.removeTitle', { count })}
      consequences={[t('people.portfolio.removeWhat')]}
      verb={t('people.portfolio.removePhoto')}
      danger
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async () => (await act.run({ personId, ids: photos && photos.map((photo) => photo.id) })).ok}
    />
  )
}
