/** One edition: its facts, who is in it, what it teaches, its sessions with how each stands; and its acts. */
import { Button, Group, Menu } from '@mantine/core'
import { IconChecklist, IconCopy, IconDots, IconLockOpen, IconPencil } from '@tabler/icons-react'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { Page, Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { EditionFacts } from './EditionFacts'
import { EditionModules } from './EditionModules'
import { EditionRoster } from './EditionRoster'
import { EditionSessions } from './EditionSessions'
import { InstructionTable } from './InstructionTable'
import classes from './programs.module.css'

type Edition = Output<'programs.edition'>

export function EditionPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const read = useRead('programs.edition', { id })
  const edition = read.data
  return (
    <Page
      title={edition?.title ?? t('programs.title')}
      subtitle={edition && `${edition.code} · ${edition.axis}`}
      back={{ to: '/programs', label: t('programs.edition.back') }}
      primary={edition && <Acts edition={edition} />}
      filters={edition && <WhereNext id={id} workshopId={edition.workshopId} />}
    >
      <Refusals of={read.refusals} />
      {edition && (
        <>
          {edition.closedOn && (
            <Status
              tone="quiet"
              label={t('programs.edition.closed', { day: formatDay(edition.closedOn, t.language) })}
            />
          )}
          <EditionFacts edition={edition} />
          <div className={classes.halves}>
            <Section title={t('programs.edition.roster')}>
              <EditionRoster edition={edition} />
            </Section>
            <div className={classes.column}>
              <EditionModules edition={edition} />
              <Section title={t('programs.edition.sessions')}>
                <EditionSessions edition={edition} />
              </Section>
              <Section title={t('programs.instruction.title')}>
                <InstructionTable
                  by="instructor"
                  from={edition.startsOn}
                  until={edition.endsOn}
                  editionId={edition.id}
                />
              </Section>
            </div>
          </div>
        </>
      )}
    </Page>
  )
}

/** One act in sight, the one that its state asks for; the others behind a menu. */
function Acts({ edition }: { readonly edition: Edition }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const [reopening, setReopening] = useState(false)
  const to = (part: string) => () => go(`/programs/${edition.id}/${part}`)
  const change = { part: 'change', words: 'programs.edition.change', icon: IconPencil }
  const copy = { part: 'copy', words: 'programs.edition.copy', icon: IconCopy }
  const close = { part: 'close', words: 'programs.edition.close', icon: IconChecklist }
  const open = edition.state !== 'closed'
  const acts = [
    ...(may('programs.change') && open ? [change] : []),
    ...(may('programs.copy') ? [copy] : []),
    ...(may('programs.close') && open && edition.state !== 'coming' ? [close] : []),
  ]
  // Once it has ended the next thing is to close it; once it is closed, to give it again.
  const first = acts.find((act) => act === (edition.state === 'ended' ? close : open ? change : copy)) ?? acts[0]
  const rest = acts.filter((act) => act !== first)
  const mayReopen = !open && may('programs.reopen')
  return (
    <Group gap="xs">
      {first && (
        <Button variant="default" leftSection={<first.icon size={18} aria-hidden />} onClick={to(first.part)}>
          {t(first.words)}
        </Button>
      )}
      {(rest.length > 0 || mayReopen) && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button variant="default" px={10} aria-label={t('programs.edition.more')}>
              <IconDots size={18} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((act) => (
              <Menu.Item key={act.part} leftSection={<act.icon size={16} aria-hidden />} onClick={to(act.part)}>
                {t(act.words)}
              </Menu.Item>
            ))}
            {mayReopen && (
              <Menu.Item leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => setReopening(true)}>
                {t('programs.edition.reopen')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {reopening && <Reopen edition={edition} onClose={() => setReopening(false)} />}
    </Group>
  )
}

function Reopen({ edition, onClose }: { readonly edition: Edition; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('programs.reopen')
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('programs.reopen.title', { code: edition.code })}
      consequences={[t('programs.reopen.writable'), t('programs.reopen.again')]}
      verb={t('programs.edition.reopen')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async (reason) => {
        const outcome = await act.run({ id: edition.id, version: edition.version, reason })
        if (outcome.ok) notifications.show({ message: t('programs.reopen.done', { code: edition.code }) })
        return outcome.ok
      }}
    />
  )
}

/** What else is known of this group lives on the pages of other slices: its places, its rolls, its certificates. */
function WhereNext({ id, workshopId }: { readonly id: string; readonly workshopId: string }) {
  const t = useWords()
  const { may } = useSession()
  return (
    <>
      {may('places.ofEdition') && (
        <RecordLink to="/places/editions" id={id}>
          {t('programs.edition.seePlaces')}
        </RecordLink>
      )}
      {may('attendance.month') && (
        <RecordLink to="/attendance/editions" id={id}>
          {t('programs.edition.seeMonth')}
        </RecordLink>
      )}
      {may('certificates.list') && (
        <RecordLink to="/certificates" id={id}>
          {t('programs.edition.seeCertificates')}
        </RecordLink>
      )}
      {may('programs.workshop') && (
        <RecordLink to="/programs/catalog" id={workshopId}>
          {t('programs.edition.seeWorkshop')}
        </RecordLink>
      )}
    </>
  )
}
