/** Children, the adults who may and may not collect them, their outings, and the women's waiting list. */
import type { ImportRow, Reason } from '../../../shared/contract/imports.contract'
import { fold, listName } from '../../../shared/kernel/text'
import { BAD, cleanName, optionalText, readDay, readMoment, readTime, readYesNo, textOf } from './cells.rules'
import {
  codeKey,
  differences,
  pair,
  reason,
  settle,
  type AdultRow,
  type ChildAdultRow,
  type ChildRow,
  type OutingKind,
  type OutingRow,
  type Planning,
  type WaitRow,
} from './plan.rules'
import type { KnownSheet, RawRow } from './sheets.rules'

const CHILD_FIELDS = [
  'surname1',
  'surname2',
  'givenNames',
  'sex',
  'birthDate',
  'birthPrecision',
  'motherId',
  'livesHereFrom',
  'livesHereUntil',
  'curp',
] as const satisfies readonly (keyof ChildRow)[]

/** Plans every row of a list of children. */
export function planChildren(planning: Planning, sheet: KnownSheet): ImportRow[] {
  const seen = new Map<string, number>()
  return sheet.rows.map((raw) => {
    const read = readChild(planning, raw)
    if ('rejected' in read) return settle(planning, sheet, raw, { label: '', rejected: true, reasons: read.rejected })
    const { child, reasons } = read
    const key = codeKey(child.code)
    const label = `${child.code} · ${listName(child)}`
    const before = seen.get(key)
    seen.set(key, before ?? raw.row)
    if (before !== undefined)
      return settle(planning, sheet, raw, {
        label,
        duplicate: true,
        reasons: [reason('duplicate-in-file', { row: before, file: child.code })],
      })
    const { children } = planning.facts
    const stands = children.get(key)
    const comes: ChildRow = stands ? { ...child, id: stands.id, code: stands.code } : child
    const differ = stands ? differences<ChildRow>(stands, comes, CHILD_FIELDS).map(mothersByNumber(planning)) : []
    return settle(planning, sheet, raw, {
      label,
      reasons: stands && differ.length === 0 ? [] : [...differ, ...reasons],
      unchanged: !!stands && differ.length === 0,
      onlyIfChosen: differ.length > 0,
      write: () => {
        children.set(key, comes)
        ;(stands ? planning.writes.childChanges : planning.writes.children).push(comes)
      },
    })
  })
}

/** A mother is told by her file number, not by our id. */
function mothersByNumber(planning: Planning): (each: Reason) => Reason {
  const numberOf = (id: string): string =>
    [...planning.facts.people.values()].find((woman) => woman.id === id)?.fileNumber ?? '—'
  return (each) =>
    each.facts['field'] === 'motherId'
      ? reason(each.code, {
          field: 'motherId',
          stands: numberOf(String(each.facts['stands'])),
          comes: numberOf(String(each.facts['comes'])),
        })
      : each
}

const SEXES: Readonly<Record<string, 'M' | 'H' | 'X'>> = {
  m: 'M',
  mujer: 'M',
  femenino: 'M',
  nina: 'M',
  f: 'M',
  h: 'H',
  hombre: 'H',
  masculino: 'H',
  nino: 'H',
  x: 'X',
}

