/** Who an adult is: the document shown, and when two records may be the same person. */
import type { KeptAdult, NewAdult } from '../../../shared/contract/child-adults.contract'
import { fold, squeeze } from '../../../shared/kernel/text'

/** As the paper itself is headed; an order finds a person by these words and the last four characters. */
const DOCUMENT_WORDS = {
  ine: 'INE',
  passport: 'Pasaporte',
  licence: 'Licencia',
  professional: 'Cédula',
  consular: 'Matrícula',
} as const

const LAST = 4

/**
 * The document as it is kept: of a listed kind never more than the last four characters of its number, so that the
 * register holds no whole identity number. Undefined if there are not four.
 */
export function keptDocument(
  kind: NewAdult['documentKind'],
  written: string | null,
): Pick<KeptAdult, 'document' | 'documentLast4'> | undefined {
  if (kind === null || kind === 'other') return { document: written && squeeze(written), documentLast4: null }
  const signs = (written ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (signs.length < LAST) return undefined
  const documentLast4 = signs.slice(-LAST)
  return { document: `${DOCUMENT_WORDS[kind]} ${documentLast4}`, documentLast4 }
}

/** An adult as typed, as it is kept; undefined if the document is incomplete. */
export function keptAdult(adult: NewAdult): KeptAdult | undefined {
  const document = keptDocument(adult.documentKind, adult.document)
  return (
    document && {
      fullName: squeeze(adult.fullName),
      documentKind: adult.documentKind,
      ...document,
      phone: adult.phone && squeeze(adult.phone),
      address: adult.address && squeeze(adult.address),
      description: adult.description,
    }
  )
}

interface Somebody {
  readonly id?: string | null
  readonly fullName: string
  readonly document: string | null
}

/** True if the two may be one person: the same record, the same name, or the same document under another name. */
export const mayBeSame = (a: Somebody, b: Somebody): boolean =>
  (!!a.id && a.id === b.id) ||
  fold(a.fullName) === fold(b.fullName) ||
  (!!a.document && !!b.document && fold(a.document) !== '' && fold(a.document) === fold(b.document))

/** True if the register would hold the same person twice: the same name, and no documents that tell two people apart. */
export const isSameAdult = (a: Somebody, b: Somebody): boolean =>
  fold(a.fullName) === fold(b.fullName) && (!a.document || !b.document || fold(a.document) === fold(b.document))
