/** The month's figures, and what of it would leave. */
import type { Input, Output } from '../../../shared/contract'
import { lastDayOf, monthOf, type CivilMonth } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fingerprintOf } from '../../platform/crypto/age'
import type { Look } from '../../platform/seam/act'
import type { FilledTable } from './bundle-tables.rules'
import { factsForBundle, findCenter, lastSequence, listExports } from './bundles.repo'
import { bundleName, fillTables } from './bundles.rules'
import { factsForMonth } from './month.repo'
import { monthFigures } from './month.rules'
import { listNames } from './names.repo'
import { withoutNames } from './names.rules'
import { withheldFromHeadquarters } from '../people'

export async function month(
  look: Look,
  input: Input<'bundles.month'>,
): Promise<Outcome<Output<'bundles.month'>, never>> {
  return done(monthFigures(await factsForMonth(look.db, input.period), input.period, look.today))
}

export async function list(look: Look): Promise<Outcome<Output<'bundles.list'>, never>> {
  return done(await listExports(look.db))
}

/** Every table and column that a bundle of this month would hold, with its reason, before anything is sealed. */
export async function preview(
  look: Look,
  input: Input<'bundles.preview'>,
): Promise<Outcome<Output<'bundles.preview'>, 'period-ahead'>> {
  if (input.period > monthOf(look.today)) return refuse('period-ahead')
  const center = await centerOf(look)
  const sequence = (await lastSequence(look.db)) + 1
  return done({
    period: input.period,
    over: look.today > lastDayOf(input.period),
    sequence,
    fileName: bundleName(center.code, input.period, sequence),
    supplementOf: await supplementedBy(look, input.period),
    withheld: await countWithheld(look, input.period),
    recipients: center.recipients.map((recipient) => ({ recipient, fingerprint: fingerprintOf(recipient) })),
    tables: (await leavingTables(look, input.period)).map(previewTable),
  })
}

/** The tables of a month as they leave. SECURITY: rows are pseudonymous, but titles are typed by people. */
export const leavingTables = async (look: Look, period: string): Promise<FilledTable[]> =>
  withoutNames(
    fillTables(await factsForBundle(look.db, period), period, await withheldFromHeadquarters(look)),
    await listNames(look.db),
  )

/** How many women of the month did not agree that their rows leave: told before anything is sealed. */
async function countWithheld(look: Look, period: CivilMonth): Promise<number> {
  const withheld = await withheldFromHeadquarters(look)
  const { stays } = await factsForBundle(look.db, period)
  return new Set(stays.map((stay) => stay.personId).filter((id) => withheld.has(id))).size
}

const previewTable = ({ table, rows }: FilledTable): Output<'bundles.preview'>['tables'][number] => ({
  name: table.name,
  rows: rows.length,
  columns: table.columns.map((column) => ({
    name: column.name,
    kind: column.type.kind,
    why: column.why,
    values: column.type.kind === 'text' ? [...new Set(rows.map((row) => String(row[column.name])))].sort() : null,
  })),
})

/** The center as bundles need it: code, name, recipients. */
export async function centerOf(look: Look): Promise<{ code: string; name: string; recipients: string[] }> {
  const center = await findCenter(look.db)
  if (!center) throw new Error('The center is not set up')
  return { code: center.code, name: center.name, recipients: JSON.parse(center.hqRecipients) as string[] }
}

/** The first bundle of a period, which a further one completes; null if there is none yet. */
export async function supplementedBy(look: Look, period: CivilMonth): Promise<number | null> {
  const earlier = (await listExports(look.db)).filter((each) => each.period === period)
  return earlier.length > 0 ? Math.min(...earlier.map((each) => each.sequence)) : null
}
