/** Issues a paper: shows progress, can be stopped, opens the viewer. */
import { Button, Group, Progress, type ButtonProps } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Input } from '../../shared/contract'
import { issuedPaper } from '../../shared/contract/paper'
import { onEvent } from '../platform/bridge'
import { useAct } from '../platform/client'
import type { PaperChannel } from '../platform/paper'
import { useSession } from '../platform/session'
import { useWords } from '../platform/words'
import { PaperViewer, type ShownPaper } from './PaperViewer'
import { useRefusalSentence } from './Refusals'
import { StopButton } from './StopButton'
import classes from './PaperButton.module.css'

export interface PaperButtonProps<Name extends PaperChannel> extends Pick<
  ButtonProps,
  'variant' | 'size' | 'disabled'
> {
  readonly channel: Name
  readonly input: Input<Name>
  /** A verb and its paper: *Imprimir lista de asistencia*. */
  readonly label: string
  readonly onIssued?: () => void
}

/** Nothing is shown to a role that may not issue this paper. */
export function PaperButton<Name extends PaperChannel>(props: PaperButtonProps<Name>) {
  const { may } = useSession()
  return may(props.channel) ? <Issuing {...props} /> : null
}

function Issuing<Name extends PaperChannel>({ channel, input, label, onIssued, ...look }: PaperButtonProps<Name>) {
  const t = useWords()
  const sentence = useRefusalSentence()
  const act = useAct(channel)
  const [paper, setPaper] = useState<ShownPaper | null>(null)
  const progress = useProgress(channel, act.pending)
  const button = useRef<HTMLButtonElement>(null)

  const issue = async () => {
    const outcome = await act.run(input)
    if (outcome.ok) {
      setPaper(issuedPaper.parse(outcome.value))
      onIssued?.()
      return
    }
    const asked = outcome.refusals.some((refusal) => refusal.code === 'stopped')
    notifications.show({
      color: asked ? 'gray' : 'granada',
      title: t('ui.paper.notIssued'),
      message: outcome.refusals.map(sentence).join(' '),
      autoClose: asked ? 4000 : false,
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
  }

  return (
    <>
      <Group gap={8} wrap="nowrap">
        <Button
          {...look}
          ref={button}
          leftSection={<IconPrinter size={18} aria-hidden />}
          loading={act.pending && !progress.slow}
          disabled={look.disabled === true || act.pending}
          onClick={() => void issue()}
        >
          {act.pending && progress.total > 1
            ? t('ui.paper.making', { done: progress.done, total: progress.total })
            : label}
        </Button>
        {act.pending && progress.slow && (
          <>
            <Progress
              className={classes.progress ?? ''}
              value={progress.total > 0 ? (progress.done * 100) / progress.total : 100}
              animated
              aria-label={t('ui.paper.progress')}
            />
            <StopButton size={look.size ?? 'sm'} />
          </>
        )}
      </Group>
      <PaperViewer
        paper={paper}
        onClose={() => {
          setPaper(null)
          // It was disabled while the paper was made, and so lost the focus.
          button.current?.focus()
        }}
      />
    </>
  )
}

const SLOW_MS = 1000

/** What main tells of a running issue; `slow` once it has taken over a second (docs/look.md). */
export function useProgress(channel: string, running: boolean) {
  const [state, setState] = useState({ done: 0, total: 0, slow: false })
  useEffect(() => {
    if (!running) return
    const timer = setTimeout(() => setState((held) => ({ ...held, slow: true })), SLOW_MS)
    const stopHearing = onEvent((event) => {
      if (event.type === 'progress' && event.channel === channel)
        setState((held) => ({ ...held, done: event.done, total: event.total }))
    })
    return () => {
      clearTimeout(timer)
      stopHearing()
      setState({ done: 0, total: 0, slow: false })
    }
  }, [channel, running])
  return state
}
