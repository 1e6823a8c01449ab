/** Typed calls over the bridge, and the two hooks that pages use: `useRead` and `useAct`. */
import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { ChannelName, Code, Input, Output } from '../../shared/contract'
import type { Outcome, Refusal } from '../../shared/kernel/outcome'
import { callBridge } from './bridge'

type SignedOutListener = () => void
let whenSignedOut: SignedOutListener = () => undefined

/** The session hears here that main no longer knows this window (idle lock while an event was missed). */
export const onSignedOut = (listener: SignedOutListener): void => {
  whenSignedOut = listener
}

/** Calls a channel. Never throws: what went wrong is a refusal. */
export async function call<Name extends ChannelName>(
  name: Name,
  input: Input<Name>,
): Promise<Outcome<Output<Name>, Code<Name>>> {
  const outcome = await callBridge(name, input)
  if (!outcome.ok && outcome.refusals.some((refusal) => refusal.code === 'signed-out')) whenSignedOut()
  return outcome as Outcome<Output<Name>, Code<Name>>
}

/** What was read stays in memory only, and only until the lock. There is no network to wait for or to retry. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 15_000 },
    },
  })

const NONE: readonly Refusal[] = []

export interface Reading<Value> {
  /** The answer; while a changed input is read anew, the answer before stays. */
  readonly data: Value | undefined
  readonly refusals: readonly Refusal[]
  readonly pending: boolean
  readonly refetch: () => Promise<unknown>
}

/** Reads a channel and keeps the answer fresh: every successful change reads it anew. */
export function useRead<Name extends ChannelName>(
  name: Name,
  input: Input<Name>,
  options: { readonly enabled?: boolean } = {},
): Reading<Output<Name>> {
  const query = useQuery({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    placeholderData: (previous) => previous,
  })
  const outcome = query.data
  return {
    data: outcome?.ok ? outcome.value : undefined,
    refusals: outcome && !outcome.ok ? outcome.refusals : NONE,
    pending: query.isFetching,
    refetch: query.refetch,
  }
}

export interface Acting<Name extends ChannelName> {
  /** Acts once; a second press while the first runs gets the same answer. */
  readonly run: (input: Input<Name>) => Promise<Outcome<Output<Name>, Code<Name>>>
  readonly pending: boolean
  readonly refusals: readonly Refusal[]
  readonly clear: () => void
}

/** An act of the page. After a success, and after `stale`, everything shown is read anew. */
export function useAct<Name extends ChannelName>(name: Name): Acting<Name> {
  const client = useQueryClient()
  const running = useRef<Promise<Outcome<Output<Name>, Code<Name>>> | null>(null)
  const [pending, setPending] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>(NONE)

  const run = useCallback(
    (input: Input<Name>) => {
      running.current ??= (async () => {
        setPending(true)
        const outcome = await call(name, input)
        running.current = null
        setPending(false)
        setRefusals(outcome.ok ? NONE : outcome.refusals)
        if (outcome.ok || outcome.refusals.some((refusal) => refusal.code === 'stale')) void client.invalidateQueries()
        return outcome
      })()
      return running.current
    },
    [client, name],
  )
  const clear = useCallback(() => setRefusals(NONE), [])
  return { run, pending, refusals, clear }
}
