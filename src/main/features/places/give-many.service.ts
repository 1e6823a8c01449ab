/** Places from a pasted list: each line weighed, all given in one act that can be taken back as one. */
import type { Output } from '../../../shared/contract'
import type { BulkRow, candidatesContract } from '../../../shared/contract/candidates.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { PlaceWarning } from '../../../shared/contract/place-states'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome, type Refusal } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import { inBatch } from '../../platform/batches/batches'
import type { Act, Look } from '../../platform/seam/act'
import { listEditionsInFull, listSlots, type EditionInFull } from './editions.repo'
import { GIVE_TABLES, writePlace } from './give-place.service'
import { groupOf, unliftedReasons } from './give.rules'
import { judgePlaces, type Judgement } from './judge-places.service'
import {
  indexWomen,
  MOST_LINES,
  readPasted,
  sharedHour,
  whoIsMeant,
  type EditionHours,
  type ListedWoman,
  type PastedLine,
} from './pasted-list.rules'
import { hiddenWorkshops } from './sensitive.service'
import { listAllWomen } from './women.repo'

type Input<Name extends 'places.checkList' | 'places.giveMany'> = ParsedInputOf<(typeof candidatesContract)[Name]>

interface Pair {
  readonly personId: string
  readonly editionId: string
}

const keyOf = (pair: Pair): string => `${pair.personId} ${pair.editionId}`

/** The editions she who looks may plan: a hidden one is to her as if it were not there. */
async function editionsFor(look: Look): Promise<ReadonlyMap<string, EditionInFull>> {
  const hidden = await hiddenWorkshops(look)
  const all = await listEditionsInFull(look.db, look.today)
  return new Map(all.filter((edition) => !hidden.has(edition.workshopId)).map((edition) => [edition.id, edition]))
}

/** Reads the list line by line: ready, to be decided, or impossible, each with why. */
export async function checkList(
  look: Look,
  input: Input<'places.checkList'>,
): Promise<Outcome<Output<'places.checkList'>, 'list-too-long' | 'unknown-edition'>> {
  const editions = await editionsFor(look)
  if (input.editionId !== null && !editions.has(input.editionId)) return refuse('unknown-edition')
  const codes = new Map([...editions.values()].map((edition) => [fold(edition.code), edition.id]))
  const lines = readPasted(input.text, codes)
  if (lines.length > MOST_LINES) return refuse('list-too-long', { most: MOST_LINES })
  const women = await listAllWomen(look.db)
  const index = indexWomen(women)
  const byId = new Map(women.map((woman) => [woman.personId, woman]))
  const seen = new Map<string, number>()
  const read = lines.map((line): BulkRow => {
    const chosen = byId.get(input.chosen[String(line.line)] ?? '')
    const meant = chosen ? [chosen] : whoIsMeant(line.who, index)
    return resolved(line, meant, editions.get(line.editionId ?? input.editionId ?? ''), seen)
  })
  const wanted = read.flatMap((row) =>
    row.refusal === null && row.woman && row.editionId
      ? [{ personId: row.woman.personId, editionId: row.editionId }]
      : [],
  )
  const judged = await judgeTogether(look, editions, wanted, input.openedOn)
  return done({ rows: read.map((row) => weighedRow(look, row, judged)) })
}

const MOST_CHOICES = 8

/** What a line says, before anything is weighed. */
function resolved(
  line: PastedLine,
  meant: readonly ListedWoman[],
  edition: EditionInFull | undefined,
  seen: Map<string, number>,
): BulkRow {
  const woman = meant.length === 1 ? meant[0] : undefined
  const row: BulkRow = {
    line: line.line,
    text: line.text,
    group: 'impossible',
    woman: woman ? named(woman) : null,
    editionId: edition?.id ?? null,
    code: edition?.code ?? line.unknownCode,
    title: edition?.title ?? null,
    refusal: null,
    warnings: [],
    choices: [],
  }
  const no = (code: string, facts: Readonly<Record<string, string | number>> = {}): BulkRow => ({
    ...row,
    refusal: { code, facts },
  })
  if (meant.length === 0) return no('woman-not-found', { text: line.who.join(' ') })
  if (line.unknownCode !== null) return no('unknown-edition-code', { code: line.unknownCode })
  if (!edition) return no('no-edition-named')
  if (!woman)
    return {
      ...no('name-not-clear', { count: meant.length }),
      group: 'decide',
      choices: meant.slice(0, MOST_CHOICES).map((each) => ({ ...named(each), isHere: each.isHere })),
    }
  if (!woman.isHere) return no('person-not-here')
  const key = keyOf({ personId: woman.personId, editionId: edition.id })
  const before = seen.get(key)
  if (before !== undefined) return no('listed-twice', { line: before })
  seen.set(key, line.line)
  return row
}

const named = ({ personId, fileNumber, surname1, surname2, givenNames, chosenName }: ListedWoman) => ({
  personId,
  fileNumber,
  surname1,
  surname2,
  givenNames,
  chosenName,
})

function weighedRow(look: Look, row: BulkRow, judged: ReadonlyMap<string, Judgement>): BulkRow {
  const judgement =
    row.refusal === null && row.woman && row.editionId
      ? judged.get(keyOf({ personId: row.woman.personId, editionId: row.editionId }))
      : undefined
  if (!judgement) return row
  const warnings = [...judgement.warnings]
  const [hard] = judgement.hard
  if (hard) return { ...row, refusal: { code: hard.code, facts: { ...hard.facts } }, warnings }
  const group = groupOf(warnings, look.actor.role)
  const all = new Set(warnings.filter((each) => each.level === 'warn').map((each) => each.key))
  const [block] = group === 'impossible' ? unliftedReasons(warnings, all, look.actor.role) : []
  return { ...row, group, warnings, refusal: block ? { code: block.code, facts: { ...block.facts } } : null }
}

