import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { COORDINATOR, DEMO, DIRECTOR, expect, go, must, PASSWORD, test, watchPage } from './fixtures'
import { like, t } from './words'

test.describe.configure({ mode: 'serial' })
test.use({ scene: 'month' })

let complaints: string[]

const FILES = [
  'padron.xlsx',
  'talleres.xlsx',
  'calendario.xlsx',
  'hijas-e-hijos.xlsx',
  'lista-de-espera.csv',
  'salidas-2026-10.xlsx',
  'asistencia-2026-09.xlsx',
  'asistencia-2026-10.xlsx',
]

test('set up a center from its file, with two people and a recovery sheet', async ({ host: { page } }) => {
  complaints = await watchPage(page)
  await page
    .getByLabel(t('office.setUp.file.choose'))
    .or(page.locator('input[type=file]'))
    .first()
    .setInputFiles(join(DEMO, 'centro.json'))
  await expect(page.getByText(t('office.setUp.file.read'))).toBeVisible()
  await page.getByRole('button', { name: t('office.setUp.next') }).click()
  const people = [
    [DIRECTOR, PASSWORD],
    ['Clara Coordinadora', PASSWORD],
  ] as const
  for (const [index, [name, password]] of people.entries()) {
    const group = page.getByRole('group', { name: t('office.setUp.people.person', { number: index + 1 }) })
    await group.getByRole('textbox').first().fill(name)
    for (const field of await group.locator('input[type=password]').all()) await field.fill(password)
  }
  await page.getByRole('button', { name: t('office.setUp.next') }).click()
  await page.getByRole('button', { name: t('office.setUp.recovery.make') }).click()
  await expect(page.getByText(t('office.setUp.recovery.made'))).toBeVisible()
  await page.getByRole('button', { name: t('office.setUp.next') }).click()
  await page.getByRole('button', { name: t('office.setUp.create') }).click()
  await page.getByRole('button', { name: t('office.setUp.done.show') }).click()
  await expect(page.getByRole('dialog').locator('canvas, img').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByLabel(t('office.setUp.done.kept')).check()
  await page.getByRole('button', { name: t('office.setUp.done.act') }).click()
})

test('a wrong password is refused with a sentence, the right one opens', async ({ host: { page } }) => {
  await page.getByLabel(t('office.signIn.name')).fill(DIRECTOR)
  await page.getByRole('textbox', { name: t('office.signIn.password') }).fill('no es esta')
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('refusal.wrong-name-or-password'))).toBeVisible()
  await page.getByRole('textbox', { name: t('office.signIn.password') }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: t('today.nav') })).toBeVisible()
})

test('import the demo month: dry run, confirm, file by file', async ({ host: { page } }) => {
  await page.getByRole('link', { name: t('imports.nav') }).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(FILES.map((name) => join(DEMO, name)))
  const done = page.getByRole('button', { name: new RegExp(`${t('imports.file.done')}$`) })
  const main = page.getByRole('main')
  const checked = page.getByRole('button', { name: new RegExp(`${t('imports.file.checked')}$`) })
  const all = page.getByRole('button', { name: like('imports.all_other') })
  const one = main.getByRole('button', { name: /^Importar \d/ })
  const working = main.getByText(/^(Revisando|Importando)/)
  // Files that need another one first wait for it, so the whole folder takes a few presses.
  for (let presses = 0; presses < 12 && (await done.count()) < FILES.length; presses++) {
    await expect(working).toHaveCount(0, { timeout: 60_000 })
    // The last may have been done while this waited: then there is nothing left to press.
    if ((await done.count()) === FILES.length) break
    await ((await checked.count()) > 1 ? all : one).click()
    await page.waitForTimeout(300)
  }
  await expect(done).toHaveCount(FILES.length)
  expect(await must(page, 'people.list', { presence: 'all' })).toMatchObject({ total: 240 })
})

