/** How certificates look and how they are checked: template, logo and seal with a preview, who signs, letters, the checking page. */
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract'
import { MOST_FACE_PICTURE_SIDE } from '../../../shared/contract/certificate-face.contract'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Page, Section } from '../../ui/Page'
import { PaperGlance } from '../../ui/PaperGlance'
import { PictureField } from '../../ui/PictureField'
import { Refusals } from '../../ui/Refusals'
import { CheckingTools } from './CheckingTools'
import { FaceLetters } from './FaceLetters'
import { FaceSigners } from './FaceSigners'
import classes from './FacePage.module.css'

type Face = Output<'certificates.face'>
type Template = Face['template']
const TEMPLATES: readonly Template[] = ['festive', 'sober']
const GLANCE = 560

export function FacePage() {
  const t = useWords()
  const { data, refusals } = useRead('certificates.face', {})
  return (
    <Page
      title={t('certificates.face.page')}
      subtitle={t('certificates.face.subtitle')}
      back={{ to: '/settings', label: t('office.nav') }}
    >
      <Refusals of={refusals} />
      {data && (
        <>
          <Look key={data.version} held={data} />
          <FaceSigners face={data} />
          <FaceLetters />
          <CheckingTools />
        </>
      )}
    </Page>
  )
}

/** Base64 of what is shown now; a picture that is in use is kept as it is. */
const asSent = (now: string | null, held: Face['logo']): Input<'certificates.changeFace'>['logo'] =>
  now !== null && now === held?.bytes ? 'keep' : now

function Look({ held }: { readonly held: Face }) {
  const t = useWords()
  const { may } = useSession()
  const act = useAct('certificates.changeFace')
  const [template, setTemplate] = useState(held.template)
  const [logo, setLogo] = useState(held.logo?.bytes ?? null)
  const [seal, setSeal] = useState(held.seal?.bytes ?? null)
  const next = { template, logo: asSent(logo, held.logo), seal: asSent(seal, held.seal) }
  const changed =
    template !== held.template || next.logo !== (held.logo ? 'keep' : null) || next.seal !== (held.seal ? 'keep' : null)
  const mayChange = may('certificates.changeFace')

  const undo = () => {
    notifications.hide('face-saved')
    const before = { template: held.template, logo: held.logo?.bytes ?? null, seal: held.seal?.bytes ?? null }
    void act.run({ version: held.version + 1, ...before })
  }
  const save = async () => {
    if (!(await act.run({ version: held.version, ...next })).ok) return
    notifications.show({
      id: 'face-saved',
      color: 'nopal',
      closeButtonProps: { 'aria-label': t('ui.close') },
      message: (
        <Group justify="space-between" wrap="nowrap">
          {t('certificates.face.saved')}
          <Button variant="subtle" size="compact-sm" onClick={undo}>
            {t('office.undo')}
          </Button>
        </Group>
      ),
    })
  }
  return (
    <Section title={t('certificates.face.look')}>
      <div className={classes.look}>
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('certificates.face.template')}
            value={template}
            disabled={!mayChange}
            onChange={(value) => setTemplate(value)}
            data={TEMPLATES.map((value) => ({ value, label: t(`certificates.template.${value}`) }))}
          />
          {mayChange ? (
            <>
              <PictureField
                as="drawing"
                side={MOST_FACE_PICTURE_SIDE}
                label={t('certificates.face.logo')}
                description={t('certificates.face.logoHint')}
                value={logo}
                onChange={setLogo}
              />
              <PictureField
                as="drawing"
                side={MOST_FACE_PICTURE_SIDE}
                label={t('certificates.face.seal')}
                description={t('certificates.face.sealHint')}
                value={seal}
                onChange={setSeal}
              />
              <Refusals of={act.refusals} />
              <Group>
                <Button disabled={!changed} loading={act.pending} onClick={() => void save()}>
                  {t('certificates.face.save')}
                </Button>
              </Group>
            </>
          ) : (
            <Text size="sm">{t('certificates.face.readOnly')}</Text>
          )}
        </Stack>
        <Sample look={next} />
      </div>
    </Section>
  )
}

/** What would be printed, with the longest real name. */
function Sample({ look }: { readonly look: Omit<Input<'certificates.changeFace'>, 'version'> }) {
  const t = useWords()
  const [page, setPage] = useState<'1' | '2'>('1')
  const { data, refusals, pending } = useRead('certificates.preview', { editionId: null, ...look })
  return (
    <div className={classes.sample} aria-busy={pending}>
      <Group justify="space-between" mb={8}>
        <Text size="sm" c="dimmed">
          {t('certificates.face.sampleHint')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('certificates.face.side')}
          value={page}
          onChange={(value) => setPage(value)}
          data={[
            { value: '1', label: t('certificates.face.front') },
            { value: '2', label: t('certificates.face.back') },
          ]}
        />
      </Group>
      <Refusals of={refusals} />
      {data && (
        <PaperGlance pdf={data.pdf} page={Number(page)} width={GLANCE} label={t('certificates.preview.title')} />
      )}
    </div>
  )
}
