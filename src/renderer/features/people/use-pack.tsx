/** Issues a woman's pack right after something else was recorded, and shows it. */
import { notifications } from '@mantine/notifications'
import { useState, type ReactNode } from 'react'
import type { Refusal } from '../../../shared/kernel/outcome'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { PaperViewer, type ShownPaper } from '../../ui/PaperViewer'
import { useRefusalSentence } from '../../ui/Refusals'

export interface Pack {
  /** With her hours too, for her who leaves in the middle of a course. */
  readonly print: (id: string, withHours?: boolean) => Promise<void>
  /** Must stand somewhere on the page; `onClosed` hears when the paper is put away. */
  readonly viewer: (onClosed: () => void) => ReactNode
}

/** What was recorded stands even if the paper cannot be made. */
export function usePack(onFailed: () => void): Pack {
  const t = useWords()
  const sentence = useRefusalSentence()
  const { run } = useAct('people.printPack')
  const { run: printHours } = useAct('certificates.printHours')
  const [paper, setPaper] = useState<ShownPaper | null>(null)
  const print = async (id: string, withHours = false) => {
    const outcome = await run({ id })
    if (outcome.ok) {
      const hours = withHours ? await printHours({ personId: id, editionId: null }) : null
      // A woman without credited hours has no statement to take: the pack alone is right then.
      const isPile = hours?.ok === true
      setPaper(isPile ? { title: t('people.pack.andHours'), pdf: [outcome.value.pdf, hours.value.pdf] } : outcome.value)
      if (hours && !hours.ok && hours.refusals.some(({ code }) => code !== 'no-hours')) tell(hours.refusals)
      return
    }
    tell(outcome.refusals)
    onFailed()
  }
  const tell = (refusals: readonly Refusal[]) => {
    notifications.show({
      color: 'granada',
      title: t('ui.paper.notIssued'),
      message: refusals.map(sentence).join(' '),
      autoClose: false,
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
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
