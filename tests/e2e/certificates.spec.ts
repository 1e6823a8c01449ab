import type { Page } from '@playwright/test'
import { COORDINATOR, DIRECTOR, expect, go, must, PASSWORD, test, watchPage } from './fixtures'
import { t } from './words'

test.describe.configure({ mode: 'serial' })
test.use({ scene: 'demo-certificates' })

let complaints: string[]
let editionId: string
let replaced: { readonly id: string; readonly folio: string; readonly name: string }

async function signIn(page: Page, name: string): Promise<void> {
  await must(page, 'office.lock', {})
  await must(page, 'office.signIn', { name, password: PASSWORD })
  await page.reload()
}

/** Presses a button, and the button of the same name in the question that it opens. */
async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

async function correctName(page: Page, id: string): Promise<void> {
  const { version, facts } = await must(page, 'people.get', { id })
  const reason = 'Como en su acta'
  await must(page, 'people.correct', { id, version, facts: { ...facts, givenNames: 'Wendy Guadalupe' }, reason })
}

const certificates = async (page: Page) =>
  (await must(page, 'certificates.list', { editionId })).candidates.flatMap((each) => each.certificate ?? [])

test('what a woman lacks has its figure and the sessions behind it', async ({ host: { page } }) => {
  complaints = await watchPage(page)
  const { editions } = await must(page, 'certificates.editions', { year: 2026 })
  editionId = editions.find((each) => each.code === 'CL-01-26B')!.id
  await signIn(page, COORDINATOR)
  await go(page, `/certificates/${editionId}`)
  const row = page.getByRole('row').filter({ hasText: 'Ibarra Moreno, Fernanda' })
  await expect(row).toContainText('17/19')
  await expect(row).toContainText('17/23')
  await row.getByRole('gridcell').or(row.getByRole('cell')).first().click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('row').nth(5)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
})

test('one person prepares and signs off, and may not issue; another issues all of a group', async ({
  host: { page },
}) => {
  await page.getByRole('button', { name: t('certificates.steps.prepare_other', { count: 14 }), exact: true }).click()
  await confirm(page, t('certificates.steps.signOff_other', { count: 14 }))
  await expect(page.getByText(t('certificates.steps.mine_other', { count: 14 }))).toBeVisible()
  await expect(page.getByRole('button', { name: /^Expedir/ })).toHaveCount(0)
  await signIn(page, DIRECTOR)
  await go(page, `/certificates/${editionId}`)
  await confirm(page, t('certificates.issue_other', { count: 14 }))
  await expect(page.getByText(t('certificates.issued_other', { count: 14 }))).toBeVisible({ timeout: 60_000 })
  const folios = (await certificates(page)).map((each) => each.folio)
  expect(new Set(folios).size).toBe(14)
  for (const folio of folios) expect(folio).toMatch(/^20\d\d-\w{4}-\w{4}-\w{4}-\w$/)
})

test('they are handed over, to whom and when, and none is left', async ({ host: { page } }) => {
  await confirm(page, t('certificates.deliver_other', { count: 14 }))
  await expect.poll(async () => (await certificates(page)).filter((each) => each.deliveredOn).length).toBe(14)
  await go(page, '/certificates/undelivered')
  await expect(page.getByText(t('certificates.undelivered.empty'))).toBeVisible()
})

test('a folio is found by its name; corrected, it gives way to a new one and both say so', async ({
  host: { page },
}) => {
  await go(page, '/certificates/register')
  await page.getByPlaceholder(t('certificates.register.search')).fill('castro wendy')
  const row = page.getByRole('row').filter({ hasText: 'Castro González' })
  await expect(row).toHaveCount(1)
  await row.getByRole('gridcell').or(row.getByRole('cell')).first().click()
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toContainText(/20\d\d-\w{4}/)
  const found = await must(page, 'certificates.find', { text: 'castro wendy' })
  replaced = { id: found.rows[0]!.id, folio: found.rows[0]!.folio, name: found.rows[0]!.name }
  await page.getByRole('button', { name: t('certificates.act.start-replacement') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('certificates.actNote')).fill('Su segundo apellido lleva acento')
  await dialog.getByRole('button', { name: t('certificates.act.start-replacement') }).click()
  // It says already what her record says: nothing is printed anew before that is corrected.
  await expect(dialog.getByText(t('refusal.nothing-to-correct', { folio: replaced.folio }))).toBeVisible()
  await correctName(page, found.rows[0]!.personId)
  await dialog.getByRole('button', { name: t('certificates.act.start-replacement') }).click()
  await expect(title).toHaveText('Tejido a gancho')
  await expect(page.getByRole('button', { name: t('certificates.steps.drafts_one', { count: 1 }) })).toBeVisible()
  await signIn(page, COORDINATOR)
  await go(page, `/certificates/${editionId}`)
  await confirm(page, t('certificates.steps.signOff_one', { count: 1 }))
  await signIn(page, DIRECTOR)
  await go(page, `/certificates/${editionId}`)
  await confirm(page, t('certificates.issue_one', { count: 1 }))
  await expect(page.getByText(t('certificates.issued_one', { count: 1 }))).toBeVisible({ timeout: 60_000 })
  const old = await must(page, 'certificates.record', { id: replaced.id })
  expect(old.state).toBe('replaced')
  await go(page, `/certificates/folio/${replaced.id}`)
  await expect(page.getByRole('main')).toContainText(old.replacedBy!.folio)
  await page.getByRole('link', { name: old.replacedBy!.folio }).first().click()
  await expect(title).toContainText(old.replacedBy!.folio)
  await expect(page.getByRole('main')).toContainText(replaced.folio)
})

test('revoked with its cause, and the book of folios still holds link by link', async ({ host: { page } }) => {
  await page.getByRole('button', { name: t('certificates.act.revoke'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('certificates.actNote')).fill('Se expidió a otra persona por error')
  await dialog.getByRole('button', { name: t('certificates.act.revoke'), exact: true }).click()
  await expect(dialog).toHaveCount(0)
  const { rows } = await must(page, 'certificates.find', { text: 'castro wendy' })
  expect(rows.map((each) => each.state).sort()).toEqual(['replaced', 'revoked'])
  expect(await must(page, 'certificates.verifyLedger', {})).toMatchObject({ brokenAt: null })
})

test('no policy was violated and no page threw', () => {
  expect(complaints).toEqual([])
})
