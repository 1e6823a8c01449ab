/** Who sits here: the state of the door, the person signed in, what her role may call; the lock, and who was here before it. */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { contract, type ChannelName, type Output } from '../../shared/contract'
import type { Me } from '../../shared/contract/office.contract'
import type { Outcome, Refusal } from '../../shared/kernel/outcome'
import type { Role } from '../../shared/kernel/roles'
import { onEvent } from './bridge'
import { call, onSignedOut } from './client'
import { flushDrafts } from './drafts'
import { speak } from './words'

type Status = Output<'office.status'>
export type LockReason = 'start' | 'idle' | 'asked' | 'gone'

export interface Door {
  /** `unknown` until main has answered; `unreachable` if it does not. */
  readonly state: 'unknown' | 'unreachable' | Status['state']
  readonly me: Me | null
  readonly why: LockReason
  readonly host: Status['host'] | null
  readonly version: string
  readonly refusals: readonly Refusal[]
  /** Asks main again where things stand. */
  readonly look: () => Promise<void>
  readonly enter: (me: Me) => void
  readonly lock: () => Promise<void>
}

const DoorContext = createContext<Door | null>(null)
const SIGN_OF_LIFE_MS = 30_000

/** True if a role may call a channel: the page hides what main would refuse anyway. */
export function roleMay(role: Role, name: ChannelName): boolean {
  const who: readonly Role[] | 'anyone' = contract[name].who
  return who === 'anyone' || who.includes(role)
}

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const [status, setStatus] = useState<Status | null>(null)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [why, setWhy] = useState<LockReason>('start')

  const take = useCallback((outcome: Outcome<Status>) => {
    setRefusals(outcome.ok ? [] : outcome.refusals)
    if (!outcome.ok) return
    setStatus(outcome.value)
    if (outcome.value.me) speak(outcome.value.me.language)
  }, [])
  const look = useCallback(() => call('office.status', {}).then(take), [take])

  const shut = useCallback(
    (reason: LockReason) => {
      // SECURITY: nothing that was read outlives the lock.
      queries.clear()
      setWhy(reason)
      setStatus((held) => (held && held.state === 'open' ? { ...held, state: 'locked', me: null } : held))
    },
    [queries],
  )

  const enter = useCallback((me: Me) => {
    speak(me.language)
    setStatus((held) => held && { ...held, state: 'open', me })
  }, [])

  const lock = useCallback(async () => {
    await flushDrafts()
    await call('office.lock', {})
    shut('asked')
  }, [shut])

  useEffect(() => {
    void call('office.status', {}).then(take)
    onSignedOut(() => shut('gone'))
    return onEvent((event) => {
      if (event.type === 'locked') shut(event.why)
    })
  }, [take, shut])

  const open = status?.state === 'open'
  useEffect(() => (open ? watchForLife() : undefined), [open])

  const door = useMemo<Door>(
    () => ({
      state: status?.state ?? (refusals.length > 0 ? 'unreachable' : 'unknown'),
      me: status?.me ?? null,
      why,
      host: status?.host ?? null,
      version: status?.version ?? '',
      refusals,
      look,
      enter,
      lock,
    }),
    [status, refusals, why, look, enter, lock],
  )
  return <DoorContext value={door}>{children}</DoorContext>
}

/** Tells main that somebody is at the desk, at most every 30 seconds, so that the idle clock starts anew. */
function watchForLife(): () => void {
  let last = 0
  const alive = () => {
    const now = performance.now()
    if (last > 0 && now - last < SIGN_OF_LIFE_MS) return
    last = now
    void call('office.stillHere', {})
  }
  const signs = ['pointerdown', 'keydown', 'wheel'] as const
  for (const sign of signs) window.addEventListener(sign, alive, { passive: true, capture: true })
  return () => {
    for (const sign of signs) window.removeEventListener(sign, alive, { capture: true })
  }
}

/** The state of the door, for the shell and the first screens. */
export function useDoor(): Door {
  const door = use(DoorContext)
  if (!door) throw new Error('useDoor outside SessionProvider')
  return door
}

export interface Session {
  readonly me: Me
  /** Hides what her role may not do; main decides all the same. */
  readonly may: (name: ChannelName) => boolean
}

/** Who is signed in. Only for pages behind the door. */
export function useSession(): Session {
  const { me } = useDoor()
  if (!me) throw new Error('useSession while nobody is signed in')
  return useMemo(() => ({ me, may: (name: ChannelName) => roleMay(me.role, name) }), [me])
}
