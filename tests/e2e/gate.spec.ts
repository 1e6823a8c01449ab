import type { Page } from '@playwright/test'
import type { Input } from '../../src/shared/contract'
import { COORDINATOR, DIRECTOR, expect, GATE, must, PASSWORD, test, watchPage } from './fixtures'
import { like, t } from './words'

test.describe.configure({ mode: 'serial' })
test.use({ scene: 'demo-gate' })

const GROUP = 25
let complaints: string[]
let group: { readonly id: string; readonly folio: string }
/** One child with her aunt, authorised for today. */
let family: { readonly id: string; readonly folio: string; readonly childId: string; readonly adultId: string }

type Plan = Input<'outings.request'>['plan']

async function signIn(page: Page, name: string): Promise<void> {
  await must(page, 'office.lock', {})
  await must(page, 'office.signIn', { name, password: PASSWORD })
  await page.reload()
}

/** A scanner: a keyboard faster than any hand, ending in Enter, on a keyboard layout that writes ' for the hyphen. */
async function scan(page: Page, folio: string): Promise<void> {
  await page.keyboard.type(folio.replaceAll('-', "'"), { delay: 2 })
  await page.keyboard.press('Enter')
}

/** The hours of the whole day, so that the run may come at any of them. */
const allDay = (day: string) => [{ leavesOn: day, leavesAt: '00:00', returnsOn: day, returnsAt: '23:59' }]

/** Asked for by the coordinator, who also records what was signed on paper; authorised by the director. */
async function authorise(page: Page, plan: Plan): Promise<{ id: string; folio: string }> {
  await must(page, 'office.signIn', { name: COORDINATOR, password: PASSWORD })
  const { id, folio } = await must(page, 'outings.request', { plan })
  for (const who of [COORDINATOR, DIRECTOR]) {
    await must(page, 'office.signIn', { name: who, password: PASSWORD })
    const { today } = await must(page, 'office.today', {})
    const { signatures } = await must(page, 'outings.getPermission', { id })
    const mine = signatures.filter((each) => !each.signed && each.whyNot === null)
    for (const authorisation of new Set(mine.map((each) => each.authorisation))) {
      const { version } = await must(page, 'outings.getPermission', { id })
      const outingIds = mine.flatMap((each) =>
        each.authorisation === authorisation && each.outingId !== null ? [each.outingId] : [],
      )
      await must(page, 'outings.sign', { id, version, authorisation, outingIds, signedOn: today })
    }
  }
  return { id, folio }
}

/** Children who live here and are not outside; more are registered until there are enough. */
async function children(page: Page): Promise<string[]> {
  const out = new Set(
    (await must(page, 'outings.list', {})).filter((each) => each.state === 'late').map((each) => each.childId),
  )
  const { rows } = await must(page, 'children.list', {})
  const ids = rows.map((each) => each.id).filter((id) => !out.has(id))
  const mothers = (await must(page, 'people.list', {})).rows.filter((each) => each.here)
  const NAMES = [
    'Abril',
    'Bruno',
    'Ceci',
    'Darío',
    'Elia',
    'Fabián',
    'Gael',
    'Hilda',
    'Isis',
    'Joel',
    'Kenia',
    'Luz',
    'Mar',
  ]
  for (const [at, givenNames] of NAMES.entries()) {
    const facts = {
      surname1: 'Niño',
      surname2: 'Zúñiga',
      givenNames,
      sex: null,
      birthDate: '2025-03-01',
      birthPrecision: 'exact',
      curp: null,
      livesHereFrom: '2025-03-01',
    } as const
    ids.push((await must(page, 'children.register', { motherId: mothers[at * 3]!.id, facts })).id)
  }
  return ids
}

test('a group of children and a child with her aunt are asked for and authorised by two', async ({
  host: { page },
}) => {
  complaints = await watchPage(page)
  const ids = await children(page)
  const { today } = await must(page, 'office.today', {})
  const { staff } = await must(page, 'outings.choices', {})
  const helpers = Array.from({ length: 12 }, (_, at) => ({ duty: 'helper' as const, name: `Voluntaria ${at + 1}` }))
  group = await authorise(page, {
    kind: 'group',
    reason: 'museo y acuario',
    destination: 'Museo del Niño',
    escort: { from: 'staff', id: staff[0]!.id },
    helpers: [...helpers, { duty: 'doctor', name: 'Dra. Inés Paz' }],
    children: ids.slice(0, GROUP).map((childId) => ({ childId })),
    occurrences: allDay(today),
  })
  const [childId] = ids.slice(GROUP)
  await must(page, 'children.addAdult', {
    childId: childId!,
    adult: {
      fullName: 'Rosa Soto Ek',
      documentKind: 'ine',
      document: 'INE 4410',
      phone: '5512345678',
      address: null,
      description: null,
    },
    relation: 'tía',
    acts: ['take-out', 'bring-back'],
    from: null,
    until: null,
    evidenceKind: 'mother',
    evidenceNumber: null,
    seenOn: null,
  })
  const { adults } = (await must(page, 'outings.choices', {})).children.find((each) => each.id === childId)!
  const asked = await authorise(page, {
    kind: 'family',
    reason: 'comida con su tía',
    escort: { from: 'grid', id: adults[0]!.id },
    children: [{ childId: childId! }],
    occurrences: allDay(today),
  })
  family = { ...asked, childId: childId!, adultId: adults[0]!.id }
  const permission = await must(page, 'outings.getPermission', { id: group.id })
  expect(permission.lines).toHaveLength(GROUP)
  expect(permission.state).toBe('authorised')
})