test('find a woman by half her surname, without its accent', async ({ host: { page } }) => {
  await go(page, '/people')
  const rows = page.getByRole('grid', { name: t('people.nav') }).getByRole('row')
  await expect(rows.filter({ hasText: 'Aguilar Argüello, Irma' })).toHaveCount(1)
  await page.getByPlaceholder(t('people.list.search')).fill('nane')
  await expect(rows.filter({ hasText: 'Aguilar Argüello, Irma' })).toHaveCount(0)
  await expect(rows.filter({ hasText: /^Ñáñez/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('grid', { name: t('people.nav') }).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ñáñez')
  // A print job is named after the title and lies in the printer's queue in clear.
  const jobName = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    const title = document.title
    window.dispatchEvent(new Event('afterprint'))
    return [title, document.title]
  })
  expect(jobName[0]).toBe('Umbral')
  expect(jobName[1]).toContain('Ñáñez')
})

test('take a roll by keyboard alone, with the totals of the paper', async ({ host: { page } }) => {
  const pending = await must(page, 'attendance.pending', {})
  const session = pending.find((each) => each.day === '2026-10-28')
  expect(session).toBeDefined()
  await go(page, `/attendance/rolls/${session!.id}`)
  const list = page
    .getByRole('region', { name: t('attendance.roll.list') })
    .or(page.getByLabel(t('attendance.roll.list')))
  await expect(list.first()).toBeVisible()
  const women = session!.onRoll
  await page.keyboard.press('f')
  await page.keyboard.press('r')
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  for (let i = 3; i < women; i++) await page.keyboard.press('a')
  // The totals written at the foot of the paper must agree before anything is saved: first wrong, then right.
  const total = (label: string, count: number) => page.getByLabel(t(label)).fill(String(count))
  await total('attendance.roll.paperAttended', women - 3)
  await total('attendance.roll.paperAbsent', 1)
  await expect(page.getByText(t('attendance.roll.differ'))).toBeVisible()
  await total('attendance.roll.paperAttended', women - 2)
  await page.getByLabel(t('attendance.roll.paperAttended')).press('Enter')
  await expect
    .poll(async () => (await must(page, 'attendance.pending', {})).some((each) => each.id === session!.id))
    .toBe(false)
})

test('see the clashes of a week, each with both its sides', async ({ host: { page } }) => {
  await go(page, '/timetable?day=2026-10-27')
  const back = page.getByRole('button', { name: t('timetable.previous') })
  for (let i = 0; i < 8 && !(await page.getByText(/26 de octubre/).count()); i++) await back.click()
  const clashes = page.getByRole('region', { name: t('timetable.clashes.title') }).first()
  await expect(clashes).toContainText('Mtra. Elisa Baeza')
  await expect(clashes).toContainText('Bordado a mano y Reparación de prendas')
  await expect(clashes).toContainText('Aula 1')
  await expect(clashes).toContainText('Sánchez Ramírez, Nayeli')
})

test('sign off a certificate, have it issued by somebody else, and see its frozen page', async ({ host: { page } }) => {
  const { editions } = await must(page, 'certificates.editions', { year: 2026 })
  const edition = editions.find((each) => each.code === 'CL-01-26B')
  const { candidates } = await must(page, 'certificates.list', { editionId: edition!.id })
  const wendy = candidates.find((each) => each.surname1 === 'Castro' && each.givenNames === 'Wendy')
  await must(page, 'certificates.prepare', { editionId: edition!.id, personIds: [wendy!.personId] })
  const press = async (words: string) => {
    await page.getByRole('button', { name: words }).click()
    await page.getByRole('dialog').getByRole('button', { name: words }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await go(page, `/certificates/${edition!.id}`)
  await press(t('certificates.steps.signOff_one', { count: 1 }))
  await must(page, 'office.signIn', { name: COORDINATOR, password: PASSWORD })
  await page.reload()
  await go(page, `/certificates/${edition!.id}`)
  await press(t('certificates.issue_one', { count: 1 }))
  const { rows } = await must(page, 'certificates.find', { text: 'Castro' })
  expect(rows[0]!.folio).toMatch(/2026-\w{4}-\w{4}-\w{4}-\w/)
  await must(page, 'office.signIn', { name: DIRECTOR, password: PASSWORD })
  await page.reload()
  await go(page, `/certificates/folio/${rows[0]!.id}`)
  await page.getByRole('button', { name: t('certificates.record.see') }).click()
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('an outing says each reason why the child may not leave', async ({ host: { page } }) => {
  const outings = await must(page, 'outings.list', {})
  const open = async (folio: string) => {
    await go(page, `/outings/${outings.find((each) => each.folio === folio)!.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(folio)
  }
  await open('SAL-004')
  await expect(page.getByRole('main')).toContainText(/30 sep/)
  await open('SAL-005')
  await expect(page.getByRole('main')).toContainText('Oficio 1184/2026')
  await open('SAL-006')
  await expect(page.getByRole('main')).toContainText(/falta.*dirección/i)
})

test('the gate stops a child whose authorisations are missing, and writes the attempt down', async ({
  host: { page },
}) => {
  const { today } = await must(page, 'today.overview', {})
  const { rows } = await must(page, 'children.list', {})
  const { id } = rows.find((each) => each.code === 'DEM-H-010')!
  const child = (await must(page, 'outings.choices', {})).children.find((each) => each.id === id)!
  const asked = await must(page, 'outings.request', {
    plan: {
      kind: 'family',
      reason: 'fin de semana con familia',
      escort: { from: 'grid', id: child.adults[0]!.id },
      children: [{ childId: child.id }],
      occurrences: [{ leavesOn: today, leavesAt: '23:58', returnsOn: today, returnsAt: '23:59' }],
    },
  })
  await go(page, '/gate')
  await page.getByLabel(t('outings.gate.folio')).fill(asked.folio)
  await page.keyboard.press('Enter')
  for (const authorisation of ['madre', 'trabajo social', 'dirección'])
    await expect(
      page
        .getByRole('main')
        .getByText(new RegExp(`falta.*${authorisation}`, 'i'))
        .first(),
    ).toBeVisible()
})

test('export the month to a stick and read it back', async ({ host: { page, usb } }) => {
  const { identity, recipient } = await must(page, 'office.newRecovery', {})
  expect(identity).toMatch(/^AGE-SECRET-KEY-1/)
  const { version, ...settings } = await must(page, 'office.settings', {})
  await must(page, 'office.changeSettings', { version, settings: { ...settings, hqRecipients: [recipient] } })
  await go(page, '/month/2026-10/export')
  await page.getByRole('button', { name: t('bundles.export.choose') }).click()
  await page.getByRole('button', { name: t('bundles.export.write') }).click()
  await expect(page.getByText(t('bundles.export.done'))).toBeVisible({ timeout: 60_000 })
  expect(readdirSync(usb).filter((name) => /^DEM-202610-\d{4}\.age$/.test(name))).toHaveLength(1)
  expect(readdirSync(usb).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('no policy was violated and no page threw', () => {
  expect(complaints).toEqual([])
})

test('lock: no name is left on the screen', async ({ host: { page } }) => {
  await page.getByRole('button', { name: like('office.lock.act') }).click()
  await expect(page.getByRole('textbox', { name: t('office.signIn.password') })).toBeVisible()
  await expect(page.getByText(DIRECTOR)).toHaveCount(0)
})
