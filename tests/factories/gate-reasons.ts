/**
 * Every way in which an outing comes to be stopped at the gate, each brought about through the channels of the office. Two
 * permissions for the same hours are not among them: the second is refused when it is asked for.
 */
import type { ChannelName, Code, Input, Output } from '../../src/shared/contract'
import type { Client } from '../../src/main/platform/seam/serve'
import type { Outcome } from '../../src/shared/kernel/outcome'
import { aPerson, anAdult, anOrder, registerChild } from './children'
import { SEEN, WELL } from './gate'
import { openTestOffice, PASSWORD, STAFF, type TestOffice } from './office'
import { registerWoman } from './people'
import { recordLeaving } from './stays'

/** 10:00 of Friday, when everything is asked for; 9:05 of Saturday, when everybody stands at the gate. */
export const FRIDAY = '2026-10-16T16:00:00.000Z'
export const SATURDAY = '2026-10-17T15:05:00.000Z'

type Plan = Input<'outings.request'>['plan']
type Who = 'director' | 'coordinator' | 'gate'

/** One office with a window each for three roles. */
export class Desk {
  it!: TestOffice
  lead = ''
  private readonly clients = new Map<Who, Client>()

  async open(): Promise<void> {
    this.it = await openTestOffice({ role: 'coordinator', now: FRIDAY })
    await this.enter()
    const { staff } = await this.it.must('outings.choices', {})
    this.lead = staff.find((each) => each.name === STAFF['axis-lead'])?.id ?? ''
    const from = { fromDay: '2026-10-17', reason: 'acuerdo del comité' }
    for (const [key, value] of [
      ['outingNightsPerYear', 0],
      ['outingHoursBetween', 24],
      ['outingChildrenPerAdult', 1],
      ['outingDoctorFrom', 2],
    ] as const)
      await this.it.must('office.decideRule', {
        decision: { key, fromDay: from.fromDay, value },
        reason: from.reason,
      })
  }
  /** Signs everybody in, at the hour that it is. */
  async enter(): Promise<void> {
    await this.it.signInAs('coordinator')
    for (const who of ['director', 'coordinator', 'gate'] as const) {
      const client = this.it.office.connect(() => undefined)
      this.clients.set(who, client)
      await this.it.office.call(client, 'office.signIn', { name: STAFF[who], password: PASSWORD })
    }
  }
  call<Name extends ChannelName>(who: Who, name: Name, input: Input<Name>): Promise<Outcome<Output<Name>, Code<Name>>> {
    return this.it.office.call(this.clients.get(who) ?? null, name, input) as never
  }
  async must<Name extends ChannelName>(who: Who, name: Name, input: Input<Name>): Promise<Output<Name>> {
    const answer = await this.call(who, name, input)
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.refusals)}`)
    return answer.value
  }
}

/** A child with her mother, an aunt who may take her and bring her back, and the outing asked for. */
export interface Stand {
  readonly motherId: string
  readonly childId: string
  readonly auntId: string
  readonly uncleId: string | null
  readonly siblingId: string | null
  permissionId: string
  id: string
}

interface Wanted {
  readonly plan?: Partial<Plan>
  readonly times?: Partial<Plan['occurrences'][number]>
  /** The child of another line goes along. */
  readonly withSibling?: boolean
  /** Somebody else brings her back. */
  readonly withReturner?: boolean
  readonly ledByStaff?: boolean
  readonly draft?: boolean
}

export interface Spoiler {
  readonly codes: readonly string[]
  /** Of those of one axis only one can be true at a time. */
  readonly axis: string
  readonly wanted?: Wanted
  /** On Friday, before the outing is asked for. */
  readonly before?: (desk: Desk, stand: Stand) => Promise<unknown>
  /** On Saturday, before the gate is asked. */
  readonly after?: (desk: Desk, stand: Stand) => Promise<unknown>
}

const TIMES = { leavesOn: '2026-10-17', leavesAt: '09:00', returnsOn: '2026-10-17', returnsAt: '17:00' }
const TAKES_HER = 'Daniela Torres Domínguez'
const BRINGS_HER = 'Saúl Torres Domínguez'

/** Asks for an outing and signs it, unless it is a draft. */
async function ask(desk: Desk, stand: Stand, wanted: Wanted, more: Partial<Plan> = {}) {
  const childIds = [stand.childId, ...(wanted.withSibling && stand.siblingId ? [stand.siblingId] : [])]
  const plan: Plan = {
    kind: 'family',
    reason: 'visita',
    escort: wanted.ledByStaff ? { from: 'staff', id: desk.lead } : { from: 'grid', id: stand.auntId },
    children: childIds.map((childId) => ({ childId })),
    occurrences: [{ ...TIMES, ...wanted.times }],
    ...(wanted.withReturner && stand.uncleId ? { returner: stand.uncleId } : {}),
    ...wanted.plan,
    ...more,
  }
  const { id, outings } = await desk.must('coordinator', 'outings.request', { plan, draft: wanted.draft ?? false })
  if (!wanted.draft)
    for (const authorisation of ['madre', 'trabajo social', 'dirección']) {
      const { version } = await desk.must('director', 'outings.getPermission', { id })
      await desk.must(authorisation === 'dirección' ? 'director' : 'coordinator', 'outings.sign', {
        id,
        version,
        authorisation,
        outingIds: authorisation === 'madre' ? outings.map((each) => each.id) : [],
        signedOn: '2026-10-16',
      })
    }
  return { permissionId: id, id: outings.find((each) => each.childId === stand.childId)?.id ?? '' }
}

/** Brings about all that these say, up to Saturday. */
export async function standWith(desk: Desk, spoilers: readonly Spoiler[]): Promise<Stand> {
  const wanted = spoilers.reduce<Wanted>(
    (all, { wanted: more = {} }) => ({
      ...all,
      ...more,
      times: { ...all.times, ...more.times },
      plan: { ...all.plan, ...more.plan },
    }),
    {},
  )
  const motherId = await registerWoman(desk.it)
  const { id: childId } = await registerChild(desk.it, motherId)
  const aunt = await desk.it.must('children.addAdult', anAdult(childId, { adult: aPerson({ fullName: TAKES_HER }) }))
  const sibling = wanted.withSibling ? await registerChild(desk.it, motherId, { givenNames: 'Elisa' }) : null
  if (sibling) await desk.it.must('children.addAdult', anAdult(sibling.id, { adult: { id: aunt.adultId } }))
  const uncle = wanted.withReturner
    ? await desk.it.must(
        'children.addAdult',
        anAdult(childId, { adult: aPerson({ fullName: BRINGS_HER }), acts: ['bring-back'], relation: 'tío' }),
      )
    : null
  if (sibling && uncle)
    await desk.it.must(
      'children.addAdult',
      anAdult(sibling.id, { adult: { id: uncle.adultId }, acts: ['bring-back'], relation: 'tío' }),
    )
  const stand: Stand = {
    motherId,
    childId,
    auntId: aunt.adultId,
    uncleId: uncle?.adultId ?? null,
    siblingId: sibling?.id ?? null,
    permissionId: '',
    id: '',
  }
  for (const each of spoilers) await each.before?.(desk, stand)
  return Object.assign(stand, await ask(desk, stand, wanted))
}

const versionOf = async (desk: Desk, { permissionId, id }: Pick<Stand, 'permissionId' | 'id'>) => {
  const found = await desk.must('director', 'outings.getPermission', { id: permissionId })
  return { permission: found.version, line: found.lines.find((line) => line.id === id)?.version ?? 0 }
}

/** The gate's own channel, everything seen. */
export async function tryToLeave(desk: Desk, stand: Pick<Stand, 'permissionId' | 'id'>) {
  const { line } = await versionOf(desk, stand)
  return desk.must('gate', 'outings.leave', { id: stand.id, version: line, ...SEEN })
}

async function leaves(desk: Desk, stand: Pick<Stand, 'permissionId' | 'id'>): Promise<void> {
  const { left, reasons } = await tryToLeave(desk, stand)
  if (!left) throw new Error(`She should have left: ${JSON.stringify(reasons)}`)
}

async function comesBack(desk: Desk, stand: Pick<Stand, 'permissionId' | 'id'>): Promise<void> {
  const { line } = await versionOf(desk, stand)
  await desk.must('gate', 'outings.comeBack', { id: stand.id, version: line, ...WELL })
}

type Act = 'outings.pause' | 'outings.cancel' | 'outings.deny'
const decide =
  (name: Act, reason = 'lo dijo la consulta de neumología') =>
  async (desk: Desk, stand: Stand) =>
    desk.must('director', name, {
      id: stand.permissionId,
      version: (await versionOf(desk, stand)).permission,
      reason,
    })

const withdraw = (authorisation: string) => async (desk: Desk, stand: Stand) =>
  desk.must('director', 'outings.withdrawSignature', {
    id: stand.permissionId,
    version: (await versionOf(desk, stand)).permission,
    authorisation,
    outingId: authorisation === 'madre' ? stand.id : null,
    reason: 'ya no quiere',
  })

const forbid = (fullName: string) => (desk: Desk, stand: Stand) =>
  desk.it.must('children.prohibit', anOrder([stand.childId], aPerson({ fullName })))

/** Rights of one adult as they stand from now on; none: they end. */
const rights =
  (whose: 'auntId' | 'uncleId', act: 'take-out' | 'bring-back', days: { from?: string; until?: string } | null) =>
  async (desk: Desk, stand: Stand) => {
    const { rows } = await desk.it.must('children.grid', { id: stand.childId })
    const right = rows.find((row) => row.adult.id === stand[whose])?.cells.find((cell) => cell.act === act)?.right?.id
    const ids = right ? [right] : []
    // Another right begins later only once this one has ended.
    if (!days || days.from) await desk.it.must('children.endAuthority', { ids, reason: 'se retira' })
    if (!days) return null
    return desk.it.must('children.grant', {
      childId: stand.childId,
      adultId: stand[whose] ?? '',
      acts: [act],
      replaces: days.from ? [] : ids,
      from: days.from ?? null,
      until: days.until ?? null,
      evidenceKind: 'mother',
      evidenceNumber: null,
      seenOn: null,
      reason: 'se corrige',
    })
  }

const motherLeaves = (cause: 'release' | 'transfer' | 'death') => (desk: Desk, stand: Stand) =>
  recordLeaving(desk.it, stand.motherId, { leftOn: '2026-10-17', cause })

const other = (times: Partial<Plan['occurrences'][number]>, kind: Plan['kind']) => (desk: Desk, stand: Stand) =>
  ask(desk, stand, { times }, { kind })

export const SPOILERS: Readonly<Record<string, Spoiler>> = {
  'the adult is forbidden': { codes: ['outing-adult-forbidden'], axis: 'adult', after: forbid(TAKES_HER) },
  'her authority ended': {
    codes: ['outing-adult-ended'],
    axis: 'adult',
    after: rights('auntId', 'take-out', { until: '2026-10-16' }),
  },
  'her authority is yet to begin': {
    codes: ['outing-adult-not-yet'],
    axis: 'adult',
    after: rights('auntId', 'take-out', { from: '2026-10-25' }),
  },
  'her authority was taken back': {
    codes: ['outing-adult-may-not'],
    axis: 'adult',
    after: rights('auntId', 'take-out', null),
  },
  'the returner is forbidden': {
    codes: ['outing-returner-forbidden'],
    axis: 'returner',
    wanted: { withReturner: true },
    after: forbid(BRINGS_HER),
  },
  'the returner may not any more': {
    codes: ['outing-returner-may-not'],
    axis: 'returner',
    wanted: { withReturner: true },
    after: rights('uncleId', 'bring-back', null),
  },
  'the right to return her ended': {
    codes: ['outing-returner-ended'],
    axis: 'returner',
    wanted: { withReturner: true },
    after: rights('uncleId', 'bring-back', { until: '2026-10-16' }),
  },
  'the child is out': {
    codes: ['outing-child-out'],
    axis: 'movement',
    before: async (desk, stand) =>
      leaves(
        desk,
        await other({ leavesOn: '2026-10-16', leavesAt: '10:00', returnsOn: '2026-10-16' }, 'medical')(desk, stand),
      ),
  },
  'her mother was released': { codes: ['outing-mother-released'], axis: 'mother', after: motherLeaves('release') },
  'her mother was transferred': {
    codes: ['outing-mother-transferred'],
    axis: 'mother',
    after: motherLeaves('transfer'),
  },
  'her mother died': { codes: ['outing-mother-died'], axis: 'mother', after: motherLeaves('death') },
  'it is a draft': {
    codes: ['outing-draft', 'outing-signature-missing'],
    axis: 'state',
    wanted: { draft: true },
  },
  'it is paused': { codes: ['outing-paused'], axis: 'state', after: decide('outings.pause') },
  'it was cancelled': { codes: ['outing-cancelled'], axis: 'state', after: decide('outings.cancel') },
  'it was denied': {
    codes: ['outing-denied'],
    axis: 'state',
    after: async (desk, stand) => {
      await withdraw('dirección')(desk, stand)
      await decide('outings.deny')(desk, stand)
    },
  },
  'a signature was withdrawn': { codes: ['outing-signature-missing'], axis: 'signature', after: withdraw('madre') },
  'she left already': { codes: ['outing-already-left'], axis: 'movement', after: leaves },
  'she is back already': {
    codes: ['outing-already-back'],
    axis: 'movement',
    after: async (desk, stand) => {
      await leaves(desk, stand)
      await comesBack(desk, stand)
    },
  },
  'it was not made': {
    codes: ['outing-not-made'],
    axis: 'movement',
    after: async (desk, stand) =>
      desk.must('gate', 'outings.notMade', {
        id: stand.id,
        version: (await versionOf(desk, stand)).line,
        reason: 'adult',
      }),
  },
  'its day has not come': {
    codes: ['outing-too-early'],
    axis: 'day',
    wanted: { times: { leavesOn: '2026-10-18', returnsOn: '2026-10-18' } },
  },
  'its hours are over': {
    codes: ['outing-too-late'],
    axis: 'day',
    wanted: { times: { leavesAt: '08:00', returnsAt: '09:00' } },
  },
  'too many nights': { codes: ['outing-nights'], axis: 'nights', wanted: { times: { returnsOn: '2026-10-19' } } },
  'too soon after the last': {
    codes: ['outing-too-soon'],
    axis: 'rest',
    before: async (desk, stand) => {
      const last = await other(
        { leavesOn: '2026-10-16', leavesAt: '10:00', returnsOn: '2026-10-16', returnsAt: '12:00' },
        'family',
      )(desk, stand)
      await leaves(desk, last)
      await comesBack(desk, last)
    },
  },
  'too few adults': {
    codes: ['outing-ratio'],
    axis: 'group',
    wanted: {
      withSibling: true,
      plan: { kind: 'group', helpers: [{ duty: 'doctor', name: 'Dra. Inés' }] },
    },
  },
  'no doctor': {
    codes: ['outing-no-doctor'],
    axis: 'group',
    wanted: {
      withSibling: true,
      plan: { kind: 'group', helpers: [{ duty: 'helper', name: 'Ana Ruiz' }] },
    },
  },
}
