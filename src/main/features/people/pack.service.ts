/** Gathers a woman's release or transfer pack: fifteen minutes' warning is the rule (docs/domain.md §8.2). */
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { CHILDREN } from '../../../shared/kernel/roles'
import { legalName } from '../../../shared/kernel/text'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import { settingsOn } from '../../platform/settings/settings'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { decisionsOfWoman, type Decision } from '../certificates'
import { ageOn, gridOf, livesHere, mayOn } from '../children'
import { packPaper } from './pack.pdf'
import { hoursText, packState } from './pack.rules'
import * as pack from './pack.repo'
import * as repo from './people.repo'
import { listStays } from './stay.repo'

/** The steps that print a woman's pack. */
export const printPack = (tools: Tools) =>
  paperSteps(packPaper, tools.render, (input: { id: string }, look) => packOf(look, input))

/** What her pack holds. Groups of a sensitive axis are on it only for those who may know who goes there; the others' says so. */
async function packOf(look: Look, input: { id: string }): Promise<Outcome<PaperWish, 'unknown-person'>> {
  const person = await repo.findPerson(look.db, input.id)
  if (!person) return refuse('unknown-person')
  const stay = (await listStays(look.db, input.id))[0]
  const { ageLimitMonths } = await settingsOn(look.db, look.today)
  const words = wordsIn(PAPER_LANGUAGE)
  const isReader = SENSITIVE_READERS.includes(look.actor.role)
  const workshops = (await pack.listWorkshops(look.db, input.id)).filter((row) => isReader || !row.sensitive)
  const decisions = await decisionsOfWoman(look, input.id)
  const waits = await pack.listWaitsLeft(look.db, input.id, stay?.leftOn ?? null)
  const chosen = person.facts.chosenName
  return done({
    title: `${words('paper.people.pack')} · ${person.facts.fileNumber}`,
    subjectId: person.id,
    facts: {
      dormitoryWord: await pack.findDormitoryWord(look.db),
      person: {
        // The legal name: what she is handed must be hers before any authority (docs/domain.md §3.5).
        name: legalName(person.facts),
        chosenName: chosen === person.facts.givenNames ? null : chosen,
        fileNumber: person.facts.fileNumber,
        dormitory: stay?.dormitory ?? null,
        admittedOn: stay?.admittedOn ?? null,
        leftOn: stay?.leftOn ?? null,
        cause: stay?.leftCause ?? null,
      },
      workshops: workshops.map((row) => workshopOf(row, decisions.get(row.editionId))),
      waits: waits
        .filter((row) => isReader || !row.sensitive)
        .map(({ title, requestedOn }) => ({ title, requestedOn })),
      isPartial: !isReader,
      ...(await childrenOf(look, input.id, ageLimitMonths)),
    },
  })
}

/** A place that ended before it began: nothing of it is to be decided. */
const NOTHING_DECIDED: Pick<Decision, 'earned' | 'missing'> = { earned: false, missing: [] }

function workshopOf(row: pack.PackWorkshop, decision: Pick<Decision, 'earned' | 'missing'> = NOTHING_DECIDED) {
  const { code, title, folio, deliveredOn, attended, counted, evaluation, plannedHours } = row
  return {
    code,
    title,
    hours: hoursText(row.minutes),
    plannedHours,
    attended,
    counted,
    evaluation,
    folio,
    deliveredOn,
    state: packState({ folio, delivered: deliveredOn !== null, decision }),
  }
}

/** Her children who live here: in full for those who care for them, else how many. */
async function childrenOf(look: Look, motherId: string, limit: number) {
  const here = (await pack.listChildren(look.db, motherId)).filter((child) => livesHere(child, look.today))
  const count = { childrenCount: here.length }
  if (!CHILDREN.includes(look.actor.role)) return { ...count, children: null, outings: [] }
  const grid = await gridOf(
    look.db,
    here.map((child) => child.id),
  )
  const adults = grid.filter((line) => mayOn(line, 'take-out', look.today))
  const children = here.map((child) => {
    const age = ageOn(child, look.today, limit)
    return {
      code: child.code,
      name: legalName(child),
      months: age.months,
      limitDay: age.limitDay,
      approximate: age.approximate,
      collectors: adults
        .filter((adult) => adult.childId === child.id)
        .map(({ name, relation }) => ({ name, relation })),
    }
  })
  return { ...count, children, outings: await pack.listOpenOutings(look.db, motherId, look.today) }
}
