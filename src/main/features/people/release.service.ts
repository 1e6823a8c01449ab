/** The day of release and the checks before it; the receipt for what a woman is handed, and its signature. */
import type { Task } from '../../../shared/contract/tasks.contract'
import type { HandedItem } from '../../../shared/contract/portfolio.contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { addDays } from '../../../shared/kernel/civil-date'
import { PLANNERS } from '../../../shared/kernel/roles'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { legalName, listName } from '../../../shared/kernel/text'
import { keepPaper, planPaper, type IssuedPaper, type PaperPlan } from '../../platform/documents/paper-steps'
import type { RenderedPaper } from '../../platform/documents/render'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import { issueSteps } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { deliverTaken } from '../certificates'
import { handoverPaper } from './handover.pdf'
import { findPerson } from './people.repo'
import * as portfolio from './portfolio.repo'
import type { Parsed } from './portfolio.service'
import * as repo from './release.repo'
import { releaseTasks, takenBy } from './release.rules'

export async function setReleaseDay(act: Act, input: Parsed<'people.setReleaseDay'>) {
  if (!(await findPerson(act.db, input.personId))) return refuse('unknown-person')
  const release = await repo.findRelease(act.db, input.personId)
  if (!release) return refuse('person-not-here')
  if (input.releasesOn <= act.today) return refuse('day-not-ahead', undefined, 'releasesOn')
  if (!(await repo.putReleaseDay(act.trx, release.stayId, input.releasesOn, input.version))) return refuse('stale')
  await act.audit({
    event: 'portfolio.release-day-set',
    subjectType: 'person',
    subjectId: input.personId,
    ...(release.releasesOn !== null && { before: { releasesOn: release.releasesOn } }),
    after: { releasesOn: input.releasesOn },
  })
  return done(null)
}

export async function checkRelease(act: Act, input: Parsed<'people.checkRelease'>) {
  if (!(await findPerson(act.db, input.personId))) return refuse('unknown-person')
  const release = await repo.findRelease(act.db, input.personId)
  if (!release) return refuse('person-not-here')
  const { stayId, releasesOn } = release
  if (releasesOn === null) return refuse('no-release-day')
  const { daysBefore } = input
  const made = await repo.listChecks(act.db, stayId)
  if (made.some((each) => each.daysBefore === daysBefore && each.releasesOn === releasesOn))
    return refuse('already-checked')
  const note = input.note || null
  await repo.insertCheck(act.trx, { stayId, daysBefore, releasesOn, note, checkedOn: act.today, by: act.actor.id })
  await act.audit({
    event: 'portfolio.checked',
    subjectType: 'person',
    subjectId: input.personId,
    after: { daysBefore, releasesOn, ...(note && { note }) },
  })
  return done(null)
}

/** Farthest check before a release, in days. */
const FIRST_CHECK = 30

/** What release folders ask to be checked: for who plans. */
export async function portfolioTasks({ db, actor, today }: Look): Promise<Task[]> {
  if (!PLANNERS.includes(actor.role)) return []
  const checks = await repo.listChecks(db)
  const releases = (await repo.listReleases(db, addDays(today, FIRST_CHECK))).flatMap((row) =>
    row.releasesOn === null
      ? []
      : [
          {
            stayId: row.stayId,
            personId: row.personId,
            name: listName(row),
            releasesOn: row.releasesOn,
            checked: checks.filter((each) => each.stayId === row.stayId),
          },
        ],
  )
  return releaseTasks(releases, today)
}

interface Plan {
  readonly personId: string
  readonly items: readonly HandedItem[]
  readonly paper: PaperPlan
}

type Refused = 'unknown-person' | 'not-hers' | 'stale'

