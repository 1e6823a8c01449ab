/** Wires everything once: strongroom, seam, slices. Every host starts from here. */
import { contract } from '../../shared/contract'
import { refuse, type Outcome } from '../../shared/kernel/outcome'
import { attendanceHandlers } from '../features/attendance'
import { batchesHandlers } from '../features/batches'
import { bundlesHandlers, ensureSigningKey, isBackupDue } from '../features/bundles'
import {
  certificateRecordHandlers,
  certificateFaceHandlers,
  certificatesHandlers,
  certificateStepsHandlers,
  decisionHandlers,
  statementHandlers,
} from '../features/certificates'
import { hoursHandlers } from '../features/hours'
import { importsHandlers } from '../features/imports'
import { officeHandlers, personNow, roomClock, type DoorTools, type RoomClock } from '../features/office'
import { gateHandlers, outingsHandlers } from '../features/outings'
import {
  childAdultsHandlers,
  childCareHandlers,
  childFileHandlers,
  childHealthHandlers,
  childProtectionHandlers,
  childrenHandlers,
  separationHandlers,
} from '../features/children'
import { peopleHandlers, personFileHandlers, portfolioHandlers, staysHandlers } from '../features/people'
import { offerHandlers, placesHandlers, waitHandlers } from '../features/places'
import { programsHandlers } from '../features/programs'
import { tasksHandlers } from '../features/tasks'
import { clashHandlers, timetableHandlers, weekHandlers } from '../features/timetable'
import { todayHandlers } from '../features/today'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import type { Act, Look, Person } from '../platform/seam/act'
import { createSeam, inTransaction, type Client } from '../platform/seam/serve'
import type { Tools } from '../platform/tools'
import type { KdfCost } from '../platform/vault/password'
import type { OpenDatabase } from '../platform/db/open'
import { Strongroom } from '../platform/vault/strongroom'
import { atCenter } from '../../shared/kernel/civil-date'

export interface OfficeDeps extends Tools {
  readonly folder: string
  readonly host: DoorTools['host']
  readonly clock: Clock
  readonly log: Log
  readonly kdfCost?: KdfCost
}

export interface Office {
  /** A new window: nobody signed in yet. */
  connect(send: Client['send']): Client
  call(client: Client | null, channel: unknown, input: unknown): Promise<Outcome<unknown>>
  /** A reading handle at this moment, for a host's own reports. Throws while the strongroom is shut. */
  look(): Look
  /** Locks and closes the file: before the app quits. */
  close(): Promise<void>
}

export function createOffice(deps: OfficeDeps): Office {
  const strongroom = new Strongroom(deps.folder)
  const clients = new Set<Client>()
  let room: RoomClock = { timezone: 'America/Mexico_City', idleMinutes: 5 }
  let closed = false
  let turn: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  function lookAs(actor: Person): { readonly opened: OpenDatabase; readonly look: Look } {
    const opened = strongroom.current()
    if (!opened) throw new Error('The strongroom is shut')
    const now = deps.clock.now()
    const { day, time } = atCenter(now, room.timezone)
    return { opened, look: { actor, now, today: day, time, db: opened.read } }
  }

  const tools: DoorTools = {
    ...deps,
    strongroom,
    async change<T>(actor: Person, work: (act: Act) => Promise<Outcome<T>>): Promise<Outcome<T>> {
      const { opened, look } = lookAs(actor)
      return (await inTransaction(opened, look, work)) as Outcome<T>
    },
    async shut() {
      clearTimeout(idle)
      for (const client of clients) client.signedIn = null
      await seam.settled()
      strongroom.close()
    },
    inTurn<T>(work: () => Promise<T>): Promise<T> {
      const mine = turn.then(work)
      turn = mine.catch(() => undefined)
      return mine
    },
    isAnybodyIn: () => [...clients].some((client) => client.signedIn),
    settle(settings) {
      room = settings
      if (tools.isAnybodyIn()) tools.awake()
    },
    awake() {
      clearTimeout(idle)
      idle = setTimeout(() => void lockAll('idle'), room.idleMinutes * 60_000)
      idle.unref()
    },
    async opened() {
      room = (await roomClock(tools)) ?? room
      tools.awake()
      await ensureSigningKey(tools)
      if (deps.host !== 'headless' && isBackupDue(tools, deps.clock.now())) setTimeout(backUp, 300).unref()
    },
  }

  const seam = createSeam({
    contract,
    handlers: {
      ...attendanceHandlers(tools),
      ...batchesHandlers(),
      ...bundlesHandlers(tools),
      ...certificateRecordHandlers(tools),
      ...certificateFaceHandlers(tools),
      ...certificateStepsHandlers(tools),
      ...certificatesHandlers(tools),
      ...decisionHandlers(),
      ...statementHandlers(tools),
      ...hoursHandlers(tools),
      ...importsHandlers(tools),
      ...officeHandlers(tools),
      ...outingsHandlers(tools),
      ...gateHandlers(tools),
      ...todayHandlers(tools),
      ...childAdultsHandlers(),
      ...childHealthHandlers(tools),
      ...childFileHandlers(tools),
      ...childCareHandlers(tools),
      ...childProtectionHandlers(),
      ...childrenHandlers(),
      ...separationHandlers(tools),
      ...peopleHandlers(tools),
      ...personFileHandlers(tools),
      ...portfolioHandlers(tools),
      ...staysHandlers(),
      ...placesHandlers(),
      ...offerHandlers(tools),
      ...waitHandlers(),
      ...programsHandlers(),
      ...tasksHandlers(),
      ...timetableHandlers(tools),
      ...weekHandlers(tools),
      ...clashHandlers(),
    },
    database: () => {
      const opened = strongroom.current()
      return opened && { opened, timezone: room.timezone }
    },
    current: personNow,
    clock: deps.clock,
    log: deps.log,
  })

  /** The backup of the day: right after she is in and sees her page, so that signing in does not wait for it. */
  function backUp(): void {
    const somebody = [...clients].find((client) => client.signedIn)
    if (somebody) void seam.call(somebody, 'bundles.backupNow', {})
  }

  async function lockAll(why: 'idle' | 'asked'): Promise<void> {
    const somebody = [...clients].find((client) => client.signedIn)
    const locking = somebody ? seam.call(somebody, 'office.lock', {}) : tools.inTurn(() => tools.shut())
    // Told at once: what is still being written may take its time to end, but the page must not show names meanwhile.
    for (const client of clients) client.send({ type: 'locked', why })
    await locking
  }

  return {
    connect(send) {
      const client: Client = { signedIn: null, send, stopAsked: false }
      clients.add(client)
      return client
    },
    call: (client, channel, input) =>
      closed ? Promise.resolve(refuse('signed-out')) : seam.call(client, channel, input),
    look: () => lookAs({ id: null, name: 'Umbral', role: 'director' }).look,
    async close() {
      closed = true
      await lockAll('asked')
      // A sign-in that was still in the making may have opened it again.
      await tools.inTurn(() => tools.shut())
    },
  }
}
