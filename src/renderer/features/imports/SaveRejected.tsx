/** Saves the rows that were not taken, after saying that the file will be clear text. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import type { ImportFile } from './use-import-files'

export function SaveRejected({ file }: { readonly file: ImportFile }) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const act = useAct('imports.saveRejected')
  const save = async () => {
    const outcome = await act.run({ fileName: file.name, bytes: file.bytes, chosen: [...file.chosen] })
    if (outcome.ok && outcome.value.savedAs !== null)
      notifications.show({ message: t('imports.save-rejected.saved', { file: outcome.value.savedAs }) })
    return outcome.ok
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('imports.save-rejected')}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('imports.save-rejected.title')}
        consequences={[t('imports.save-rejected.warning')]}
        verb={t('imports.save-rejected.verb')}
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={save}
      />
    </>
  )
}
