/** `npm run demo`: a new center, its spreadsheets, all papers, the sealed month, and headquarters opening it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { createOffice, type Office } from '../../app/office'
import { openRenderer } from '../../platform/documents/render-in-worker'
import type { Output } from '../../../shared/contract'
import { centerFromFile } from '../../../shared/contract/center-file'
import { lastDayOf, type CivilMonth } from '../../../shared/kernel/civil-date'
import { callerOf, Refused, type Call } from './call'
import { importAll, type Unread } from './import-all'
import { openAsHeadquarters } from './headquarters'
import { printAll, type Desks } from './print-all'
import { monthIn, reportOf } from './report'
import { Stopwatch } from './stopwatch'

export interface DemoPlan {
  readonly input: string
  readonly out: string
  /** Folder of the built `papers-worker.js`. */
  readonly worker: string
}

/** Runs everything; 0 if all could be read, 1 otherwise. */
export async function runDemo(plan: DemoPlan): Promise<number> {
  if (!existsSync(join(plan.input, 'centro.json'))) {
    console.error(`No centro.json in ${plan.input}: it holds the center's settings and is needed first.`)
    return 1
  }
  for (const part of ['office', 'papers', 'usb', 'headquarters'])
    rmSync(join(plan.out, part), { recursive: true, force: true })
  mkdirSync(join(plan.out, 'usb'), { recursive: true })
  mkdirSync(join(plan.out, 'papers'), { recursive: true })
  const month = monthIn(plan.input)
  const renderer = openRenderer(join(plan.worker, 'papers-worker.js'))
  const office = openOffice(plan, renderer.render, month)
  try {
    return await runSteps(plan, office, month)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    console.error(error.message)
    return 1
  } finally {
    await office.close()
    await renderer.close()
  }
}

/** The demo's clock stands at the evening of the month's last day, so that the same input gives the same report. */
function openOffice(plan: DemoPlan, render: Parameters<typeof createOffice>[0]['render'], month: CivilMonth): Office {
  const clock = { now: () => `${lastDayOf(month)}T23:30:00.000Z` }
  const usb = join(plan.out, 'usb')
  return createOffice({
    folder: join(plan.out, 'office'),
    host: 'headless',
    clock,
    log: {
      failure: (where, error) => {
        console.error(where, error)
        return 1
      },
    },
    render,
    desk: {
      chooseFolder: () => Promise.resolve(usb),
      saveFile: (name, bytes) => {
        writeFileSync(join(plan.out, 'papers', name), bytes)
        return Promise.resolve(name)
      },
    },
    appVersion: 'demo',
  })
}

async function runSteps(plan: DemoPlan, office: Office, month: CivilMonth): Promise<number> {
  const watch = new Stopwatch()
  const client = office.connect(() => undefined)
  const call = callerOf(office, client)
  const identity = await generateX25519Identity()
  const coordination = callerOf(
    office,
    office.connect(() => undefined),
  )
  await watch.step('set up the center', () => setUp(plan, { direction: call, coordination }, identity))
  const imported = await watch.step('import the spreadsheets', () => importAll(plan.input, call))
  const papers = await watch.step('print the papers', () =>
    printAll(join(plan.out, 'papers'), { direction: call, coordination }, month),
  )
  const bundle = await watch.step('seal the bundle', () => seal(call, month))
  const publicKey = (await call('bundles.publicKey', {})).text
  await watch.step('open it as headquarters', () =>
    openAsHeadquarters({
      folder: join(plan.out, 'headquarters'),
      usb: join(plan.out, 'usb'),
      fileName: bundle.fileName,
      identity,
      publicKey,
    }),
  )
  const report = await watch.step('write the report', () => reportOf(office, call, month, imported))
  writeFileSync(join(plan.out, 'report.json'), `${JSON.stringify(report, null, 1)}\n`)
  watch.print([...imported.made, ...papers, `${bundle.fileName} (${bundle.bytes} bytes)`, 'report.json'])
  return complain(imported.unread)
}

async function setUp(plan: DemoPlan, { direction: call, coordination }: Desks, identity: string): Promise<void> {
  const settings = centerFromFile(readFileSync(join(plan.input, 'centro.json'), 'utf8'))
  if (!settings.ok) throw new Refused(`centro.json: ${JSON.stringify(settings.refusals)}`)
  // The demo's people are as invented as its women; nobody needs to know the password after the run.
  const password = randomBytes(24).toString('base64url')
  const hqRecipients = [await identityToRecipient(identity)]
  const recovery = await call('office.newRecovery', {})
  await call('office.setUp', {
    center: { ...settings.value, hqRecipients },
    staff: [
      { name: 'Dirección Demo', role: 'director', password },
      { name: 'Coordinación Demo', role: 'coordinator', password },
    ],
    recoveryRecipient: recovery.recipient,
  })
  await call('office.signIn', { name: 'Dirección Demo', password })
  await coordination('office.signIn', { name: 'Coordinación Demo', password })
}

async function seal(call: Call, month: CivilMonth): Promise<Output<'bundles.export'>> {
  const folder = await call('bundles.chooseFolder', {})
  if (!folder) throw new Refused('No folder for the bundle')
  return call('bundles.export', { period: month, folder: folder.token })
}

function complain(unread: readonly Unread[]): number {
  for (const each of unread) console.error(`Could not read ${each.file}: ${each.codes.join(', ')}`)
  return unread.length > 0 ? 1 : 0
}
