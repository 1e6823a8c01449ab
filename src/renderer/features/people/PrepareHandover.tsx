/** What is to be handed to her: ticked from what is hers, printed as a receipt for her signature or thumbprint. */
import { Checkbox, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { HandedItem, Portfolio } from '../../../shared/contract/portfolio.contract'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import type { ShownPaper } from '../../ui/PaperViewer'

export interface PrepareHandoverProps {
  readonly personId: string
  readonly portfolio: Portfolio
  readonly onClose: () => void
  readonly onPrinted: (paper: ShownPaper) => void
}

export function PrepareHandover({ personId, portfolio, onClose, onPrinted }: PrepareHandoverProps) {
  const t = useWords()
  const act = useAct('people.printHandover')
  const statements = useRead('certificates.statements', { personId }).data ?? []
  const undelivered = portfolio.certificates.filter((each) => each.deliveredOn === null)
  // A court's statement goes to the court.
  const carried = statements.filter((each) => each.kind !== 'activities')
  const items: readonly (HandedItem & { readonly key: string })[] = [
    { key: 'folder', kind: 'folder', what: t('people.portfolio.handOverFolder'), id: null },
    ...undelivered.map((each) => ({
      key: each.id,
      kind: 'certificate' as const,
      what: `${each.title} · ${each.folio}`,
      id: each.id,
    })),
    ...carried.map((each) => ({
      key: each.paperId,
      kind: 'statement' as const,
      what: `${t(`people.portfolio.statement.${each.kind}`)} · ${each.folio}`,
      id: each.paperId,
    })),
  ]
  const [chosen, setChosen] = useState<readonly string[]>(['folder', ...undelivered.map((each) => each.id)])
  const [others, setOthers] = useState('')
  const said = others
    .split('\n')
    .map((line) => line.trim().slice(0, 160))
    .filter(Boolean)
  const wanted: HandedItem[] = [
    ...items.filter((each) => chosen.includes(each.key)).map(({ key: _key, ...item }) => item),
    ...said.map((what) => ({ kind: 'other' as const, what, id: null })),
  ]
  const print = async () => {
    if (wanted.length === 0) return false
    const outcome = await act.run({ personId, items: wanted })
    if (!outcome.ok) return false
    onPrinted(outcome.value)
    return true
  }
  return (
    <ConfirmAct
      opened
      wide
      onClose={onClose}
      title={t('people.portfolio.handOverTitle')}
      consequences={[t('people.portfolio.handOverWhat')]}
      verb={t('people.portfolio.printReceipt', { count: wanted.length })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={print}
    >
      <Stack gap="sm">
        <Checkbox.Group value={[...chosen]} onChange={setChosen} aria-label={t('people.portfolio.handOverTitle')}>
          <Stack gap={6}>
            {items.map(({ key, what }) => (
              <Checkbox key={key} value={key} label={what} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Textarea
          autosize
          minRows={2}
          maxLength={1000}
          label={t('people.portfolio.handOverOther')}
          value={others}
          onChange={(event) => setOthers(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmAct>
  )
}
