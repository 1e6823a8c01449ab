/** A real office in a throw-away folder, for tests of slices: contract in, answer out, encrypted SQLite, no window. */
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createOffice, type Office } from '../../src/main/app/office'
import { papers } from '../../src/main/app/papers'
import { sha256Hex } from '../../src/main/platform/crypto/digest'
import { renderHere } from '../../src/main/platform/documents/render-here'
import type { Render } from '../../src/main/platform/documents/render'
import type { Client } from '../../src/main/platform/seam/serve'
import type { Desk } from '../../src/main/platform/tools'
import { Strongroom } from '../../src/main/platform/vault/strongroom'
import { FLOOR } from '../../src/main/platform/vault/password'
import type { ChannelName, Code, Input, Output } from '../../src/shared/contract'
import type { UmbralEvent } from '../../src/shared/contract/events'
import type { CenterSettings } from '../../src/shared/contract/office.contract'
import type { Outcome } from '../../src/shared/kernel/outcome'
import { ROLES, type Role } from '../../src/shared/kernel/roles'

export const PASSWORD = 'jacaranda-en-marzo'

export const aCenter = (overrides: Partial<CenterSettings> = {}): CenterSettings => ({
  code: 'DEM',
  name: 'Centro de Demostración',
  municipality: 'Tlalmanalco',
  state: 'Estado de México',
  issuer: 'Programa Umbral, A.C.',
  issuerContact: 'Calle Ejemplo 10, Ciudad de México',
  timezone: 'America/Mexico_City',
  paper: 'letter',
  dormitoryWord: 'dormitorio',
  ageLimitMonths: 36,
  idleMinutes: 5,
  lateGraceMinutes: 15,
  signatories: [
    { name: 'Lic. Paula Arriaga', post: 'Coordinación de programas' },
    { name: 'Mtra. Elisa Baeza', post: 'Capacitación laboral' },
  ],
  outingAuthorisations: ['madre', 'trabajo social', 'dirección'],
  hqRecipients: [],
  ...overrides,
})

/** Names of the staff that every test office has, one per role. */
export const STAFF: Readonly<Record<Role, string>> = {
  director: 'Rosa Directora',
  coordinator: 'Clara Coordinadora',
  'axis-lead': 'Elena Eje',
  'mother-child': 'Marta Maternidad',
  'mental-health': 'Susana Salud',
  gate: 'Gina Puerta',
  reader: 'Lucía Lectora',
}

export interface TestOffice {
  readonly office: Office
  readonly client: Client
  readonly folder: string
  readonly events: UmbralEvent[]
  /** The clock, moved by tests: `test.now = '2026-10-31T18:00:00.000Z'`. */
  now: string
  call<Name extends ChannelName>(name: Name, input: Input<Name>): Promise<Outcome<Output<Name>, Code<Name>>>
  /** Calls and fails the test unless the answer is ok. */
  must<Name extends ChannelName>(name: Name, input: Input<Name>): Promise<Output<Name>>
  signInAs(role: Role): Promise<void>
  /** True if nobody holds the database any more: another opens it. */
  isFileFree(): Promise<boolean>
  close(): Promise<void>
}

/** What a center holds when a test begins: laid out on its own day, once, and copied for every test that names it. */
export interface Scene {
  readonly name: string
  readonly now: string
  readonly lay: (it: TestOffice) => Promise<void>
}

/** The codes of a refusal; none for an answer. */
export const codesOf = (answer: Outcome<unknown>): string[] =>
  answer.ok ? [] : answer.refusals.map((refusal) => refusal.code)

/** Sets up a center with one person per role and signs in as `role` (default: director). */
export async function openTestOffice(
  options: {
    role?: Role
    center?: Partial<CenterSettings>
    desk?: Partial<Desk>
    now?: string
    setUp?: boolean
    scene?: Scene
    /** Of an office that was set up before: opened again and signed in. */
    folder?: string
    /** Stands in for the renderer, where only the facts of a paper matter. */
    render?: Render
  } = {},
): Promise<TestOffice> {
  const now = options.now ?? '2026-10-31T18:00:00.000Z'
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'umbral-test-'))
  const events: UmbralEvent[] = []
  const failures: unknown[] = []
  const office = createOffice({
    folder: join(folder, 'profile'),
    host: 'headless',
    clock: { now: () => test.now },
    log: { failure: (_where, error) => failures.push(error) },
    kdfCost: FLOOR,
    render: options.render ?? renderHere(papers),
    desk: { chooseFolder: () => Promise.resolve(folder), saveFile: () => Promise.resolve(null), ...options.desk },
    appVersion: '0.0.0-test',
  })
  const client = office.connect((event) => events.push(event))
  const test: TestOffice = {
    office,
    client,
    folder,
    events,
    now: options.scene?.now ?? now,
    call: (name, input) => office.call(client, name, input) as never,
    async must(name, input) {
      const answer = await test.call(name, input)
      if (answer.ok) return answer.value
      throw new Error(`${name} was refused: ${JSON.stringify(answer.refusals)}`, { cause: failures.at(-1) })
    },
    async signInAs(role) {
      await test.must('office.signIn', { name: STAFF[role], password: PASSWORD })
    },
    async isFileFree() {
      const other = new Strongroom(join(folder, 'profile'))
      const answer = await other.open(STAFF.director, PASSWORD, '2030-01-01T00:00:00.000Z')
      other.close()
      if (!answer.ok && answer.code !== 'database-in-use') throw new Error(answer.code)
      return answer.ok
    },
    async close() {
      await office.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  const center = aCenter(options.center)
  const ready = join(inject('profiles'), sha256Hex(JSON.stringify([center, test.now, options.scene?.name])))
  const isCopy = options.setUp !== false && !options.folder && existsSync(ready)
  if (isCopy) cpSync(ready, join(folder, 'profile'), { recursive: true })
  else if (options.setUp !== false && !options.folder) {
    await setUp(test, center)
    if (options.scene) {
      await test.signInAs('director')
      await options.scene.lay(test)
    }
    await keepForNext(test, ready)
  }
  test.now = now
  if (options.setUp !== false) await test.signInAs(options.role ?? 'director')
  return test
}

async function setUp(test: TestOffice, center: CenterSettings): Promise<void> {
  const { recipient } = await test.must('office.newRecovery', {})
  const staff = ROLES.map((role) => ({ name: STAFF[role], role, password: PASSWORD }))
  await test.must('office.setUp', { center, staff, recoveryRecipient: recipient })
}

/** Setting up costs ten times what signing in does, so the next test of the same center and day gets a copy. */
async function keepForNext(test: TestOffice, ready: string): Promise<void> {
  await test.must('office.lock', {})
  const part = mkdtempSync(`${ready}-`)
  cpSync(join(test.folder, 'profile'), part, { recursive: true })
  test.events.length = 0
  try {
    renameSync(part, ready)
  } catch (error) {
    // Another worker was faster; its copy is as good.
    if (!existsSync(ready)) throw error
  }
}
