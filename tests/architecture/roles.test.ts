import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createSeam, type Client } from '../../src/main/platform/seam/serve'
import type { OpenDatabase } from '../../src/main/platform/db/open'
import { contract } from '../../src/shared/contract'
import type { Channel } from '../../src/shared/contract/define'
import { refuse } from '../../src/shared/kernel/outcome'
import { ROLES, type Role } from '../../src/shared/kernel/roles'

const channels = Object.entries(contract as Record<string, Channel>).sort(([a], [b]) => (a < b ? -1 : 1))
const inside = channels.filter(([, channel]) => channel.kind !== 'door')
const may = (role: Role, channel: Channel): boolean => channel.who === 'anyone' || channel.who.includes(role)
const namesFor = (role: Role, kinds: readonly string[]): string[] =>
  inside.flatMap(([name, channel]) => (may(role, channel) && kinds.includes(channel.kind) ? [name] : []))

/** One line per channel: its kind, and which roles may call it. */
function table(): string {
  const width = Math.max(...channels.map(([name]) => name.length))
  const head = `${'channel'.padEnd(width)}  kind    ${ROLES.join('  ')}`
  const lines = channels.map(([name, channel]) => {
    const marks = ROLES.map((role) => (may(role, channel) ? 'x' : '·').padEnd(role.length)).join('  ')
    return `${name.padEnd(width)}  ${channel.kind.padEnd(6)}  ${marks}${channel.audited ? '  each look is audited' : ''}`
  })
  return [head, ...lines].map((line) => line.trimEnd()).join('\n') + '\n'
}

test('who may do what is as approved: a change of power shows in review', async () => {
  await expect(table()).toMatchFileSnapshot('roles.txt')
})

describe('whatever the table says', () => {
  test('doors are only those acts that are needed while the office is shut', () => {
    expect(channels.flatMap(([name, channel]) => (channel.kind === 'door' ? [name] : []))).toEqual([
      'bundles.backups',
      'bundles.restore',
      'office.lock',
      'office.newRecovery',
      'office.recover',
      'office.setUp',
      'office.signIn',
      'office.status',
      'office.stillHere',
      'office.stop',
    ])
  })

  test('the gate sees the gate and the day, and nothing of women, children’s files, groups or health', () => {
    expect(namesFor('gate', ['read', 'change', 'issue'])).toEqual([
      'bundles.backupNow',
      'bundles.backupStatus',
      'office.changePassword',
      'office.draft',
      'office.dropDraft',
      'office.saveDraft',
      'office.setLanguage',
      'office.settings',
      'office.today',
      'outings.byFolio',
      'outings.comeBack',
      'outings.comeBackTogether',
      'outings.countHeads',
      'outings.gate',
      'outings.headcounts',
      'outings.keyBack',
      'outings.leave',
      'outings.leaveTogether',
      'outings.notMade',
      'outings.photos',
      'outings.printGateDay',
      'outings.printGroupList',
      'outings.printProtocol',
      'outings.recordCall',
      'outings.turnAway',
      'outings.undoMovement',
      'timetable.day',
      'timetable.specialDays',
    ])
  })

  test('mental health opens neither gate nor outings nor children', () => {
    const names = namesFor('mental-health', ['read', 'change', 'issue'])
    expect(names.filter((name) => /^(outings|children)\./.test(name))).toEqual([])
  })

  test('the reader changes nothing but her own password, language and drafts', () => {
    expect(namesFor('reader', ['change'])).toEqual([
      'office.changePassword',
      'office.dropDraft',
      'office.saveDraft',
      'office.setLanguage',
    ])
    const issues = namesFor('reader', ['issue']).filter((name) => !/\.print/.test(name))
    expect(issues).toEqual(['bundles.backupNow', 'certificates.saveFolioList', 'certificates.saveVerifier'])
  })

  test('only the director adds, suspends, readmits or promotes', () => {
    for (const name of ['addStaff', 'changeRole', 'suspendStaff', 'readmitStaff'] as const)
      expect(contract[`office.${name}`].who).toEqual(['director'])
  })

  test('files of children, permissions and sensitive groups leave a trace of each look', () => {
    const names = [
      'attendance.sensitiveMonth',
      'attendance.sensitiveRoll',
      'children.get',
      'outings.byFolio',
      'outings.get',
      'outings.photos',
      'places.ofSensitiveEdition',
      'programs.sensitiveRoster',
    ]
    const audited = channels.flatMap(([name, channel]) => (channel.audited ? [name] : []))
    expect(audited).toEqual(expect.arrayContaining(names))
    for (const name of audited.filter((each) => /sensitive/i.test(each)))
      expect((contract as Record<string, Channel>)[name]?.who).toEqual(['director', 'coordinator', 'mental-health'])
  })
})

describe('the seam keeps to the table', () => {
  /** Every channel as it is, but taking anything, so that only the right to call it decides. */
  const open = Object.fromEntries(inside.map(([name, channel]) => [name, { ...channel, input: z.unknown() }]))
  const reached: string[] = []
  const reach = (name: string) => () => {
    reached.push(name)
    return Promise.resolve(refuse('busy'))
  }
  const seam = createSeam({
    contract: open,
    handlers: Object.fromEntries(
      inside.map(([name, { kind }]) => [name, kind === 'issue' ? { prepare: reach(name) } : reach(name)]),
    ),
    database: () => ({
      // A change reaches its handler only inside a transaction: this one runs the work and nothing else.
      opened: {
        db: { transaction: () => ({ execute: (work: (trx: unknown) => unknown) => work({}) }) },
        read: {},
      } as unknown as OpenDatabase,
      timezone: 'America/Mexico_City',
    }),
    clock: { now: () => '2026-10-31T18:00:00.000Z' },
    log: { failure: () => 1 },
  })
  const as = (role: Role | null): Client => ({
    signedIn: role && { id: 'a', name: 'Somebody', role },
    send: () => undefined,
    stopAsked: false,
  })

  test.each(ROLES)('%s reaches what it may and nothing else', async (role) => {
    reached.length = 0
    const refusedAs: string[] = []
    for (const [name] of inside) {
      const answer = await seam.call(as(role), name, {})
      if (!answer.ok && answer.refusals[0]?.code === 'not-allowed') refusedAs.push(name)
    }
    expect(reached).toEqual(inside.flatMap(([name, channel]) => (may(role, channel) ? [name] : [])))
    expect(reached.length + refusedAs.length).toBe(inside.length)
  })

  test('whoever is signed out reaches nothing inside', async () => {
    reached.length = 0
    for (const [name] of inside) expect(await seam.call(as(null), name, {}), name).toEqual(refuse('signed-out'))
    expect(reached).toEqual([])
  })
})