test('25 children go out by name, keyed at the gate within a minute', async ({ host: { page } }) => {
  await signIn(page, GATE)
  await expect(page.getByRole('heading', { level: 1, name: t('outings.gate.nav') })).toBeVisible()
  await expect(page.getByLabel(t('outings.gate.folio'))).toBeFocused()
  const began = Date.now()
  await scan(page, group.folio)
  const panel = page.getByRole('region', { name: t('outings.gate.group_other', { count: GROUP }) })
  const names = panel.getByRole('list', { name: t('outings.gate.groupNames') })
  await expect(names.getByRole('checkbox')).toHaveCount(GROUP)
  await page.keyboard.press('ArrowDown')
  for (let at = 0; at < GROUP; at++) await page.keyboard.press('Space')
  await expect(panel.getByText(t('outings.gate.ticked', { count: GROUP, all: GROUP }))).toBeVisible()
  for (const check of ['adult', 'document', 'belongings'])
    await panel.getByRole('checkbox', { name: like(`outings.gate.check.${check}`) }).press('Space')
  const out = panel.getByRole('button', { name: t('outings.gate.outTogether_other', { count: GROUP }) })
  await out.press('Enter')
  await expect(panel.getByText(t('outings.gate.leftTogether_other', { count: GROUP }))).toBeVisible()
  expect(Date.now() - began).toBeLessThan(60_000)
})

test('a headcount by name says at once who is missing', async ({ host: { page } }) => {
  const panel = page.getByRole('region', { name: t('outings.gate.group_other', { count: GROUP }) })
  await panel.getByText(t('outings.gate.act.count'), { exact: true }).click()
  const boxes = panel.getByRole('checkbox')
  await expect(boxes.nth(GROUP - 1)).toBeVisible()
  for (let at = 1; at < GROUP; at++) await boxes.nth(at).check()
  await panel.getByRole('button', { name: t('outings.headcount.save') }).click()
  await expect(panel.getByText(/^FALTA 1: /)).toBeVisible()
})

test('and come back within a minute; nobody is outside any more', async ({ host: { page } }) => {
  const panel = page.getByRole('region', { name: t('outings.gate.group_other', { count: GROUP }) })
  await panel.getByText(t('outings.gate.act.in'), { exact: true }).click()
  const began = Date.now()
  const names = panel.getByRole('list', { name: t('outings.gate.groupNames') })
  await expect(names.getByRole('checkbox')).toHaveCount(GROUP)
  await panel.getByLabel(t('outings.gate.find.name')).focus()
  await page.keyboard.press('ArrowDown')
  for (let at = 0; at < GROUP; at++) await page.keyboard.press('Space')
  await panel.getByRole('button', { name: t('outings.gate.inTogether_other', { count: GROUP }) }).press('Enter')
  await expect(panel.getByText(t('outings.gate.backTogether_other', { count: GROUP }))).toBeVisible()
  expect(Date.now() - began).toBeLessThan(60_000)
  const { rows } = await must(page, 'outings.gate', {})
  expect(rows.filter((each) => each.permissionId === group.id && each.state === 'back')).toHaveLength(GROUP)
})

test('a slip alone opens nothing: the four checks come first, then out and in by keyboard', async ({
  host: { page },
}) => {
  await page
    .getByRole('button', { name: t('ui.close') })
    .last()
    .press('Enter')
  await scan(page, family.folio)
  const out = page.getByRole('button', { name: like('outings.gate.out') })
  await expect(out).toBeDisabled()
  for (const check of ['child', 'adult', 'document', 'belongings'])
    await page.getByRole('checkbox', { name: like(`outings.gate.check.${check}`) }).press('Space')
  await out.press('Enter')
  await expect(page.getByText(like('outings.gate.left'))).toBeVisible()
  await page.keyboard.press('Enter')
  await scan(page, family.folio)
  await page.getByRole('button', { name: like('outings.gate.in') }).press('Enter')
  await expect(page.getByText(like('outings.gate.backDone'))).toBeVisible()
})

test('a prohibition entered while the permission is authorised stops it at the gate, and the attempt is kept', async ({
  host: { page },
}) => {
  await must(page, 'office.lock', {})
  await must(page, 'office.signIn', { name: COORDINATOR, password: PASSWORD })
  const { today } = await must(page, 'office.today', {})
  const { folio } = await authorise(page, {
    kind: 'family',
    reason: 'paseo',
    escort: { from: 'grid', id: family.adultId },
    children: [{ childId: family.childId }],
    occurrences: [{ leavesOn: today, leavesAt: '23:57', returnsOn: today, returnsAt: '23:58' }],
  })
  await must(page, 'children.prohibit', {
    childIds: [family.childId],
    adult: { id: family.adultId },
    relation: 'tía',
    orderedBy: 'Juzgado Segundo Familiar',
    orderNumber: 'Oficio 2210/2026',
    orderedOn: today,
    from: null,
    until: null,
    note: null,
  })
  await signIn(page, GATE)
  await expect(page.getByLabel(t('outings.gate.folio'))).toBeFocused()
  await scan(page, folio)
  await expect(page.getByRole('alert').filter({ hasText: 'Oficio 2210/2026' })).toBeVisible()
  await expect(page.getByRole('button', { name: like('outings.gate.out') })).toHaveCount(0)
  await page.getByRole('button', { name: t('outings.gate.keepAttempt') }).press('Enter')
  await expect(page.getByText(t('outings.gate.stopped'))).toBeVisible()
  await must(page, 'office.lock', {})
  await must(page, 'office.signIn', { name: DIRECTOR, password: PASSWORD })
  const log = await must(page, 'outings.gateLog', { from: today, until: today })
  expect(log.filter((each) => each.folio === folio).flatMap((each) => each.reasons.map((why) => why.code))).toContain(
    'outing-adult-forbidden',
  )
})

test('no policy was violated and no page threw', () => {
  expect(complaints).toEqual([])
})
