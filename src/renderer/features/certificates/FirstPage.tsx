/** The first certificate of a running issue, to be looked at while the others are made. */
import { useEffect, useState } from 'react'
import { onEvent } from '../../platform/bridge'
import { useWords } from '../../platform/words'
import { PaperGlance } from '../../ui/PaperGlance'

export function FirstPage({ channel }: { readonly channel: string }) {
  const t = useWords()
  const [pdf, setPdf] = useState<string | null>(null)
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'glance' && event.channel === channel) setPdf(event.pdf)
      }),
    [channel],
  )
  return pdf && <PaperGlance pdf={pdf} width={396} label={t('certificates.firstPage')} />
}
