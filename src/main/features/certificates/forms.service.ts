/** The register of blank forms: used in order for certificates, or spoiled with its cause; nothing is unaccounted for. */
import type { Input, Output } from '../../../shared/contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import { hiddenEditions } from './certificates.service'
import { whoActs } from './chain.service'
import * as repo from './forms.repo'
import { numbersFrom } from './forms.rules'
import { findStanding } from './standing.repo'

type Row = Output<'certificates.forms'>['rows'][number]

/** The register of a year; the names of groups that are not for her are left out. */
export async function forms(
  look: Look,
  input: Input<'certificates.forms'>,
): Promise<Outcome<Output<'certificates.forms'>, never>> {
  const thisYear = Number(look.today.slice(0, 4))
  const year = input.year ?? thisYear
  const hidden = await hiddenEditions(look)
  const rows = (await repo.listForms(look.db, year)).map((form): Row => {
    const { editionId, surname1, surname2, givenNames, chosenName, ...row } = form
    const secret = editionId !== null && hidden.has(editionId)
    return {
      ...row,
      purpose: row.purpose as Row['purpose'],
      spoiledCause: row.spoiledCause as Row['spoiledCause'],
      certificateId: secret ? null : row.certificateId,
      folio: secret ? null : row.folio,
      name:
        secret || surname1 === null ? null : listName({ surname1, surname2, givenNames: givenNames ?? '', chosenName }),
    }
  })
  const spoiled = rows.filter((row) => row.spoiledCause !== null).length
  return done({
    year,
    years: [...new Set([thisYear, ...(await repo.listFormYears(look.db))])].sort((a, b) => b - a),
    used: rows.length - spoiled,
    spoiled,
    rows,
  })
}

/** Forms used one after the other, as the printer took them. */
export async function useForms(act: Act, input: Input<'certificates.useForms'>) {
  const numbers = numbersFrom(input.first, input.certificateIds.length)
  const last = numbers?.at(-1)
  if (!numbers || last === undefined) return refuse('form-number', { number: input.first }, 'first')
  const [known] = await repo.listKnown(act.db, numbers)
  if (known !== undefined) return refuse('form-known', { number: known }, 'first')
  const hidden = await hiddenEditions(act)
  for (const id of input.certificateIds) {
    const certificate = await findStanding(act.db, id)
    if (!certificate) return refuse('unknown-certificate')
    if (hidden.has(certificate.editionId)) return refuse('sensitive-group')
  }
  const { purpose, first } = input
  const used = input.certificateIds.map((certificateId, at) => ({
    number: numbers[at] ?? '',
    purpose,
    certificateId,
    cause: null,
    note: null,
  }))
  await repo.insertForms(act.trx, used, { on: act.today, by: whoActs(act) })
  await act.audit({
    event: 'certificate.forms-used',
    subjectType: 'certificate',
    after: { first, last, count: used.length, purpose },
  })
  return done({ first: numbers[0] ?? first, last })
}

/** A form spoiled: blank, or after it had been used for a certificate. */
export async function spoil(act: Act, input: Input<'certificates.spoilForm'>) {
  const { number, cause, note } = input
  if (cause === 'other' && note === null) return refuse('note-missing', undefined, 'note')
  const known = await repo.findForm(act.db, number)
  if (known?.spoiledCause) return refuse('form-spoiled', { number }, 'number')
  if (known) await repo.spoilForm(act.trx, known.id, { cause, note })
  else
    await repo.insertForms(act.trx, [{ number, purpose: 'other', certificateId: null, cause, note }], {
      on: act.today,
      by: whoActs(act),
    })
  await act.audit({
    event: 'certificate.form-spoiled',
    subjectType: 'certificate',
    subjectId: known?.certificateId ?? undefined,
    after: { number, cause, ...(note && { note }) },
  })
  return done(null)
}
