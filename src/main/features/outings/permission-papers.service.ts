/** The papers of a whole permission, and of a month. */
import type { Input } from '../../../shared/contract'
import { OUTING_KINDS } from '../../../shared/contract/outings.contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { spokenFacts } from '../../../shared/i18n/facts'
import { formatMonth } from '../../../shared/i18n/format'
import { firstDayOf, lastDayOf } from '../../../shared/kernel/civil-date'
import { done, refuse } from '../../../shared/kernel/outcome'
import { spokenName } from '../../../shared/kernel/text'
import { paperSteps } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { gridOf } from '../children'
import { outingConsentPaper } from './consent.pdf'
import { isPlan, judge, nowOf, type Judged } from './judge.service'
import { monthSummaryPaper } from './month-summary.pdf'
import { summaryOf } from './month-summary.rules'
import * as repo from './outings.repo'
import { reasonsAsPlanned } from './outings.service'
import { nightsIn } from './pace.rules'
import { planPaper } from './plan-paper.pdf'
import { countAttempts, findIssuer, listCodes } from './papers.repo'
import { signaturesOf } from './permissions.service'
import { readPermission, type Opened } from './permission-state.service'
import { ON_PAPER } from './print-permission.service'

/** The lines that are still to be made; a permission without any is not printed. */
async function printable(look: Look, id: string) {
  const opened = await readPermission(look, id)
  if (!opened) return refuse('permission-unknown')
  const open = opened.judged.filter(isPlan)
  if (opened.state === 'draft' || opened.state === 'denied' || opened.state === 'cancelled' || open.length === 0)
    return refuse('permission-closed')
  return done({ ...opened, open })
}

/** Everything that stands against the permission on paper, in words: what is missing first. */
function obstaclesOf(look: Look, opened: Opened & { readonly open: readonly Judged[] }): string[] {
  const words = wordsIn(PAPER_LANGUAGE)
  const many = opened.open.length > 1
  const lines = opened.open.flatMap((each) => {
    const of = many ? `${spokenName(each.record)}: ` : ''
    return [
      ...each.missing.map((authorisation) => of + words('refusal.outing-signature-missing', { authorisation })),
      ...reasonsAsPlanned(each, nowOf(look))
        .filter((reason) => ON_PAPER.has(reason.code))
        .map((reason) => of + words(`refusal.${reason.code}`, spokenFacts(reason.facts, PAPER_LANGUAGE))),
    ]
  })
  return [...new Set(lines)]
}

async function planFacts(look: Look, input: Input<'outings.printPermission'>) {
  const found = await printable(look, input.id)
  if (!found.ok) return found
  const { permission, open, helpers } = found.value
  return done({
    title: permission.folio,
    subjectId: permission.id,
    facts: {
      issuer: await findIssuer(look.db),
      permission: permission.folio,
      kind: permission.kind,
      reason: permission.reason,
      destination: permission.destination,
      transport: permission.transport,
      phone: permission.phone,
      adult: permission.adultName,
      document: open[0]?.record.adultDocument ?? null,
      returner: permission.backAdultName,
      helpers: helpers.map((helper) => helper.name),
      note: permission.note,
      obstacles: obstaclesOf(look, found.value),
      lines: open.map((each) => ({
        folio: each.record.folio,
        child: spokenName(each.record),
        leavesOn: each.record.leavesOn,
        leavesAt: each.record.leavesAt,
        returnsOn: each.record.returnsOn,
        returnsAt: each.record.returnsAt,
        allergies: each.record.allergies,
        belongings: each.record.belongings,
        photo: each.record.photo,
        authorised: each.missing.length === 0 && permission.state === 'asked',
      })),
      signatures: signaturesOf(look, found.value).map((each) => ({
        authorisation: each.authorisation,
        of: each.child,
        signed: each.signed,
        signedOn: each.signedOn,
        evidence: each.evidence,
      })),
    },
  })
}

async function consentFacts(look: Look, input: Input<'outings.printConsent'>) {
  const found = await printable(look, input.id)
  if (!found.ok) return found
  const { permission, open } = found.value
  return done({
    title: permission.folio,
    subjectId: permission.id,
    facts: {
      issuer: await findIssuer(look.db),
      permission: permission.folio,
      reason: permission.reason,
      destination: permission.destination,
      transport: permission.transport,
      adult: permission.adultName,
      returner: permission.backAdultName,
      pages: [...new Set(open.map(({ record }) => record.childId))].flatMap((childId) => {
        const own = open.filter(({ record }) => record.childId === childId)
        const [first] = own
        return first === undefined
          ? []
          : [
              {
                child: spokenName(first.record),
                mother: spokenName(first.record.mother),
                times: own.map(({ record }) => ({
                  leavesOn: record.leavesOn,
                  leavesAt: record.leavesAt,
                  returnsOn: record.returnsOn,
                  returnsAt: record.returnsAt,
                })),
                allergies: first.record.allergies,
                belongings: first.record.belongings,
              },
            ]
      }),
    },
  })
}

const initialsOf = (name: { surname1: string; surname2: string | null; givenNames: string }): string =>
  [name.givenNames, name.surname1, name.surname2]
    .flatMap((part) => (part ? [`${part.trim().charAt(0).toLocaleUpperCase('es-MX')}.`] : []))
    .join('')

async function monthFacts(look: Look, { month }: Input<'outings.printMonth'>) {
  const [from, until] = [firstDayOf(month), lastDayOf(month)]
  const records = (await repo.listOutings(look.db, { from, until })).filter((record) => record.leavesOn >= from)
  if (records.length === 0) return refuse('nothing-to-print')
  const judged = await judge(look.db, records, nowOf(look))
  const childIds = [...new Set(records.map((record) => record.childId))]
  const codes = await listCodes(look.db, childIds)
  const grid = await gridOf(look.db, childIds)
  return done({
    title: formatMonth(month, PAPER_LANGUAGE),
    subjectId: null,
    about: `month ${month}`,
    facts: {
      month,
      children: childIds.length,
      attempts: await countAttempts(
        look.db,
        records.map((record) => record.id),
      ),
      kinds: summaryOf(
        OUTING_KINDS,
        judged.map(({ record, standing }) => ({
          kind: record.kind,
          state: standing.state,
          nights: nightsIn(record, month.slice(0, 4)),
        })),
      ),
      outings: judged.map(({ record, standing }) => ({
        folio: record.folio,
        code: codes.get(record.childId) ?? '',
        initials: initialsOf(record),
        kind: record.kind,
        relation:
          grid.find((line) => line.childId === record.childId && line.adultId === record.adultId)?.relation ?? null,
        leavesOn: record.leavesOn,
        returnsOn: record.returnsOn,
        out: record.out?.time ?? null,
        back: record.back?.time ?? null,
        state: standing.state,
        lateMinutes: standing.lateMinutes,
      })),
    },
  })
}

export const printPlan = (tools: Tools) =>
  paperSteps(planPaper, tools.render, (input: Input<'outings.printPermission'>, look) => planFacts(look, input))

export const printConsent = (tools: Tools) =>
  paperSteps(outingConsentPaper, tools.render, (input: Input<'outings.printConsent'>, look) =>
    consentFacts(look, input),
  )

export const printMonth = (tools: Tools) =>
  paperSteps(monthSummaryPaper, tools.render, (input: Input<'outings.printMonth'>, look) => monthFacts(look, input))