function readChild(planning: Planning, raw: RawRow): { rejected: Reason[] } | { child: ChildRow; reasons: Reason[] } {
  const rejected: Reason[] = []
  const reasons: Reason[] = []
  const code = textOf(raw.get('code')).toUpperCase()
  const names = {
    surname1: cleanName(raw.get('surname1')),
    surname2: cleanName(optionalText(raw.get('surname2'))) || null,
    givenNames: cleanName(raw.get('givenNames')),
  }
  const motherFile = textOf(raw.get('motherFile')).toUpperCase()
  const mother = planning.facts.people.get(codeKey(motherFile))
  if (code === '') rejected.push(reason('field-missing', { field: 'code' }))
  if (names.surname1 === '' || names.givenNames === '') rejected.push(reason('no-name'))
  if (!mother) rejected.push(reason('unknown-mother', { fileNumber: motherFile || '—' }))
  const day = (field: string): string | null => {
    const read = readDay(raw.get(field), planning.today)
    if (read === BAD) reasons.push(reason('field-unreadable', { field, written: textOf(raw.get(field)) }))
    return read === null || read === BAD ? null : read.day
  }
  const birth = readDay(raw.get('birthDate'), planning.today)
  const birthDate = day('birthDate')
  const approximate = birth !== null && birth !== BAD && birth.approximate
  if (approximate) reasons.push(reason('birth-approximate'))
  if (rejected.length > 0 || !mother) return { rejected }
  const sexWritten = fold(textOf(raw.get('sex')))
  const sex = SEXES[sexWritten] ?? null
  if (sexWritten !== '' && sex === null)
    reasons.push(reason('field-unreadable', { field: 'sex', written: textOf(raw.get('sex')) }))
  const curp =
    textOf(raw.get('curp'))
      .toUpperCase()
      .replace(/[\s-]+/g, '') || null
  if (curp)
    reasons.push(
      ...planning
        .checkCurp(curp, { ...names, birthDate: approximate ? null : birthDate, sex })
        .map((each) => reason(each, { curp })),
    )
  return {
    reasons,
    child: {
      id: planning.newId(),
      code,
      ...names,
      sex,
      birthDate,
      birthPrecision: birthDate === null ? 'unknown' : approximate ? 'approximate' : 'exact',
      motherId: mother.id,
      livesHereFrom: day('livesHereFrom'),
      livesHereUntil: day('livesHereUntil'),
      curp,
    },
  }
}

/** One person may be listed for several children: the same name with the same document is the same adult. */
export const adultKey = (adult: { fullName: string; document: string | null }): string =>
  `${fold(adult.fullName)} ${fold(adult.document ?? '')}`

/** Plans every row of a list of adults. */
export function planAdults(planning: Planning, sheet: KnownSheet): ImportRow[] {
  return sheet.rows.map((raw) => {
    const code = textOf(raw.get('code')).toUpperCase()
    const child = planning.facts.children.get(codeKey(code))
    const fullName = cleanName(raw.get('fullName'))
    const relation = textOf(raw.get('relation'))
    const rejected: Reason[] = []
    if (!child) rejected.push(reason('unknown-child', { code: code || '—' }))
    if (fullName === '') rejected.push(reason('no-name'))
    if (relation === '') rejected.push(reason('field-missing', { field: 'relation' }))
    const label = `${code} · ${fullName}`
    if (!child || rejected.length > 0) return settle(planning, sheet, raw, { label, rejected: true, reasons: rejected })
    return planAdult(planning, sheet, raw, label, child, { fullName, relation })
  })
}

