/** Papers of the gate: the day's list for a gate without a computer, the list of a group, the sheet of who did not return. */
import type { Input } from '../../../shared/contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { spokenFacts, whyNot } from '../../../shared/i18n/facts'
import { formatDay } from '../../../shared/i18n/format'
import { atCenter, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { CHILDREN } from '../../../shared/kernel/roles'
import { inOrder, listName, spokenName } from '../../../shared/kernel/text'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { casesOf, reasonsAt, withoutWords, type GateCase } from './gate-cases.service'
import { gateDayPaper } from './gate-day.pdf'
import * as gateRepo from './gate.repo'
import { groupListPaper } from './group-list.pdf'
import { findChildOf, findPlan } from './group.repo'
import { isOutside } from './movement.rules'
import { protocolPaper } from './protocol.pdf'
import { nowOf } from './judge.service'
import { findRules } from './surroundings.repo'

const phonesOf = async (look: Look) =>
  (await gateRepo.listContacts(look.db)).map(({ name, phone }) => ({ name, phone }))

/** Whoever is to leave, judged as planned: what could still be signed on the day must not stand printed as a no. */
const plannedAt = ({ record }: GateCase) => ({ day: record.leavesOn, time: record.leavesAt })

/** The list of a day: who leaves and who is still out. Also printed with the morning's papers. */
export async function gateDayWish(look: Look, day: CivilDate) {
  const cases = await casesOf(look.db, await gateRepo.listOfGate(look.db, day), nowOf(look))
  const open = cases.filter(({ movement }) => movement.state === 'scheduled' || isOutside(movement.state))
  if (open.length === 0) return null
  const words = wordsIn(PAPER_LANGUAGE)
  const lines = open.map((each) => {
    const { record, seen } = each
    const [first] = seen.out ? [] : reasonsAt(each, plannedAt(each), null)
    return {
      folio: record.folio,
      child: listName(record),
      adult: record.adultName,
      adultDocument: record.adultDocument,
      leavesAt: record.leavesAt,
      returnsOn: record.returnsOn,
      returnsAt: record.returnsAt,
      stopped: first ? whyNot(first.code, spokenFacts(withoutWords(first.facts), PAPER_LANGUAGE), words) : '',
      out: seen.out && (seen.out.day === day ? seen.out.time : formatDay(seen.out.day, PAPER_LANGUAGE)),
    }
  })
  return {
    title: `${words('paper.outings.gateDay')} · ${formatDay(day, PAPER_LANGUAGE)}`,
    subjectId: null,
    about: `gate ${day}`,
    facts: { day, lines, contacts: await phonesOf(look) },
  }
}

export const printGateDay = (tools: Tools) =>
  paperSteps(gateDayPaper, tools.render, async (input: Input<'outings.printGateDay'>, look) => {
    const wish = await gateDayWish(look, input.day)
    return wish ? done(wish) : refuse('gate-day-empty')
  })

/** For the job of the morning: only for those who may know the children. */
export const morningGate = async (look: Look, day: CivilDate) =>
  CHILDREN.includes(look.actor.role) ? gateDayWish(look, day) : null

export const printGroupList = (tools: Tools) =>
  paperSteps(
    groupListPaper,
    tools.render,
    async (input: Input<'outings.printGroupList'>, look): Promise<Outcome<PaperWish, 'outing-unknown'>> => {
      const ids = await gateRepo.listOfPermission(look.db, input.permissionId, input.day)
      const cases = await casesOf(look.db, ids, nowOf(look))
      const [first] = cases
      const plan = await findPlan(look.db, input.permissionId)
      if (!first || !plan) return refuse('outing-unknown')
      const { record } = first
      const words = wordsIn(PAPER_LANGUAGE)
      const children = cases
        .map((each) => ({
          folio: each.record.folio,
          child: listName(each.record),
          may: each.seen.out !== null || reasonsAt(each, plannedAt(each), null).length === 0,
        }))
        .sort((a, b) => inOrder(a.child, b.child))
      return done({
        title: `${words('paper.outings.groupList')} · ${plan.folio} · ${formatDay(input.day, PAPER_LANGUAGE)}`,
        subjectId: input.permissionId,
        about: `${input.permissionId} ${input.day}`,
        facts: {
          folio: plan.folio,
          reason: plan.reason,
          destination: plan.destination,
          transport: plan.transport,
          leavesOn: record.leavesOn,
          leavesAt: record.leavesAt,
          returnsOn: record.returnsOn,
          returnsAt: record.returnsAt,
          adults: [{ name: record.adultName, duty: 'lead' }, ...plan.helpers],
          children,
          contacts: await phonesOf(look),
        },
      })
    },
  )

export const printProtocol = (tools: Tools) =>
  paperSteps(
    protocolPaper,
    tools.render,
    async (
      input: Input<'outings.printProtocol'>,
      look,
    ): Promise<Outcome<PaperWish, 'outing-unknown' | 'outing-not-late'>> => {
      const [each] = await casesOf(look.db, [input.id], nowOf(look))
      if (!each) return refuse('outing-unknown')
      const { record, seen, movement, facts } = each
      if (!seen.out || (movement.state !== 'late' && movement.state !== 'not-returned'))
        return refuse('outing-not-late')
      const { timezone } = await findRules(look.db)
      const child = await findChildOf(look.db, input.id)
      const plan = await findPlan(look.db, seen.permissionId)
      const line = facts.grid.find((one) => one.adultId === record.adultId)
      const words = wordsIn(PAPER_LANGUAGE)
      return done({
        title: `${words('paper.outings.protocol')} · ${record.folio}`,
        subjectId: record.id,
        facts: {
          folio: record.folio,
          child: spokenName(record),
          born: child?.birthDate ?? null,
          mother: spokenName(record.mother),
          adult: record.adultName,
          relation: child?.relation ?? null,
          adultDocument: seen.out.documentSeen ?? line?.document ?? record.adultDocument,
          phone: seen.phone,
          destination: plan?.destination ?? null,
          left: { day: seen.out.day, time: seen.out.time },
          due: { day: record.returnsOn, time: record.returnsAt },
          now: nowOf(look),
          lateMinutes: movement.lateMinutes,
          belongings: seen.belongings,
          calls: seen.calls.map(({ step, note, at }) => ({ step, note, time: atCenter(at, timezone).time })),
          contacts: await gateRepo.listContacts(look.db),
        },
      })
    },
  )