export const printHandover = (tools: Tools) =>
  issueSteps<Parsed<'people.printHandover'>, IssuedPaper & { handoverId: string }, Refused, Plan, RenderedPaper>({
    async prepare(input, look) {
      const person = await findPerson(look.db, input.personId)
      if (!person) return refuse('unknown-person')
      const items = await known(look.db, input.personId, input.items)
      if (!items) return refuse('not-hers')
      const title = `${wordsIn(PAPER_LANGUAGE)('paper.people.handover')} · ${person.facts.fileNumber}`
      const facts = {
        person: { name: legalName(person.facts), fileNumber: person.facts.fileNumber },
        items: items.map(({ kind, what }) => ({ kind, what })),
      }
      const about = `${person.id} ${JSON.stringify(items)}`
      const paper = await planPaper(handoverPaper, { title, subjectId: person.id, about, facts }, look)
      return done({ personId: person.id, items, paper })
    },
    build: async ({ paper }) =>
      done(await tools.render(handoverPaper.type, { ...paper.facts, sheet: paper.sheet }, PAPER_LANGUAGE)),
    async record(rendered, act, { personId, items, paper }) {
      const kept = await keepPaper(act, handoverPaper, paper, rendered)
      if (!kept.ok) return kept
      const of = { personId, paperId: kept.value.id, items, on: act.today }
      return done({ ...kept.value, handoverId: await repo.insertHandover(act.trx, of) })
    },
  })

/** The items with what they are called here; undefined if one with a folio is none of hers. */
async function known(db: ReadDb, personId: string, items: readonly HandedItem[]): Promise<HandedItem[] | undefined> {
  const certificates = new Map(
    (await portfolio.listHeld(db, personId)).map((each) => [each.id, `${each.title} · ${each.folio}`]),
  )
  const statements = new Map(
    (await portfolio.listCarried(db, personId)).map((each) => [each.paperId, `${each.title} · ${each.folio}`]),
  )
  const found = items.map((item): HandedItem | undefined => {
    if (item.kind === 'folder' || item.kind === 'other') return { ...item, id: null }
    const what = (item.kind === 'certificate' ? certificates : statements).get(item.id ?? '')
    return what === undefined ? undefined : { ...item, what }
  })
  return found.every((item) => item !== undefined) ? found : undefined
}

async function openHandover(
  act: Act,
  id: string,
): Promise<
  Outcome<
    NonNullable<Awaited<ReturnType<typeof repo.findHandover>>>,
    'unknown-handover' | 'already-signed' | 'handover-cancelled'
  >
> {
  const found = await repo.findHandover(act.db, id)
  if (!found) return refuse('unknown-handover')
  if (found.signedOn !== null) return refuse('already-signed', { day: found.signedOn })
  return found.cancelledOn === null ? done(found) : refuse('handover-cancelled')
}

/** The receipt came back signed: who took what, and when. The certificates on it are delivered by the same act. */
export async function signHandover(act: Act, input: Parsed<'people.signHandover'>) {
  const found = await openHandover(act, input.id)
  if (!found.ok) return found
  const { signedOn, how, receivedBy, leftHere } = input
  if (signedOn > act.today) return refuse('day-in-the-future', { today: act.today }, 'signedOn')
  if (signedOn < found.value.printedOn) return refuse('before-printing', { day: found.value.printedOn }, 'signedOn')
  const set = { signed_on: signedOn, signed_how: how, received_by: receivedBy, recorded_by: act.actor.id }
  if (!(await repo.markHandover(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({
    event: 'portfolio.handed-over',
    subjectType: 'person',
    subjectId: found.value.personId,
    after: {
      folio: found.value.folio,
      items: found.value.items.map((item) => item.what),
      signedOn,
      how,
      receivedBy,
      leftHere,
    },
  })
  const release = await repo.findRelease(act.db, found.value.personId)
  return deliverTaken(act, {
    certificateIds: found.value.items.flatMap(({ kind, id }) =>
      kind === 'certificate' && id !== null && !leftHere.includes(id) ? [id] : [],
    ),
    on: signedOn,
    to: takenBy(receivedBy, signedOn, release ?? null),
    receivedBy,
  })
}

export async function cancelHandover(act: Act, input: Parsed<'people.cancelHandover'>) {
  const found = await openHandover(act, input.id)
  if (!found.ok) return found
  if (!(await repo.markHandover(act.trx, input.id, input.version, { cancelled_on: act.today }))) return refuse('stale')
  await act.audit({
    event: 'portfolio.handover-cancelled',
    subjectType: 'person',
    subjectId: found.value.personId,
    before: { folio: found.value.folio },
    reason: input.reason,
  })
  return done(null)
}
