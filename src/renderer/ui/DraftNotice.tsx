/** Says that a half-typed form was put back, and offers to begin anew. */
import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useWords } from '../platform/words'
import type { Draft } from './use-draft'
import classes from './DraftNotice.module.css'

export function DraftNotice({ draft, onDiscard }: { readonly draft: Draft; readonly onDiscard: () => void }) {
  const t = useWords()
  if (!draft.restored) return null
  return (
    <div className={classes.notice} role="status">
      <IconInfoCircle size={18} aria-hidden className={classes.icon} />
      <span>{t('ui.draft.restored')}</span>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          draft.drop()
          onDiscard()
        }}
      >
        {t('ui.draft.discard')}
      </Button>
    </div>
  )
}
