/** Children, and the adults who may and may not collect them. */
import type { ImportRow, Reason } from '../../../shared/contract/imports.contract'
import { fold, listName } from '../../../shared/kernel/text'
import { BAD, cleanName, optionalText, readDay, readYesNo, textOf } from './cells.rules'
import { codeKey, differences, pair, reason, settle, type Planning } from './plan.rules'
import { type AdultRow, type ChildAdultRow, type ChildRow } from './plan-rows.rules'
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
  const ordered = orderIn(note)
  const until = readDay(raw.get('validUntil'), planning.today)
  // A date that cannot be read must not make the permission last for ever.
  if (until === BAD)
    return settle(planning, sheet, raw, {
      label,
      rejected: true,
      reasons: [reason('bad-date', { written: textOf(raw.get('validUntil')) })],
    })
  if (note !== '' && ordered === null) reasons.push(reason('note-not-kept', { note }))
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
  // A list may add an order; only whoever holds the paper that ends one may lift it.
  const forbiddenBy = ordered ?? stands?.forbiddenBy ?? null
  const written = readYesNo(raw.get('mayCollect'))
  // Whoever is not plainly allowed may not collect a child: the safe reading of an empty or odd cell.
  const mayCollect = written === true && forbiddenBy === null
  if (written === BAD || written === null)
    reasons.push(reason('field-unreadable', { field: 'mayCollect', written: textOf(raw.get('mayCollect')) || '—' }))
  if (written === true && forbiddenBy !== null) reasons.push(reason('forbidden-but-yes', { order: forbiddenBy }))
  const link: ChildAdultRow = {
    id: stands?.id ?? newId(),
    childId: child.id,
    adultId: adult.id,
    relation: who.relation,
    mayCollect,
    // Without a right there is no last day of it; beneath an order the right is left as it stands.
    validUntil: mayCollect ? (until?.day ?? null) : forbiddenBy === null ? null : (stands?.validUntil ?? null),
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
