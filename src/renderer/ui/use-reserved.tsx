/** Reads what may be of a reserved group: such a look is written down, so it is asked for and not taken by itself. */
import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ChannelName, Input, Output } from '../../shared/contract'
import type { Refusal } from '../../shared/kernel/outcome'
import { useRead } from '../platform/client'
import { useSession } from '../platform/session'
import { useWords } from '../platform/words'
import { Empty } from './Empty'

export interface ReservedReading<Value> {
  readonly data: Value | undefined
  readonly refusals: readonly Refusal[]
  /** Stands in for what is reserved: asks whether to look, or says who may. Null once it is seen, or not reserved. */
  readonly reserved: ReactNode
}

/** `open` refuses `sensitive-group`; `shut` is the same for the roles that may, and leaves a trace. */
export function useReserved<Open extends ChannelName, Shut extends ChannelName>(
  open: Open,
  shut: Shut,
  input: Input<Open> & Input<Shut>,
  enabled = true,
): ReservedReading<Output<Open> | Output<Shut>> {
  const t = useWords()
  const { may } = useSession()
  const [asked, setAsked] = useState(false)
  const first = useRead(open, input, { enabled })
  const isReserved = first.refusals.some((refusal) => refusal.code === 'sensitive-group')
  const mayLook = may(shut)
  const second = useRead(shut, input, { enabled: enabled && isReserved && asked && mayLook })
  if (!isReserved) return { data: first.data, refusals: first.refusals, reserved: null }
  if (!mayLook) return { data: undefined, refusals: first.refusals, reserved: null }
  const question = (
    <Empty
      title={t('ui.reserved.title')}
      hint={t('ui.reserved.hint')}
      action={
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('ui.reserved.show')}
        </Button>
      }
    />
  )
  return { data: asked ? second.data : undefined, refusals: second.refusals, reserved: asked ? null : question }
}
