/** Her line of time on the page, and her history of activities on paper. */
import type { Output } from '../../../shared/contract'
import { circlesRead } from '../../../shared/contract/alerts.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { KEEP_APART_READERS } from '../../../shared/contract/keep-apart.contract'
import { AREAS, type personFileContract } from '../../../shared/contract/person-file.contract'
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { atCenter } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { CHILDREN } from '../../../shared/kernel/roles'
import { legalName } from '../../../shared/kernel/text'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { historyPaper } from './history.pdf'
import * as file from './life-file.rules'
import * as life from './life.rules'
import * as repo from './life.repo'
import { hoursText } from './pack.rules'
import { findPerson } from './people.repo'

type Parsed<Name extends keyof typeof personFileContract> = ParsedInputOf<(typeof personFileContract)[Name]>

/** All that happened to her here, as far as the role may know, of the areas asked for; all if none is. */
export async function listLife(
  look: Look,
  input: Parsed<'people.life'>,
): Promise<Outcome<Output<'people.life'>, 'unknown-person'>> {
  if (!(await findPerson(look.db, input.id))) return refuse('unknown-person')
  const all = life.withOwnPages(await entriesOf(look, input.id), input.id)
  const wanted = all.filter((each) => input.areas.length === 0 || input.areas.includes(each.area))
  return done({
    entries: life.inTimeOrder(wanted),
    counts: AREAS.map((area) => ({ area, count: all.filter((each) => each.area === area).length })).filter(
      ({ count }) => count > 0,
    ),
  })
}

async function entriesOf({ db, actor, today }: Look, id: string): Promise<life.Entry[]> {
  const viewer: life.Viewer = {
    readsSensitive: SENSITIVE_READERS.includes(actor.role),
    readsPairs: KEEP_APART_READERS.includes(actor.role),
  }
  const circles = circlesRead(actor.role)
  const { stays, absences } = await repo.listStaysAndAbsences(db, id)
  const { places, pauses } = await repo.listPlacesAndPauses(db, id)
  const { waits, offers } = await repo.listWaitsAndOffers(db, id)
  const { consents, intakes } = await repo.listConsentsAndIntakes(db, id)
  const zone = await repo.findTimezone(db)
  const papers = await repo.listPapers(db, id)
  const events = await repo.listRecordEvents(db, id)
  return [
    ...life.stayEntries(stays, absences),
    ...life.waitEntries(viewer, waits, offers),
    ...life.placeEntries(viewer, places, pauses),
    ...life.monthEntries(viewer, await repo.listMonths(db, id)),
    ...life.certificateEntries(viewer, await repo.listCertificates(db, id)),
    ...(CHILDREN.includes(actor.role) ? file.childEntries(await repo.listChildDays(db, id)) : []),
    ...file.consentEntries(consents, intakes),
    ...file.alertEntries(
      viewer,
      circles.length > 0 ? await repo.listAlertDays(db, id, circles) : [],
      viewer.readsPairs ? await repo.listPairDays(db, id) : [],
      today,
    ),
    ...file.recordEntries(
      papers.map((paper) => ({ ...paper, day: atCenter(paper.issuedAt, zone).day })),
      events.map((event) => ({ ...event, day: atCenter(event.at, zone).day })),
    ),
  ]
}

/** The steps that print her history of activities. */
export const printHistory = (tools: Tools) =>
  paperSteps(historyPaper, tools.render, (input: Parsed<'people.printHistory'>, look) => historyOf(look, input))

const EVER = '0001-01-01'

/** What goes on paper: stays, groups with hours and certificates. No absence with its reason, no alert, no child. */
async function historyOf(
  look: Look,
  input: Parsed<'people.printHistory'>,
): Promise<Outcome<PaperWish, 'unknown-person' | 'end-before-start'>> {
  const person = await findPerson(look.db, input.id)
  if (!person) return refuse('unknown-person')
  const { from, until } = input
  if (from && until && until < from) return refuse('end-before-start', undefined, 'until')
  const last = until ?? look.today
  // Groups of a sensitive axis are on no history, whoever prints it: the paper goes to people we do not know.
  const all = await repo.listActivities(look.db, input.id, from ?? EVER, last)
  const shown = all.filter((each) => each.sensitive === 0)
  const { stays } = await repo.listStaysAndAbsences(look.db, input.id)
  const words = wordsIn(PAPER_LANGUAGE)
  return done({
    title: `${words('paper.people.history')} · ${person.facts.fileNumber}`,
    subjectId: person.id,
    facts: {
      person: { name: legalName(person.facts), fileNumber: person.facts.fileNumber },
      from,
      until: last,
      stays: stays
        .filter((stay) => stay.admittedOn <= last && (stay.leftOn === null || stay.leftOn >= (from ?? EVER)))
        .sort((a, b) => (a.admittedOn < b.admittedOn ? -1 : 1))
        .map(({ admittedOn, leftOn }) => ({ admittedOn, leftOn })),
      activities: shown.map(({ sensitive: _open, minutes, ...each }) => ({ ...each, hours: hoursText(minutes) })),
      hours: hoursText(shown.reduce((sum, each) => sum + each.minutes, 0)),
    },
  })
}
