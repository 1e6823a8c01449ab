/** Outings of children: asked for, signed, and what came of them. */
import type { ImportRow, Reason } from '../../../shared/contract/imports.contract'
import { fold, listName } from '../../../shared/kernel/text'
import { BAD, optionalText, readDay, readMoment, readTime, textOf } from './cells.rules'
import { codeKey, differences, pair, reason, settle, type Planning } from './plan.rules'
import { type ChildRow, type OutingKind, type OutingRow } from './plan-rows.rules'
import type { KnownSheet, RawRow } from './sheets.rules'

const OUTING_WORDS: readonly (readonly [string, OutingKind])[] = [
  ['separacion', 'separation'],
  ['emergencia', 'emergency'],
  ['urgencia', 'emergency'],
  ['medic', 'medical'],
  ['hospital', 'medical'],
  ['vacuna', 'medical'],
  ['dental', 'medical'],
  ['escuela', 'school'],
  ['kinder', 'school'],
  ['guarderia', 'school'],
  ['cendi', 'school'],
  ['tramite', 'papers'],
  ['registro civil', 'papers'],
  ['acta', 'papers'],
  ['grupal', 'group'],
  ['paseo', 'group'],
  ['museo', 'group'],
  ['famil', 'family'],
  ['fin de semana', 'family'],
  ['abuel', 'family'],
]

/** Plans every row of a list of outings. */
export function planOutings(planning: Planning, sheet: KnownSheet): ImportRow[] {
  const seen = new Map<string, number>()
  return sheet.rows.map((raw) => {
    const read = readOuting(planning, raw)
    if ('rejected' in read)
      return settle(planning, sheet, raw, { label: read.label, rejected: true, reasons: read.rejected })
    const { outing, signed, reasons } = read
    const key = codeKey(outing.folio)
    const before = seen.get(key)
    seen.set(key, before ?? raw.row)
    if (before !== undefined)
      return settle(planning, sheet, raw, {
        label: read.label,
        duplicate: true,
        reasons: [reason('duplicate-in-file', { row: before, file: outing.folio })],
      })
    const stands = planning.facts.outings.get(key)
    if (!stands)
      return settle(planning, sheet, raw, {
        label: read.label,
        reasons,
        write: () => addOuting(planning, key, read),
      })
    const differ = [
      ...differences<OutingRow>(stands, { ...outing, id: stands.id }, OUTING_FIELDS),
      ...(stands.childId === outing.childId ? [] : [reason('folio-of-another-child')]),
      ...moved(read)
        .filter(({ direction, day, time }) => stands[direction] !== null && stands[direction] !== `${day} ${time}`)
        .map(({ direction, day, time }) =>
          reason('differs', { field: direction, stands: stands[direction] ?? '—', comes: `${day} ${time}` }),
        ),
    ]
    // Signatures and movements come later than the request: what the list has and we have not is added.
    const news =
      [...signed].some((each) => !stands.signed.has(each)) || moved(read).some((each) => !stands[each.direction])
    return settle(planning, sheet, raw, {
      label: read.label,
      unchanged: differ.length === 0 && !news,
      duplicate: differ.length > 0,
      reasons: differ.length > 0 ? [...differ, reason('change-by-hand')] : news ? reasons : [],
      write: differ.length > 0 ? undefined : () => completeOuting(planning, key, stands, read),
    })
  })
}

type Stands = Planning['facts']['outings'] extends Map<string, infer Row> ? Row : never

const moved = ({ out, back }: Pick<OutingRead, 'out' | 'back'>) => [
  ...(out ? [{ direction: 'out' as const, ...out }] : []),
  ...(back ? [{ direction: 'back' as const, ...back }] : []),
]

const OUTING_FIELDS = [
  'kind',
  'reason',
  'leavesOn',
  'leavesAt',
  'returnsOn',
  'returnsAt',
  'adultName',
  'note',
] as const satisfies readonly (keyof OutingRow)[]

interface OutingRead {
  readonly label: string
  readonly outing: OutingRow
  readonly signed: ReadonlySet<string>
  readonly out: { day: string; time: string } | null
  readonly back: { day: string; time: string } | null
  readonly reasons: Reason[]
}

function addOuting(planning: Planning, key: string, read: OutingRead): void {
  planning.writes.outings.push(read.outing)
  completeOuting(planning, key, { ...read.outing, signed: new Set(), out: null, back: null }, read)
}

