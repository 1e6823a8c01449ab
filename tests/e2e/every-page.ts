/** The round of all pages: what each must hold, in both languages and in the dark. Each round is a spec and an office of its own. */
import { mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { COORDINATOR, DIRECTOR, expect, go, must, PASSWORD } from './fixtures'
import type { Host } from './hosts'

const screens = new URL('../../test-results/screens/', import.meta.url).pathname

/** One certificate of a group, signed off by one person and issued by another; answers its id. */
async function issueOne(page: Page, editionId: string): Promise<string> {
  await must(page, 'office.signIn', { name: COORDINATOR, password: PASSWORD })
  const { candidates } = await must(page, 'certificates.list', { editionId })
  const { personId } = candidates.find((each) => each.state === 'earned' && !each.chosenName)!
  await must(page, 'certificates.prepare', { editionId, personIds: [personId] })
  const { drafts } = await must(page, 'certificates.steps', { editionId })
  await must(page, 'certificates.signOff', { editionId, drafts: drafts.map(({ id, version }) => ({ id, version })) })
  await must(page, 'office.signIn', { name: DIRECTOR, password: PASSWORD })
  const { issued } = await must(page, 'certificates.issue', { editionId, personIds: [personId] })
  await page.reload()
  return issued[0]!.id
}

/** Every page of the app that a director can reach, with a record where it needs one. */
async function addresses(page: Page): Promise<readonly (readonly [name: string, path: string])[]> {
  const woman = (await must(page, 'people.list', { search: 'nanez', presence: 'all' })).rows[0]!
  const child = (await must(page, 'children.list', {})).rows[0]!
  const { adult } = (await must(page, 'children.grid', { id: child.id })).rows[0]!
  const outing = (await must(page, 'outings.list', {})).find((each) => each.folio === 'SAL-005')!
  const { editions } = await must(page, 'certificates.editions', { year: 2026 })
  const edition = editions.find((each) => each.code === 'CL-01-26B')!
  const certificateId = await issueOne(page, editions.find((each) => each.code === 'CL-20-26B')!.id)
  const roll = (await must(page, 'attendance.pending', {}))[0]!
  const workshop = (await must(page, 'programs.workshops', {}))[0]!
  return [
    ['today', '/'],
    ['people', '/people'],
    ['person-new', '/people/new'],
    ['person', `/people/${woman.id}`],
    ['person-correct', `/people/${woman.id}/correct`],
    ['person-data', `/people/${woman.id}/data`],
    ['person-intake', `/people/${woman.id}/intake`],
    ['person-intake-take', `/people/${woman.id}/intake/take`],
    ['person-consents', `/people/${woman.id}/consents`],
    ['person-alerts', `/people/${woman.id}/alerts`],
    ['person-portfolio', `/people/${woman.id}/portfolio`],
    ['person-life', `/people/${woman.id}/life`],
    ['person-merge', `/people/${woman.id}/merge`],
    ['keep-apart', '/people/keep-apart'],
    ['programs', '/programs'],
    ['edition-new', '/programs/new'],
    ['edition', `/programs/${edition.id}`],
    ['edition-change', `/programs/${edition.id}/change`],
    ['edition-copy', `/programs/${edition.id}/copy`],
    ['edition-close', `/programs/${edition.id}/close`],
    ['term', '/programs/term'],
    ['catalog', '/programs/catalog'],
    ['workshop', `/programs/catalog/${workshop.id}`],
    ['workshop-change', `/programs/catalog/${workshop.id}/change`],
    ['resources', '/programs/resources'],
    ['timetable', '/timetable'],
    ['timetable-calendar', '/timetable/calendar'],
    ['timetable-clashes', '/timetable/clashes'],
    ['timetable-appointments', '/timetable/appointments'],
    ['timetable-appointment-new', `/timetable/appointments/new/${woman.id}`],
    ['timetable-free-slots', '/timetable/free-slots'],
    ['attendance', '/attendance'],
    ['attendance-pending', '/attendance/pending'],
    ['attendance-doubts', '/attendance/doubts'],
    ['attendance-edition', `/attendance/editions/${edition.id}`],
    ['attendance-roll', `/attendance/rolls/${roll.id}`],
    ['attendance-excuses', '/attendance/excuses'],
    ['attendance-samples', '/attendance/samples'],
    ['attendance-reasons', '/attendance/reasons'],
    ['attendance-day', '/attendance/day'],
    ['places', '/places'],
    ['places-edition', `/places/editions/${edition.id}`],
    ['places-candidates', `/places/editions/${edition.id}/candidates`],
    ['places-person', `/places/person/${woman.id}`],
    ['places-list', '/places/list'],
    ['places-edition-list', `/places/editions/${edition.id}/list`],
    ['places-endings', `/places/editions/${edition.id}/endings`],
    ['places-offers', '/places/offers'],
    ['places-offer', `/places/offer/${edition.id}`],
    ['places-never-served', '/places/never-served'],
    ['places-jumps', '/places/jumps'],
    ['places-woman', `/places/woman/${woman.id}`],
    ['hours', '/hours'],
    ['emergency', '/emergency'],
    ['certificates', '/certificates'],
    ['certificates-register', '/certificates/register'],
    ['certificates-undelivered', '/certificates/undelivered'],
    ['certificates-expiring', '/certificates/expiring'],
    ['certificates-forms', '/certificates/forms'],
    ['certificates-record', `/certificates/folio/${certificateId}`],
    ['certificates-edition', `/certificates/${edition.id}`],
    ['certificates-results', `/certificates/${edition.id}/results`],
    ['children', '/children'],
    ['child-new', '/children/new'],
    ['child', `/children/${child.id}`],
    ['child-plan', `/children/${child.id}/plan`],
    ['child-emergency', `/children/${child.id}/emergency`],
    ['child-adults', `/children/${child.id}/adults`],
    ['child-papers', `/children/${child.id}/papers`],
    ['child-needs', `/children/${child.id}/needs`],
    ['child-firsts', `/children/${child.id}/firsts`],
    ['child-protection', `/children/${child.id}/protection`],
    ['children-needs', '/children/needs'],
    ['children-ending', '/children/adults/ending'],
    ['children-protection', '/children/protection'],
    ['adult', `/children/adults/${adult.id}`],
    ['child-outings', `/children/${child.id}/outings`],
    ['child-timeline', `/children/${child.id}/timeline`],
    ['children-milestones', '/children/milestones'],
    ['child-health', `/children/${child.id}/health`],
    ['child-card', `/children/${child.id}/card`],
    ['children-vaccines', '/children/vaccines'],
    ['children-scheme', '/children/scheme'],
    ['children-room', '/children/room'],
    ['children-room-sheet', '/children/room/2026-10-20'],
    ['outings', '/outings'],
    ['outing-new', '/outings/new'],
    ['outing', `/outings/${outing.id}`],
    ['permissions', '/permissions'],
    ['permission', `/permissions/${outing.permissionId}`],
    ['settings-signing', '/settings/signing'],
    ['gate', '/gate'],
    ['gate-sheet', '/gate/sheet'],
    ['gate-log', '/gate/log'],
    ['month', '/month'],
    ['month-export', '/month/2026-10/export'],
    ['imports', '/imports'],
    ['settings', '/settings'],
    ['settings-staff', '/settings/staff'],
    ['settings-roles', '/settings/roles'],
    ['settings-rules', '/settings/rules'],
    ['settings-certificates', '/settings/certificates'],
    ['batches', '/batches'],
    ['tasks', '/tasks'],
    ['settings-audit', '/settings/audit'],
    ['settings-password', '/settings/password'],
  ]
}

/** How long nothing must change on a page until what it reads is taken to be shown. */
const QUIET_MS = 220

async function visit(page: Page, path: string): Promise<void> {
  // A round takes longer than a person may leave her desk.
  await must(page, 'office.stillHere', {})
  await go(page, path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(
    (quiet) =>
      new Promise<void>((done) => {
        const finish = (): void => {
          watch.disconnect()
          clearTimeout(timer)
          clearTimeout(limit)
          done()
        }
        let timer = setTimeout(finish, quiet)
        const limit = setTimeout(finish, 20 * quiet)
        const watch = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(finish, quiet)
        })
        watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
      }),
    QUIET_MS,
  )
}