/** Weighs all pairs of a list as if all were given: seats, turn, keeping apart, and hours within the list itself. */
async function judgeTogether(
  look: Look,
  editions: ReadonlyMap<string, EditionInFull>,
  wanted: readonly Pair[],
  openedOn: CivilDate,
): Promise<ReadonlyMap<string, Judgement>> {
  const judged = new Map<string, Judgement>()
  const named_ = [...new Set(wanted.map((pair) => pair.editionId))]
  for (const editionId of named_) {
    const edition = editions.get(editionId)
    if (!edition) continue
    const people = wanted.filter((pair) => pair.editionId === editionId).map((pair) => pair.personId)
    const from = openedOn < edition.startsOn ? edition.startsOn : openedOn
    const found = await judgePlaces(look, edition, { people, openedOn: from, together: true })
    for (const [personId, judgement] of found) judged.set(keyOf({ personId, editionId }), judgement)
  }
  const hours = await hoursOf(look, named_, editions)
  for (const [at, pair] of wanted.entries()) {
    const judgement = judged.get(keyOf(pair))
    const within = withinList(wanted.slice(0, at), pair, hours, editions)
    if (judgement && within.length > 0)
      judged.set(keyOf(pair), { ...judgement, warnings: [...within, ...judgement.warnings] })
  }
  return judged
}

async function hoursOf(
  look: Look,
  ids: readonly string[],
  editions: ReadonlyMap<string, EditionInFull>,
): Promise<ReadonlyMap<string, EditionHours>> {
  const slots = await listSlots(look.db, ids)
  return new Map(
    ids.flatMap((id) => {
      const edition = editions.get(id)
      const hers = slots.filter((slot) => slot.editionId === id)
      return edition ? [[id, { id, startsOn: edition.startsOn, endsOn: edition.endsOn, slots: hers }] as const] : []
    }),
  )
}

/** Two lines of one list that want the same hour of one woman: the later one clashes. */
function withinList(
  before: readonly Pair[],
  pair: Pair,
  hours: ReadonlyMap<string, EditionHours>,
  editions: ReadonlyMap<string, EditionInFull>,
): readonly PlaceWarning[] {
  const own = hours.get(pair.editionId)
  return before.flatMap((other) => {
    const others = other.personId === pair.personId ? hours.get(other.editionId) : undefined
    const hour = own && others ? sharedHour(own, others) : null
    if (!hour || !others) return []
    return [
      {
        key: `clash:list:${others.id}:${String(hour.weekday)}:${hour.startsAt}`,
        kind: 'clash' as const,
        level: 'block' as const,
        says: 'same-list',
        facts: {
          title: editions.get(others.id)?.title ?? '—',
          weekday: hour.weekday,
          hours: `${hour.startsAt}–${hour.endsAt}`,
        },
      },
    ]
  })
}

/** Gives all places of a checked list, or none: what has changed since it was checked is checked again. */
export async function giveMany(act: Act, input: Input<'places.giveMany'>) {
  const editions = await editionsFor(act)
  if (input.rows.some((row) => !editions.has(row.editionId))) return refuse('unknown-edition')
  const judged = await judgeTogether(act, editions, input.rows, input.openedOn)
  const twice = new Set(input.rows.map(keyOf)).size < input.rows.length
  const reasons = input.rows.map((row) => unmet(act, judged.get(keyOf(row)), row.keys))
  const changed = reasons.filter((each) => each.length > 0).length
  if (changed > 0 || twice) return refuse('list-changed', { count: changed })
  const reason = input.reason ?? ''
  const asking = input.rows.filter((row) => asks(judged.get(keyOf(row)))).length
  if (asking > 0 && reason === '') return refuse('place-needs-reason', { count: asking }, 'reason')
  const codes = [...new Set(input.rows.map((row) => editions.get(row.editionId)?.code ?? ''))]
  const name = {
    kind: 'places-given',
    title: codes.join(', '),
    ...(codes.length === 1 ? { subjectId: input.rows[0]?.editionId ?? '' } : {}),
  }
  const written = await inBatch(act, name, GIVE_TABLES, async () => {
    for (const row of input.rows) {
      const [edition, judgement] = [editions.get(row.editionId), judged.get(keyOf(row))]
      if (!edition || !judgement) return refuse('unknown-edition')
      const openedOn = input.openedOn < edition.startsOn ? edition.startsOn : input.openedOn
      const despite = asks(judgement) ? { keys: [...row.keys], reason } : null
      await writePlace(act, edition, { personId: row.personId, openedOn, judgement, despite })
    }
    return done(null)
  })
  if (!written.ok) return written
  return done({ batchId: written.value.batchId, given: input.rows.length, editions: codes.length })
}

const asks = (judgement: Judgement | undefined): boolean =>
  judgement?.warnings.some((warning) => warning.level !== 'info') ?? false

const unmet = (look: Look, judgement: Judgement | undefined, keys: readonly string[]): readonly Refusal[] =>
  judgement
    ? [...judgement.hard, ...unliftedReasons(judgement.warnings, new Set(keys), look.actor.role)]
    : [{ code: 'unknown-person' }]