function completeOuting(planning: Planning, key: string, stands: Stands, read: OutingRead): void {
  const { writes, newId, facts } = planning
  const outingId = stands.id
  for (const authorisation of read.signed)
    if (!stands.signed.has(authorisation)) writes.signatures.push({ outingId, authorisation })
  for (const { direction, day, time } of moved(read))
    if (!stands[direction])
      writes.movements.push({ id: newId(), outingId, direction, day, at: time, adultName: read.outing.adultName })
  facts.outings.set(key, {
    ...stands,
    signed: new Set([...stands.signed, ...read.signed]),
    out: stands.out ?? (read.out && `${read.out.day} ${read.out.time}`),
    back: stands.back ?? (read.back && `${read.back.day} ${read.back.time}`),
  })
}

function readOuting(planning: Planning, raw: RawRow): { label: string; rejected: Reason[] } | OutingRead {
  const rejected: Reason[] = []
  const reasons: Reason[] = []
  const folio = textOf(raw.get('folio')).toUpperCase()
  const code = textOf(raw.get('code')).toUpperCase()
  const child = planning.facts.children.get(codeKey(code))
  const label = `${folio || '—'} · ${child ? listName(child) : code}`
  const unreadable = (field: string): void => {
    rejected.push(reason('field-unreadable', { field, written: textOf(raw.get(field)) || '—' }))
  }
  const day = (field: string): string => {
    const read = readDay(raw.get(field), planning.today)
    if (read === null || read === BAD) unreadable(field)
    return read === null || read === BAD ? '' : read.day
  }
  const time = (field: string): string => {
    const read = readTime(raw.get(field))
    if (read === null || read === BAD) unreadable(field)
    return read === null || read === BAD ? '' : read
  }
  const moment = (field: string): { day: string; time: string } | null => {
    const read = readMoment(raw.get(field), planning.today)
    if (read === BAD) unreadable(field)
    return read === BAD ? null : read
  }
  if (folio === '') rejected.push(reason('field-missing', { field: 'folio' }))
  if (!child) rejected.push(reason('unknown-child', { code: code || '—' }))
  const span = {
    leavesOn: day('leavesOn'),
    leavesAt: time('leavesAt'),
    returnsOn: day('returnsOn'),
    returnsAt: time('returnsAt'),
  }
  const [out, back] = [moment('left'), moment('back')]
  if (rejected.length === 0 && `${span.returnsOn} ${span.returnsAt}` <= `${span.leavesOn} ${span.leavesAt}`)
    rejected.push(
      reason('ends-before-start', {
        from: `${span.leavesOn} ${span.leavesAt}`,
        until: `${span.returnsOn} ${span.returnsAt}`,
      }),
    )
  if (back && !out) rejected.push(reason('back-without-out'))
  if (out && back && `${back.day} ${back.time}` <= `${out.day} ${out.time}`) rejected.push(reason('back-before-out'))
  const adultName = textOf(raw.get('adultName'))
  if (adultName === '') rejected.push(reason('field-missing', { field: 'adultName' }))
  if (rejected.length > 0 || !child) return { label, rejected }

  const why = textOf(raw.get('reason'))
  const kind = OUTING_WORDS.find(([word]) => fold(why).includes(word))?.[1]
  if (!kind) reasons.push(reason('unknown-outing-kind', { written: why || '—' }))
  const escort = findEscort(planning, child, adultName)
  if (!escort.adultId && !escort.instructorId) reasons.push(reason('adult-not-listed', { name: adultName }))
  const signed = readSignatures(planning, textOf(raw.get('signatures')), reasons)
  return {
    label,
    reasons,
    signed,
    out,
    back,
    outing: {
      id: planning.newId(),
      folio,
      childId: child.id,
      kind: kind ?? 'family',
      reason: why || '—',
      ...span,
      adultName,
      ...escort,
      note: optionalText(raw.get('note')),
    },
  }
}

/** The adult of this child who bears the name, or else the instructor (a group outing). */
function findEscort(
  planning: Planning,
  child: ChildRow,
  name: string,
): { adultId: string | null; instructorId: string | null } {
  const { adults, childAdults, instructors } = planning.facts
  const adult = [...adults.values()].find(
    (each) => fold(each.fullName) === fold(name) && childAdults.has(pair(child.id, each.id)),
  )
  return { adultId: adult?.id ?? null, instructorId: adult ? null : (instructors.get(fold(name))?.id ?? null) }
}

/** Names as the center's settings spell them; one that the center does not ask for is kept and told. */
function readSignatures(planning: Planning, written: string, reasons: Reason[]): ReadonlySet<string> {
  const names = written.split(/\s*[,;/]\s*|\s+y\s+/).filter(Boolean)
  return new Set(
    names.map((name) => {
      const known = planning.facts.authorisations.find((each) => fold(each) === fold(name))
      if (!known) reasons.push(reason('unknown-authorisation', { written: name }))
      return known ?? name
    }),
  )
}
