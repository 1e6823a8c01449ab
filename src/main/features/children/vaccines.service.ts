/** Doses as they are recorded, and what is due or overdue: of all children, on the page and on the list for the health service. */
import type { Output } from '../../../shared/contract'
import type { childHealthContract } from '../../../shared/contract/child-health.contract'
import type { DueChild } from '../../../shared/contract/child-health-facts'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { atCenter, type Instant } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder, legalName, listName, squeeze } from '../../../shared/kernel/text'
import { inBatch } from '../../platform/batches/batches'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Act, Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { ageFacts, dayFault, findHealthChild, nameOfScheme, schemeInForce } from './health.service'
import { checkLines, doseKey, doseLines, lateness, openLines } from './scheme.rules'
import * as repo from './health.repo'
import { findIssuer } from './scheme.repo'
import { vaccinesDuePaper } from './vaccines-due.pdf'

type Parsed<Name extends keyof typeof childHealthContract> = ParsedInputOf<(typeof childHealthContract)[Name]>

/** Records doses of one child or of a vaccination day; all of it can be taken back as one. */
export async function recordDoses(act: Act, input: Parsed<'children.recordDoses'>) {
  const scheme = await schemeInForce(act.db, act.today)
  const known = await repo.listDoses(act.db)
  const facts: repo.DoseFacts[] = []
  for (const each of input.doses) {
    const child = await findHealthChild(act.db, each.childId)
    if (!child) return refuse('unknown-child')
    const fault = dayFault(child, each.day, act.today)
    if (fault) return fault
    const key = doseKey(each)
    const theirs = known.filter((dose) => dose.childId === child.id && doseKey(dose) === key)
    const given = theirs.find((dose) => dose.outcome === 'done')
    const twice = facts.some((other) => other.childId === child.id && doseKey(other) === key)
    if (given || twice)
      return refuse('dose-done-already', { name: listName(child), dose: `${each.vaccine} ${each.dose}` })
    // One spelling for one dose, so that it is found again whichever scheme is in force.
    const spelt = scheme.doses.find((row) => doseKey(row) === key) ?? theirs[0] ?? each
    const { outcome, reason } = input
    facts.push({
      ...{ childId: child.id, vaccine: squeeze(spelt.vaccine), dose: squeeze(spelt.dose) },
      ...{ outcome, day: each.day, reason, seenOnCard: outcome === 'done' && input.seenOnCard, schemeId: scheme.id },
    })
  }
  return writeDoses(act, facts)
}

async function writeDoses(act: Act, facts: readonly repo.DoseFacts[]) {
  const title = wordsIn(PAPER_LANGUAGE)('children.health.batch', {
    count: facts.length,
    day: formatDay(act.today, PAPER_LANGUAGE),
  })
  const written = await inBatch<null, never>(act, { kind: 'children-doses', title }, ['vaccine_dose'], async () => {
    await repo.insertDoses(act.trx, facts, { at: act.now, by: act.actor.id })
    return done(null)
  })
  if (!written.ok) return written
  for (const childId of new Set(facts.map((each) => each.childId)))
    await act.audit({
      event: 'child.doses-recorded',
      subjectType: 'child',
      subjectId: childId,
      after: facts
        .filter((each) => each.childId === childId)
        .map(({ vaccine, dose, outcome, day }) => ({ vaccine, dose, outcome, day })),
    })
  return done({ recorded: facts.length, batchId: written.value.batchId })
}

interface Recorded {
  readonly childId: string
  readonly recordedAt: Instant
}

/** What every child who lives here still needs; empty lists where nothing is open. */
export async function dueChildren(look: Look): Promise<DueChild[]> {
  const { db, today } = look
  const scheme = await schemeInForce(db, today)
  const doses = await repo.listDoses(db)
  const checks = await repo.listChecks(db)
  const children = await repo.listHealthChildren(db, { livingHereOn: today })
  const timezone = await repo.findTimezone(db)
  const of = <Row extends Recorded>(rows: readonly Row[], id: string) =>
    rows
      .filter((row) => row.childId === id)
      .map((row) => ({ ...row, recordedOn: atCenter(row.recordedAt, timezone).day }))
  return children
    .map((child): DueChild => {
      const { surname1, surname2, givenNames, birthDate } = child
      return {
        ...{ childId: child.id, surname1, surname2, givenNames, birthDate },
        age: ageFacts(child, today),
        blank: !doses.some((dose) => dose.childId === child.id),
        doses: openLines(doseLines(scheme.doses, of(doses, child.id), birthDate, today)).map(
          ({ vaccine, dose, state, until }) => ({ vaccine, dose, state, until }),
        ),
        checks: openLines(checkLines(scheme.checks, of(checks, child.id), birthDate, today)).flatMap(
          ({ milestone, state, until }) => (milestone === null ? [] : [{ milestone, state, until }]),
        ),
      }
    })
    .sort((a, b) => inOrder(listName(a), listName(b)))
}

/** The page of what is due, of the whole center. */
export async function due(look: Look): Promise<Outcome<Output<'children.due'>, never>> {
  const scheme = await schemeInForce(look.db, look.today)
  return done({ today: look.today, scheme: nameOfScheme(scheme), children: await dueChildren(look) })
}

/** The steps that print the list for the health service. */
export const printDue = (tools: Tools) =>
  paperSteps(vaccinesDuePaper, tools.render, (input: Parsed<'children.printDue'>, look) => wishDue(look, input))

async function wishDue(look: Look, input: Parsed<'children.printDue'>): Promise<Outcome<PaperWish, 'nobody-due'>> {
  const chosen = (await dueChildren(look)).filter(
    (child) => child.doses.length > 0 && (input.childIds?.includes(child.childId) ?? !child.blank),
  )
  if (chosen.length === 0) return refuse('nobody-due')
  const scheme = await schemeInForce(look.db, look.today)
  const { issuer, contact } = await findIssuer(look.db)
  const words = wordsIn(PAPER_LANGUAGE)
  return done({
    title: `${words('paper.children.vaccines-due')} · ${formatDay(look.today, PAPER_LANGUAGE)}`,
    about: [look.today, ...(input.childIds ?? [])].join(' '),
    subjectId: null,
    facts: {
      issuer,
      contact,
      day: look.today,
      schemeDay: scheme.sourceDay,
      children: chosen.map((child) => ({
        name: legalName(child),
        birthDate: child.birthDate,
        months: child.age.months,
        approximate: child.age.approximate,
        doses: child.doses.map(({ vaccine, dose, state }) => ({
          ...{ vaccine, dose },
          ...lateness(state, child.blank),
        })),
      })),
    },
  })
}
