/** Issues a woman's pack right after something else was recorded, and shows it. */
import { notifications } from '@mantine/notifications'
import { useState, type ReactNode } from 'react'
import type { IssuedPaper } from '../../../shared/contract/paper'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { PaperViewer } from '../../ui/PaperViewer'
import { useRefusalSentence } from '../../ui/Refusals'

export interface Pack {
  readonly print: (id: string) => Promise<void>
  /** Must stand somewhere on the page; `onClosed` hears when the paper is put away. */
  readonly viewer: (onClosed: () => void) => ReactNode
}

/** What was recorded stands even if the paper cannot be made. */
export function usePack(onFailed: () => void): Pack {
  const t = useWords()
  const sentence = useRefusalSentence()
  const { run } = useAct('people.printPack')
  const [paper, setPaper] = useState<IssuedPaper | null>(null)
  const print = async (id: string) => {
    const outcome = await run({ id })
    if (outcome.ok) {
      setPaper(outcome.value)
      return
    }
    notifications.show({
      color: 'granada',
      title: t('ui.paper.notIssued'),
      message: outcome.refusals.map(sentence).join(' '),
      autoClose: false,
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
    onFailed()
  }
  const viewer = (onClosed: () => void) => (
    <PaperViewer
      paper={paper}
      onClose={() => {
        setPaper(null)
        onClosed()
      }}
    />
  )
  return { print, viewer }
}