/** What a person would stumble over on a page, whatever it shows. */
async function stumbles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth + 1)
      found.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth} px`)
    const key = /^(?!.*\.(?:xlsx|csv|json)$)[a-z]+(\.[a-z][A-Za-z-]*){1,4}$/
    for (const node of document.querySelectorAll('main *, nav *, header *'))
      for (const child of node.childNodes)
        if (child.nodeType === Node.TEXT_NODE && key.test(child.textContent?.trim() ?? ''))
          found.push(`a key for a word: ${child.textContent}`)
    if (/undefined|NaN|\[object|Invalid Date/.test(document.body.innerText)) found.push('a value that is none')
    return found
  })
}

/** What axe finds wrong. Axe stays in the page from address to address, and describing what is well costs more than looking. */
async function violations(page: Page, rules?: readonly string[]) {
  const isThere = await page.evaluate(() => 'axe' in window)
  const axe = new AxeBuilder(isThere ? { page, axeSource: 'undefined' } : { page })
  // Without frames there is nothing to join in a second page, which Electron would not open anyway.
  axe.setLegacyMode().options({ resultTypes: ['violations'] })
  if (rules) axe.withRules([...rules])
  const found = await axe.analyze()
  return found.violations.map(({ id, impact, nodes }) => ({
    isSerious: impact === 'serious' || impact === 'critical',
    sentence: `axe ${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary?.split('\n')[1] ?? ''}`,
  }))
}

/** Looks at every page, keeps its picture under a name, and gathers what is wrong with it. */
async function round(
  { page, name }: Host,
  suffix: string,
  look: (page: Page) => Promise<readonly string[]>,
): Promise<string[]> {
  mkdirSync(`${screens}${name}`, { recursive: true })
  const problems: string[] = []
  for (const [title, path] of await addresses(page)) {
    await visit(page, path)
    await page.screenshot({ path: `${screens}${name}/${title}-${suffix}.png` })
    problems.push(...(await look(page)).map((each) => `${title}: ${each}`))
  }
  return problems
}

/** In one language: nothing serious for axe, no sideways scrolling, no missing word. */
export async function roundIn(host: Host, language: 'es' | 'en'): Promise<string[]> {
  await must(host.page, 'office.setLanguage', { language })
  await host.page.reload()
  return round(host, language, async (page) => {
    const found = await stumbles(page)
    // The same page in other words gives axe nothing new on a second host.
    if (host.name === 'electron' && language === 'en') return found
    const serious = (await violations(page)).filter((each) => each.isSerious)
    return [...found, ...serious.map((each) => each.sentence)]
  })
}

/** In the dark: every word holds its contrast. */
export async function roundInTheDark(host: Host): Promise<string[]> {
  await host.page.emulateMedia({ colorScheme: 'dark' })
  return round(host, 'dark', async (page) => (await violations(page, ['color-contrast'])).map((each) => each.sentence))
}
