/** Printing an edition's certificates as one pile, and the sheet on which they are signed for. */
import { Button, Group, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconPrinter } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { call, useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { PaperButton, useProgress } from '../../ui/PaperButton'
import { PaperViewer, type ShownPaper } from '../../ui/PaperViewer'
import { useRefusalSentence } from '../../ui/Refusals'
import { StopButton } from '../../ui/StopButton'

export interface RunActsProps {
  readonly editionId: string
}

export function RunActs({ editionId }: RunActsProps) {
  const t = useWords()
  const { may } = useSession()
  const held = useRead('certificates.held', { editionId }).data
  const { running, paper, print, close } = useRun(editionId)
  const button = useRef<HTMLButtonElement>(null)
  if (!held || held.certificates === 0 || !may('certificates.run')) return null
  const { certificates, undelivered, first, firstUndelivered } = held
  const choice = undelivered > 0 && undelivered < certificates
  const all = () => void print(false, first)
  const main = (
    <Button
      ref={button}
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden />}
      rightSection={choice && <IconChevronDown size={16} aria-hidden />}
      loading={running}
      onClick={choice ? undefined : all}
    >
      {t('certificates.run', { count: certificates })}
    </Button>
  )
  return (
    <Group gap="sm" wrap="nowrap">
      {choice ? (
        <Menu position="bottom-start">
          <Menu.Target>{main}</Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void print(true, firstUndelivered)}>
              {t('certificates.run.undelivered', { count: undelivered })}
            </Menu.Item>
            <Menu.Item onClick={all}>{t('certificates.run.all', { count: certificates })}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        main
      )}
      {running && <StopButton />}
      <PaperButton
        channel="certificates.deliverySheet"
        input={{ editionId }}
        label={t('certificates.run.sheet')}
        variant="default"
      />
      <PaperViewer
        paper={paper}
        onClose={() => {
          close()
          button.current?.focus()
        }}
      />
    </Group>
  )
}

/** Shows the first certificate at once and the whole pile as soon as it is put together. */
function useRun(editionId: string) {
  const t = useWords()
  const sentence = useRefusalSentence()
  const act = useAct('certificates.run')
  const [paper, setPaper] = useState<ShownPaper | null>(null)
  const closed = useRef(false)
  useProgress('certificates.run', act.pending)
  const print = async (onlyUndelivered: boolean, first: string | null) => {
    closed.current = false
    if (first) {
      const shown = await call('certificates.paper', { id: first })
      if (shown.ok) setPaper({ title: t('certificates.run.gathering'), pdf: shown.value.pdf })
    }
    const outcome = await act.run({ editionId, onlyUndelivered })
    if (outcome.ok) {
      // She may have looked at the first and gone on.
      if (!closed.current) setPaper({ title: outcome.value.title, pdf: outcome.value.pdf })
      return
    }
    setPaper(null)
    const asked = outcome.refusals.some((refusal) => refusal.code === 'stopped')
    notifications.show({
      color: asked ? 'gray' : 'granada',
      message: outcome.refusals.map(sentence).join(' '),
      autoClose: asked ? 4000 : false,
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
  }
  return {
    running: act.pending,
    paper,
    print,
    close: () => {
      closed.current = true
      setPaper(null)
    },
  }
}
