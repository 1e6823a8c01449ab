/** What a woman agreed to: recorded from a signed paper, taken back on any day, printed as a form to sign. */
import type { Output } from '../../../shared/contract'
import type { consentsContract } from '../../../shared/contract/consents.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Act, Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { consentFormPaper } from './consent-form.pdf'
import { consentState, purposeStates } from './consent.rules'
import * as repo from './consent.repo'
import { findPerson } from './people.repo'

type Parsed<Name extends keyof typeof consentsContract> = ParsedInputOf<(typeof consentsContract)[Name]>

/** Each purpose with what holds, on which paper, and what she answered before. */
export async function listConsents(
  look: Look,
  input: Parsed<'people.consents'>,
): Promise<Outcome<Output<'people.consents'>, 'unknown-person'>> {
  const person = await findPerson(look.db, input.id)
  if (!person) return refuse('unknown-person')
  return done(purposeStates(await repo.listConsents(look.db, input.id), person.facts.consents))
}

/** Keeps what one signed paper says, purpose by purpose. */
export async function recordConsents(act: Act, input: Parsed<'people.recordConsents'>) {
  const { personId, answers, ...paper } = input
  const person = await findPerson(act.db, personId)
  if (!person) return refuse('unknown-person')
  if (paper.answeredOn > act.today) return refuse('day-in-the-future', undefined, 'answeredOn')
  if (new Set(answers.map((each) => each.purpose)).size < answers.length) return refuse('purpose-twice')
  const owner = await repo.ownerOfFolio(act.db, paper.folio)
  if (owner !== undefined && owner !== personId) return refuse('folio-of-another', { folio: paper.folio }, 'folio')
  const known = await repo.listConsents(act.db, personId)
  for (const { purpose } of answers) {
    const last = known.find((each) => each.isCurrent && each.purpose === purpose)
    const day = last?.withdrawnOn ?? last?.answeredOn
    if (day && paper.answeredOn < day) return refuse('before-last-answer', { day }, 'answeredOn')
  }
  const before = Object.fromEntries(
    answers.map(({ purpose }) => [
      purpose,
      consentState(
        purpose,
        known.find((each) => each.isCurrent && each.purpose === purpose),
        person.facts.consents,
      ),
    ]),
  )
  for (const answer of answers) await repo.insertConsent(act.trx, { personId, ...answer, ...paper }, act.now)
  await act.audit({
    event: 'consent.recorded',
    subjectType: 'person',
    subjectId: personId,
    before,
    after: { ...Object.fromEntries(answers.map(({ purpose, answer }) => [purpose, answer])), ...paper },
  })
  return done(null)
}

/** She takes a consent back; from that day nothing new is made of it. */
export async function withdrawConsent(act: Act, input: Parsed<'people.withdrawConsent'>) {
  const found = await repo.findConsent(act.db, input.id)
  if (!found) return refuse('unknown-consent')
  const { consent, personId, purpose } = found
  if (!consent.isCurrent || consent.answer === 'no' || consent.withdrawnOn !== null) return refuse('consent-not-given')
  if (input.withdrawnOn > act.today) return refuse('day-in-the-future', undefined, 'withdrawnOn')
  if (input.withdrawnOn < consent.answeredOn)
    return refuse('before-last-answer', { day: consent.answeredOn }, 'withdrawnOn')
  const withdrawn = { on: input.withdrawnOn, note: input.note || null }
  if (!(await repo.markWithdrawn(act.trx, input.id, input.version, withdrawn))) return refuse('stale')
  await act.audit({
    event: 'consent.withdrawn',
    subjectType: 'person',
    subjectId: personId,
    after: { purpose, withdrawnOn: input.withdrawnOn },
    reason: input.note || undefined,
  })
  return done(null)
}

/** The steps that print the form she signs or has read to her. */
export const printConsentForm = (tools: Tools) =>
  paperSteps(
    consentFormPaper,
    tools.render,
    async (input: Parsed<'people.printConsentForm'>, look): Promise<Outcome<PaperWish, 'unknown-person'>> => {
      const person = await findPerson(look.db, input.id)
      if (!person) return refuse('unknown-person')
      const words = wordsIn(PAPER_LANGUAGE)
      return done({
        title: `${words('paper.people.consentForm')} · ${person.facts.fileNumber}`,
        subjectId: person.id,
        // The legal name: a signature binds under it.
        facts: { person: { name: legalName(person.facts), fileNumber: person.facts.fileNumber } },
      })
    },
  )

/** Women whose rows stay here, for the month's bundle. */
export const withheldFromHeadquarters = (look: Pick<Look, 'db'>): Promise<ReadonlySet<string>> =>
  repo.listWithheld(look.db)
