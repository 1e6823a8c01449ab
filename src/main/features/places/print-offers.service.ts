/** Gathers the facts of the slips that women read: an offer, and where she stands. */
import type { Contract } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { listName, spokenName } from '../../../shared/kernel/text'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { findEditionInFull, listSensitiveWorkshops, listSlots } from './editions.repo'
import { offerSlipPaper } from './offer-slip.pdf'
import * as repo from './offer.repo'
import { hiddenWorkshops } from './sensitive.service'
import { findPaperFacts, findRoom } from './slips.repo'
import { turnSlipPaper } from './turn-slip.pdf'
import { waitRecord } from './wait.service'

type OffersInput = ParsedInputOf<Contract['places.printOffers']>
type TurnInput = ParsedInputOf<Contract['places.printTurn']>

/** The steps that print offer slips, one page each. */
export const printOffers = (tools: Pick<Tools, 'render'>) =>
  paperSteps(offerSlipPaper, tools.render, (input: OffersInput, look) => wishOffers(look, input))

/** The steps that print where a woman stands and why. */
export const printTurn = (tools: Pick<Tools, 'render'>) =>
  paperSteps(turnSlipPaper, tools.render, (input: TurnInput, look) => wishTurn(look, input))

async function wishOffers(
  look: Look,
  input: OffersInput,
): Promise<Outcome<PaperWish, 'unknown-offer' | 'offer-answered'>> {
  const offers = await repo.findOffers(look.db, input.ids)
  const hidden = await hiddenWorkshops(look)
  const known = offers.filter((offer) => !hidden.has(offer.workshopId))
  if (known.length < new Set(input.ids).size) return refuse('unknown-offer')
  if (offers.some((offer) => offer.answer !== null)) return refuse('offer-answered')
  const sensitive = await listSensitiveWorkshops(look.db)
  const slips = []
  for (const offer of offers) {
    const edition = await findEditionInFull(look.db, offer.editionId, look.today)
    if (!edition) return refuse('unknown-offer')
    slips.push({
      name: spokenName(offer),
      fileNumber: offer.fileNumber,
      dormitory: offer.dormitory,
      activity: sensitive.has(offer.workshopId) ? null : { title: offer.title, code: offer.code },
      room: await findRoom(look.db, edition.id),
      slots: (await listSlots(look.db, [edition.id])).map(({ weekday, startsAt, endsAt, week }) => ({
        weekday,
        startsAt,
        endsAt,
        week: week === 'every' ? null : week,
      })),
      startsOn: edition.startsOn > look.today ? edition.startsOn : look.today,
      untilOn: offer.untilOn,
    })
  }
  const { dormitoryWord } = await findPaperFacts(look.db)
  const [first] = offers
  return done({
    // The list of issued papers is read by more roles than the groups of a sensitive axis are.
    title: titleOf(offers.length, first && spokenName(first)),
    subjectId: offers.length === 1 ? (first?.personId ?? null) : null,
    about: offers.map((offer) => offer.id).join(' '),
    facts: { dormitoryWord, slips },
  })
}

const titleOf = (count: number, name: string | undefined): string => {
  const words = wordsIn(PAPER_LANGUAGE)
  return count === 1 && name ? words('places.slip.titleOne', { name }) : words('places.slip.titleMany', { count })
}

async function wishTurn(look: Look, input: TurnInput): Promise<Outcome<PaperWish, 'unknown-wait'>> {
  const found = await waitRecord(look, { id: input.waitId })
  if (!found.ok) return found
  const { wait, lines, of, steps } = found.value
  const { dormitoryWord } = await findPaperFacts(look.db)
  const words = wordsIn(PAPER_LANGUAGE)
  return done({
    title: words('places.turnSlip.title', { name: listName(wait) }),
    subjectId: wait.personId,
    about: wait.id,
    facts: {
      name: spokenName(wait),
      fileNumber: wait.fileNumber,
      dormitory: wait.dormitory,
      dormitoryWord,
      workshop: (await listSensitiveWorkshops(look.db)).has(wait.workshopId) ? null : wait.workshop,
      requestedOn: wait.requestedOn,
      state: wait.state,
      turn: wait.position,
      of,
      points: wait.points,
      lines,
      ahead: wait.ahead,
      offeredUntil: wait.offeredUntil,
      declinedBecause: wait.state === 'declined' ? (steps.at(-1)?.reason ?? null) : null,
    },
  })
}
