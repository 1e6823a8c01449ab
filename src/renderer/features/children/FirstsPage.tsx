/** First times of a child: the sea, rain in a park, a bus. */
import { Button, Checkbox, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconEye, IconEyeOff, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { FirstExperience } from '../../../shared/contract/child-care.contract'
import { formatLongDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { Empty } from '../../ui/Empty'
import { Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Picture } from '../../ui/Picture'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { ChildFrame } from './ChildFrame'
import { FirstDrawer } from './FirstDrawer'
import classes from './grid.module.css'

export function FirstsPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const read = useRead('children.firsts', { id })
  const [open, setOpen] = useState<FirstExperience | 'new' | null>(null)
  const [withPhotos, setWithPhotos] = useState(true)
  const firsts = read.data?.firsts ?? []
  return (
    <ChildFrame
      primary={() => (
        <>
          {firsts.length > 0 && (
            <>
              {firsts.some((first) => first.hasPhoto) && (
                <Checkbox
                  label={t('children.firsts.withPhotos')}
                  checked={withPhotos}
                  onChange={(event) => setWithPhotos(event.currentTarget.checked)}
                />
              )}
              <PaperButton
                variant="default"
                channel="children.printFirsts"
                input={{ id, withPhotos }}
                label={t('children.firsts.print')}
              />
            </>
          )}
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
            {t('children.firsts.add')}
          </Button>
        </>
      )}
    >
      {() => (
        <Section title={t('children.firsts.title')}>
          <Refusals of={read.refusals} />
          {read.data && firsts.length === 0 && (
            <Empty title={t('children.firsts.empty')} hint={t('children.firsts.emptyHint')} />
          )}
          <div className={classes.firsts}>
            {firsts.map((first) => (
              <First key={first.id} first={first} onOpen={() => setOpen(first)} />
            ))}
          </div>
          {read.data && (
            <FirstDrawer
              childId={id}
              today={read.data.today}
              outings={read.data.outings}
              first={open}
              onClose={() => setOpen(null)}
            />
          )}
        </Section>
      )}
    </ChildFrame>
  )
}

function First({ first, onOpen }: { readonly first: FirstExperience; readonly onOpen: () => void }) {
  const t = useWords()
  const [shown, setShown] = useState(false)
  const [asking, setAsking] = useState<'photo' | 'entry' | null>(null)
  return (
    <article className={classes.first} aria-label={first.what}>
      <time dateTime={first.day}>{formatLongDay(first.day, t.language)}</time>
      <div>
        <strong>{first.what}</strong>
        <div className={classes.sub}>
          {first.withWhom && t('children.firstsPaper.with', { who: first.withWhom })}
          {first.outing && (
            <>
              {first.withWhom && ' · '}
              <RecordLink to="/outings" id={first.outing.id}>
                {first.outing.folio}
              </RecordLink>
            </>
          )}
        </div>
        {shown && <Photo id={first.id} what={first.what} />}
      </div>
      <Group gap={4} align="flex-start" data-no-print>
        {first.hasPhoto && (
          <Button
            variant="default"
            size="compact-sm"
            aria-pressed={shown}
            leftSection={shown ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? 'children.adult.hidePhoto' : 'children.adult.showPhoto')}
          </Button>
        )}
        <Button variant="subtle" size="compact-sm" onClick={onOpen}>
          {t('children.firsts.correct')}
        </Button>
        {first.hasPhoto && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAsking('photo')}>
            {t('children.firsts.forgetPhoto')}
          </Button>
        )}
        <Button variant="subtle" size="compact-sm" onClick={() => setAsking('entry')}>
          {t('children.firsts.remove')}
        </Button>
      </Group>
      <TakeOut first={first} what={asking} onClose={() => setAsking(null)} />
    </article>
  )
}

function Photo({ id, what }: { readonly id: string; readonly what: string }) {
  const read = useRead('children.firstPhoto', { id })
  return read.data ? <Picture of={read.data} alt={what} size={320} /> : <Refusals of={read.refusals} />
}

function TakeOut({
  first,
  what,
  onClose,
}: {
  readonly first: FirstExperience
  readonly what: 'photo' | 'entry' | null
  readonly onClose: () => void
}) {
  const t = useWords()
  const photo = useAct('children.forgetFirstPhoto')
  const entry = useAct('children.removeFirst')
  const act = what === 'photo' ? photo : entry
  const words = what === 'photo' ? 'forgetPhoto' : 'remove'
  return (
    <ConfirmAct
      opened={what !== null}
      onClose={onClose}
      title={t(`children.firsts.${words}`)}
      consequences={[t(`children.firsts.${words}Keeps`)]}
      verb={t(`children.firsts.${words}Verb`)}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async (reason) => {
        const outcome = await act.run({ id: first.id, version: first.version, reason })
        if (outcome.ok) notifications.show({ message: t(`children.firsts.${words}Done`) })
        return outcome.ok
      }}
    />
  )
}
