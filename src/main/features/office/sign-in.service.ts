/** Set-up, sign-in, lock and recovery: the acts at the door, while the database may still be closed. */
import { randomUUID } from 'node:crypto'
import { generateX25519Identity } from 'age-encryption'
import type { Input, Output } from '../../../shared/contract'
import { atCenter } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import { PAPER_LANGUAGE } from '../../../shared/i18n'
import { SETTING_DEFAULTS } from '../../../shared/contract/settings'
import { writeSetting } from '../../platform/settings/settings'
import type { Act, Look, Person } from '../../platform/seam/act'
import type { Log } from '../../platform/log'
import type { Client } from '../../platform/seam/serve'
import { calibrate, judgePassword, type KdfCost } from '../../platform/vault/password'
import { isRecipient, recipientOf, type VaultFile } from '../../platform/vault/slots'
import type { Opening, Strongroom } from '../../platform/vault/strongroom'
import type { Tools } from '../../platform/tools'
import { recoveryPaper } from './recovery.pdf'
import { writeSlot } from './slot.service'
import { findCenter, findStaff, insertCenter, insertStaff, listStaff } from './office.repo'

/** What the door needs beyond a slice's usual tools; `app/office.ts` provides it. */
export interface DoorTools extends Tools {
  readonly strongroom: Strongroom
  readonly host: 'electron' | 'browser' | 'headless'
  /** Fixed in tests; otherwise measured on this PC at set-up. */
  readonly kdfCost?: KdfCost
  /** Runs a change in the name of the app or of somebody who just proved who she is. */
  change<T>(actor: Person, work: (act: Act) => Promise<Outcome<T>>): Promise<Outcome<T>>
  /** Shuts the strongroom once nothing uses it. */
  shut(): Promise<void>
  /** Acts at the door one after another: two sign-ins at once would share one count of failures, or one file. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** True if somebody is signed in at some window. */
  isAnybodyIn(): boolean
  /** Takes over what the host itself needs of the settings. */
  settle(room: RoomClock): void
  log: Log
  /** Starts the idle clock anew. */
  awake(): void
  /** Called after a good sign-in: backups and other jobs of the day. */
  opened(): Promise<void>
}

/** What the host needs of the settings. */
export interface RoomClock {
  readonly timezone: string
  readonly idleMinutes: number
}

type SetUp = Input<'office.setUp'>
const APP: Person = { id: null, name: 'Umbral', role: 'director' }

export async function status(tools: DoorTools, client: Client): Promise<Outcome<Output<'office.status'>, never>> {
  const db = tools.strongroom.current()?.read
  const staff = client.signedIn?.id && db ? await findStaff(db, client.signedIn.id) : undefined
  const state = staff ? 'open' : tools.strongroom.exists() ? 'locked' : 'empty'
  return done({
    state,
    me: staff ? { id: staff.id, name: staff.name, role: staff.role, language: staff.language } : null,
    host: tools.host,
    version: tools.appVersion,
  })
}

export async function newRecovery(): Promise<Outcome<Output<'office.newRecovery'>, never>> {
  const identity = await generateX25519Identity()
  return done({ identity, recipient: (await recipientOf(identity)) ?? '' })
}

/** Makes the center: vault with a slot per person, encrypted database, settings, staff; prints the recovery sheet. */
export async function setUp(tools: DoorTools, input: SetUp, client: Client, now: string) {
  const problem = problemWithSetUp(tools, input)
  if (problem) return problem
  const staff = input.staff.map((each) => ({ ...each, staffId: randomUUID() }))
  const cost = tools.kdfCost ?? (await calibrate())
  // Printed first: a center whose recovery sheet could not be printed must not come to be.
  const recoverySheet = input.recoveryIdentity ? await recoverySheetOf(tools, input, now) : null
  const opening = await tools.strongroom.create(staff, input.recoveryRecipient, cost, now, () =>
    fillCenter(tools, input, staff),
  )
  client.signedIn = null
  await tools.shut()
  return opening.ok ? done({ recoverySheet }) : refuse(opening.code)
}

/** What a center sets up with holds for every day before it, too; what Umbral comes with needs no row. */
async function keepAgeLimit(act: Act, value: number): Promise<void> {
  if (value === SETTING_DEFAULTS.ageLimitMonths) return
  await writeSetting(act.trx, { key: 'ageLimitMonths', fromDay: '2000-01-01', value, setBy: null })
}

async function fillCenter(
  tools: DoorTools,
  input: SetUp,
  staff: readonly (SetUp['staff'][number] & { staffId: string })[],
): Promise<void> {
  await tools.change(APP, async (act) => {
    await insertCenter(act.trx, input.center)
    await keepAgeLimit(act, input.center.ageLimitMonths)
    await act.audit({ event: 'center.set-up', subjectType: 'center', after: input.center })
    for (const { staffId, name, role } of staff) {
      await insertStaff(act.trx, { id: staffId, name, role, language: input.language ?? 'es' })
      await act.audit({ event: 'staff.added', subjectType: 'staff', subjectId: staffId, after: { name, role } })
    }
    return done(null)
  })
}

