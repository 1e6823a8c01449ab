/** One cell of the grid, or several: granted, granted anew with other days, or ended. */
import { Button, Drawer, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { AuthorityAct, GridRow } from '../../../shared/contract/child-adults.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ReasonField } from '../../ui/ReasonField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useReturnFocus } from '../../ui/use-return-focus'
import { GrantFields, isReversed, type Grant } from './GrantFields'

export interface OpenCell {
  readonly row: GridRow
  readonly act: AuthorityAct
}

interface GrantDrawerProps {
  readonly childId: string
  readonly today: string
  readonly cell: OpenCell | null
  readonly onClose: () => void
}

export function GrantDrawer({ cell, ...props }: GrantDrawerProps) {
  const t = useWords()
  return (
    <Drawer
      opened={cell !== null}
      onClose={props.onClose}
      title={cell?.row.adult.fullName}
      position="right"
      size={520}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {cell && <GrantForm key={`${cell.row.adult.id} ${cell.act}`} cell={cell} {...props} />}
    </Drawer>
  )
}

const rightOf = (row: GridRow, act: AuthorityAct) => row.cells.find((cell) => cell.act === act)?.right ?? null

function startFrom({ row, act }: OpenCell, today: string): Grant {
  const right = rightOf(row, act)
  return {
    acts: [act],
    from: right ? right.from : today,
    until: right?.until ?? null,
    // Of a right that came without a paper nobody says whose word it was.
    evidenceKind: right ? right.evidenceKind : 'mother',
    evidenceNumber: right?.evidenceNumber ?? '',
    seenOn: right?.seenOn ?? null,
  }
}

function GrantForm({ childId, today, cell, onClose }: Omit<GrantDrawerProps, 'cell'> & { readonly cell: OpenCell }) {
  const t = useWords()
  useReturnFocus()
  const act = useAct('children.grant')
  const end = useAct('children.endAuthority')
  const refusal = useFieldRefusal(act.refusals)
  const [grant, setGrant] = useState<Grant>(() => startFrom(cell, today))
  const [reason, setReason] = useState('')
  const rights = grant.acts.flatMap((each) => rightOf(cell.row, each) ?? [])
  const save = async () => {
    const outcome = await act.run({
      childId,
      adultId: cell.row.adult.id,
      ...grant,
      acts: [...grant.acts],
      replaces: rights.map((right) => right.id),
      reason,
    })
    if (!outcome.ok) return
    notifications.show({ message: t('children.grid.granted') })
    onClose()
  }
  const stop = async () => {
    const outcome = await end.run({ ids: rights.map((right) => right.id), reason })
    if (!outcome.ok) return
    notifications.show({ message: t('children.grid.ended') })
    onClose()
  }
  const silent = reason.trim() === ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="md">
        <p>{t('children.grid.kept')}</p>
        <GrantFields value={grant} onChange={setGrant} refusal={refusal} />
        <SeenBy right={rightOf(cell.row, cell.act)} />
        <ReasonField data-autofocus value={reason} onChange={setReason} />
        <Refusals of={[...act.refusals, ...end.refusals]} />
        <Group justify="space-between">
          <Button
            variant="default"
            loading={end.pending}
            disabled={rights.length === 0 || silent}
            onClick={() => void stop()}
          >
            {t('children.grid.endVerb', { count: rights.length })}
          </Button>
          <Button type="submit" loading={act.pending} disabled={silent || grant.acts.length === 0 || isReversed(grant)}>
            {t(rights.length > 0 ? 'children.grid.renewVerb' : 'children.grid.grantVerb')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function SeenBy({ right }: { readonly right: GridRow['cells'][number]['right'] }) {
  const t = useWords()
  if (!right?.seenOn || !right.seenBy) return null
  return <p>{t('children.grid.seenBy', { day: formatDay(right.seenOn, t.language), who: right.seenBy })}</p>
}