function planAdult(
  planning: Planning,
  sheet: KnownSheet,
  raw: RawRow,
  label: string,
  child: ChildRow,
  who: { fullName: string; relation: string },
): ImportRow {
  const { facts, writes, newId } = planning
  const reasons: Reason[] = []
  const document = optionalText(raw.get('document'))
  const note = textOf(raw.get('note'))
  const forbiddenBy = orderIn(note)
  const written = readYesNo(raw.get('mayCollect'))
  // Whoever is not plainly allowed may not collect a child: the safe reading of an empty or odd cell.
  const mayCollect = written === true && forbiddenBy === null
  if (written === BAD || written === null)
    reasons.push(reason('field-unreadable', { field: 'mayCollect', written: textOf(raw.get('mayCollect')) || '—' }))
  if (written === true && forbiddenBy !== null) reasons.push(reason('forbidden-but-yes', { order: forbiddenBy }))
  const until = readDay(raw.get('validUntil'), planning.today)
  // A date that cannot be read must not make the permission last for ever.
  if (until === BAD)
    return settle(planning, sheet, raw, {
      label,
      rejected: true,
      reasons: [reason('bad-date', { written: textOf(raw.get('validUntil')) })],
    })
  if (note !== '' && forbiddenBy === null) reasons.push(reason('note-not-kept', { note }))
  const key = adultKey({ fullName: who.fullName, document })
  const known = facts.adults.get(key)
  const adult: AdultRow = known ?? {
    id: newId(),
    fullName: who.fullName,
    document,
    phone: optionalText(raw.get('phone')),
  }
  const linkKey = pair(child.id, adult.id)
  const stands = facts.childAdults.get(linkKey)
  const link: ChildAdultRow = {
    id: stands?.id ?? newId(),
    childId: child.id,
    adultId: adult.id,
    relation: who.relation,
    mayCollect,
    validUntil: until?.day ?? null,
    forbiddenBy,
  }
  const differ = stands
    ? differences<ChildAdultRow>(stands, link, ['relation', 'mayCollect', 'validUntil', 'forbiddenBy'])
    : []
  return settle(planning, sheet, raw, {
    label,
    unchanged: !!stands && differ.length === 0,
    onlyIfChosen: differ.length > 0,
    reasons: stands && differ.length === 0 ? [] : [...differ, ...reasons],
    write: () => {
      if (!known) writes.adults.push(adult)
      facts.adults.set(key, adult)
      facts.childAdults.set(linkKey, link)
      ;(stands ? writes.childAdultChanges : writes.childAdults).push(link)
    },
  })
}

/** The order that forbids, in `Prohibido acercarse: Oficio 1184/2026`; null if the note forbids nothing. */
function orderIn(note: string): string | null {
  if (!/prohib|no puede (acercarse|recoger)|restricci[oó]n|orden de (protecci|alejamiento)/i.test(note)) return null
  return /:\s*(.+)$/.exec(note)?.[1]?.trim() ?? note
}

/** Plans every row of a waiting list. */
export function planWaiting(planning: Planning, sheet: KnownSheet): ImportRow[] {
  return sheet.rows.map((raw) => {
    const fileNumber = textOf(raw.get('fileNumber')).toUpperCase()
    const title = textOf(raw.get('workshop'))
    const woman = planning.facts.people.get(codeKey(fileNumber))
    const workshop = planning.facts.workshops.get(fold(title))
    const day = readDay(raw.get('requestedOn'), planning.today)
    const rejected: Reason[] = []
    if (!woman) rejected.push(reason('unknown-woman', { fileNumber: fileNumber || '—' }))
    if (!workshop) rejected.push(reason('unknown-workshop', { title: title || '—' }))
    if (day === null || day === BAD)
      rejected.push(reason('bad-date', { written: textOf(raw.get('requestedOn')) || '—' }))
    const label = `${fileNumber} · ${title}`
    if (!woman || !workshop || day === null || day === BAD)
      return settle(planning, sheet, raw, { label, rejected: true, reasons: rejected })
    const key = pair(woman.id, workshop.id)
    const stands = planning.facts.waits.get(key)
    const wait: WaitRow = { id: planning.newId(), personId: woman.id, workshopId: workshop.id, requestedOn: day.day }
    const differ = stands ? differences<WaitRow>(stands, wait, ['requestedOn']) : []
    return settle(planning, sheet, raw, {
      label,
      unchanged: !!stands && differ.length === 0,
      duplicate: differ.length > 0,
      reasons: [
        ...differ,
        ...(differ.length > 0 ? [reason('waits-already')] : []),
        ...(!stands && woman.stay?.leftOn ? [reason('woman-left', { day: woman.stay.leftOn })] : []),
      ],
      write: () => {
        if (stands) return
        planning.facts.waits.set(key, wait)
        planning.writes.waits.push(wait)
      },
    })
  })
}

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