/** The first thing wrong with a set-up, if any: what only the doors can check, beyond the contract's shape. */
function problemWithSetUp(tools: DoorTools, input: SetUp) {
  if (tools.strongroom.exists()) return refuse('already-set-up')
  if (!isRecipient(input.recoveryRecipient)) return refuse('bad-recipient', undefined, 'recoveryRecipient')
  if (!input.center.hqRecipients.every(isRecipient)) return refuse('bad-recipient', undefined, 'center.hqRecipients')
  if (!isTimezone(input.center.timezone)) return refuse('bad-timezone', undefined, 'center.timezone')
  if (!input.staff.some((each) => each.role === 'director')) return refuse('no-director', undefined, 'staff')
  if (new Set(input.staff.map((each) => fold(each.name))).size < input.staff.length)
    return refuse('same-name', undefined, 'staff')
  for (const [index, each] of input.staff.entries()) {
    const weak = judgePassword(each.password, each.name)
    if (weak) return refuse(weak, undefined, `staff.${index}.password`)
  }
  return undefined
}

export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

async function recoverySheetOf(tools: DoorTools, input: SetUp, now: string): Promise<string> {
  // The sheet holds the secret, so it is the one paper that is never stored: printed once, then forgotten.
  const facts = {
    center: input.center.name,
    identity: input.recoveryIdentity ?? '',
    recipient: input.recoveryRecipient,
    madeOn: atCenter(now, input.center.timezone).day,
  }
  return (await tools.render(recoveryPaper.type, facts, PAPER_LANGUAGE)).pdf.toString('base64')
}

export async function signIn(tools: DoorTools, input: Input<'office.signIn'>, client: Client, now: string) {
  if (!tools.strongroom.exists()) return refuse('not-set-up')
  client.signedIn = null
  const opening = await tools.strongroom.open(input.name, input.password, now)
  return enterOrShut(tools, () => enter(tools, client, opening, opening.ok ? opening.staffId : null))
}

/** Whatever goes wrong on the way in: with nobody signed in, the key must not stay in memory. */
async function enterOrShut<T>(tools: DoorTools, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    if (!tools.isAnybodyIn()) await tools.shut()
  }
}

async function enter(tools: DoorTools, client: Client, opening: Opening, staffId: string | null) {
  if (!opening.ok) return refuse(opening.code, opening.seconds ? { seconds: opening.seconds } : undefined)
  const db = tools.strongroom.current()?.read
  const staff = db && staffId ? await findStaff(db, staffId) : undefined
  if (!staff || staff.suspendedAt) return refuse('wrong-name-or-password')
  const person = { id: staff.id, name: staff.name, role: staff.role }
  await tools.change(person, async (act) => {
    await auditFailures(act, opening.failures)
    await act.audit({ event: 'staff.signed-in', subjectType: 'staff', subjectId: staff.id })
    return done(null)
  })
  tools.strongroom.vault.forgetFailures()
  await tools.opened()
  client.signedIn = person
  return done({ ...person, language: staff.language })
}

/** Failed tries happen while the audit is locked away; they are written down by the first who gets in. */
async function auditFailures(act: Act, failures: VaultFile['failures']): Promise<void> {
  for (const failure of failures)
    await act.audit({
      event: 'staff.sign-in-failed',
      subjectType: 'staff',
      subjectId: failure.staffId,
      after: { triedAt: failure.at },
    })
}

export async function lock(tools: DoorTools, client: Client): Promise<Outcome<null, never>> {
  const who = client.signedIn
  client.signedIn = null
  client.stopAsked = true
  try {
    if (who && tools.strongroom.current())
      await tools.change(who, async (act) => {
        await act.audit({ event: 'staff.locked', subjectType: 'staff', subjectId: who.id })
        return done(null)
      })
  } catch (error) {
    // A disk too full to write it down must not keep the strongroom open.
    tools.log.failure('office.lock', error)
  }
  await tools.shut()
  return done(null)
}

/** With the recovery identity of the sealed envelope, gives a person of the staff a new password and signs her in. */
export async function recover(tools: DoorTools, input: Input<'office.recover'>, client: Client, now: string) {
  if (!tools.strongroom.exists()) return refuse('not-set-up')
  const weak = judgePassword(input.password, input.name)
  if (weak) return refuse(weak, undefined, 'password')
  client.signedIn = null
  return enterOrShut(tools, () => recoverHer(tools, input, client, now))
}

async function recoverHer(tools: DoorTools, input: Input<'office.recover'>, client: Client, now: string) {
  const opening = await tools.strongroom.openByRecovery(input.identity, now)
  const db = tools.strongroom.current()?.read
  if (!opening.ok || !db) return refuse(opening.ok ? 'vault-damaged' : opening.code)
  const staff = (await listStaff(db)).find((each) => fold(each.name) === fold(input.name))
  if (!staff || staff.suspendedAt) return refuse('unknown-staff', undefined, 'name')
  const owner = { staffId: staff.id, name: staff.name, password: input.password }
  await tools.change(APP, async (act) => {
    await act.audit({ event: 'staff.password-reset-by-recovery', subjectType: 'staff', subjectId: staff.id })
    await writeSlot(tools, act, owner)
    return done(null)
  })
  return enter(tools, client, opening, staff.id)
}

/** Timezone and idle minutes of the open center, for the host. */
export async function roomClock(tools: DoorTools): Promise<RoomClock | undefined> {
  const db = tools.strongroom.current()?.read
  return db && (await findCenter(db))
}

/** The signed-in person with her role as it is now; null if she is suspended or gone. */
export async function personNow(person: Person, db: Look['db']): Promise<Person | null> {
  const staff = person.id ? await findStaff(db, person.id) : undefined
  return staff && !staff.suspendedAt ? { ...person, role: staff.role } : null
}
