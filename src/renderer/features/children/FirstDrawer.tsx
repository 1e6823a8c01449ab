/** Writes a first time down, or corrects it. */
import { Drawer, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { FirstExperience } from '../../../shared/contract/child-care.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { PictureField } from '../../ui/PictureField'
import { ReasonField } from '../../ui/ReasonField'
import { useFieldRefusal } from '../../ui/Refusals'
import { DrawerForm } from './DrawerForm'

interface FirstFormProps {
  readonly childId: string
  readonly today: string
  readonly outings: Output<'children.firsts'>['outings']
  readonly first: FirstExperience | 'new' | null
  readonly onClose: () => void
}

export function FirstDrawer(props: FirstFormProps) {
  const t = useWords()
  return (
    <Drawer
      opened={props.first !== null}
      onClose={props.onClose}
      title={t(props.first === 'new' ? 'children.firsts.add' : 'children.firsts.correct')}
      position="right"
      size={480}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <FirstForm {...props} />
    </Drawer>
  )
}

const PHOTO_SIDE = 1200

function FirstForm({ childId, today, outings, first, onClose }: FirstFormProps) {
  const t = useWords()
  const known = first === 'new' ? null : first
  const add = useAct('children.addFirst')
  const correct = useAct('children.correctFirst')
  const act = known ? correct : add
  const refusal = useFieldRefusal(act.refusals)
  const [day, setDay] = useState<string | null>(known?.day ?? today)
  const [what, setWhat] = useState(known?.what ?? '')
  const [withWhom, setWithWhom] = useState(known?.withWhom ?? '')
  const [outingId, setOutingId] = useState<string | null>(known?.outing?.id ?? null)
  const [picture, setPicture] = useState<string | null>(null)
  const [photoConsent, setPhotoConsent] = useState('')
  const [reason, setReason] = useState('')
  const save = async () => {
    if (!day) return
    const facts = { day, what, withWhom, outingId }
    const outcome = known
      ? await correct.run({ id: known.id, version: known.version, ...facts, reason })
      : await add.run({ childId, ...facts, picture, photoConsent })
    if (!outcome.ok) return
    notifications.show({ message: t('children.firsts.saved') })
    onClose()
  }
  const choose = (id: string | null) => {
    setOutingId(id)
    const outing = outings.find((each) => each.id === id)
    if (outing) setDay(outing.day)
  }
  const lacks = !day || what.trim() === '' || (known ? reason.trim() === '' : picture !== null && !photoConsent.trim())
  return (
    <DrawerForm
      act={act}
      verb={t(known ? 'children.firsts.correctVerb' : 'children.firsts.add')}
      ready={!lacks}
      onSubmit={save}
    >
      <TextInput
        data-autofocus
        required
        label={t('children.firsts.what')}
        placeholder={t('children.firsts.whatHint')}
        maxLength={200}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      {outings.length > 0 && (
        <Select
          label={t('children.firsts.outing')}
          clearable
          data={outings.map((outing) => ({
            value: outing.id,
            label: `${formatDay(outing.day, t.language)} · ${outing.reason} · ${outing.folio}`,
          }))}
          value={outingId}
          error={refusal('outingId')}
          onChange={choose}
        />
      )}
      <DayField
        w="100%"
        required
        label={t('children.firsts.day')}
        maxDate={today}
        value={day}
        error={refusal('day')}
        onChange={setDay}
      />
      <TextInput
        label={t('children.firsts.withWhom')}
        maxLength={120}
        value={withWhom}
        onChange={(event) => setWithWhom(event.currentTarget.value)}
      />
      {!known && (
        <PictureField
          label={t('children.firsts.photo')}
          description={t('children.firsts.photoHint')}
          value={picture}
          onChange={setPicture}
          side={PHOTO_SIDE}
        />
      )}
      {picture !== null && (
        <TextInput
          required
          label={t('children.firsts.consent')}
          description={t('children.firsts.consentHint')}
          maxLength={120}
          autoComplete="off"
          value={photoConsent}
          onChange={(event) => setPhotoConsent(event.currentTarget.value)}
        />
      )}
      {known && <ReasonField value={reason} onChange={setReason} />}
    </DrawerForm>
  )
}
