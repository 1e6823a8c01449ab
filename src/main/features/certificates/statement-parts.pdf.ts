/**
 * What the papers share that a woman carries outside: the issuer's letterhead and nothing of the place, also in what the
 * file says of itself (docs/domain.md §2.5).
 */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatDayInWords, formatShortDay } from '../../../shared/i18n/format'
import { pageFrame, reprintLine, signatureLines } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

/** Facts of every paper that is handed out. */
export const outwardFacts = {
  sheet,
  issuer: z.string(),
  /** Where the issuer answers questions: headquarters. */
  contact: z.string(),
  /** Municipality and state, and nothing nearer. */
  place: z.string(),
  name: z.string(),
  signatories: z.array(z.strictObject({ name: z.string(), post: z.string() })),
  /** SHA-256 of the figures, in hexadecimal. */
  hash: z.string(),
}
type Outward = z.output<z.ZodObject<typeof outwardFacts>>

/** The sheet's own frame names the center and who printed it; this one names the issuer. */
export function outwardFrame(facts: Outward, words: Words, title: string): Partial<TDocumentDefinitions> {
  const { sheet: of, issuer } = facts
  const frame = pageFrame(
    {
      center: issuer,
      folio: of.folio,
      foot: words('statements.foot', {
        folio: of.folio,
        code: of.checkCode,
        day: formatDay(of.printedOn, words.language),
      }),
      reprint: reprintLine(of, words),
    },
    words,
    { title },
  )
  // SECURITY: the usual producer names this program, and so the kind of place that uses it.
  return { ...frame, info: { title: `${title} ${of.folio}`, author: issuer, creator: issuer, producer: issuer } }
}

/** Place and day, lines to sign on, where to ask, and the hash of what was stated. */
export function outwardEnd(facts: Outward, words: Words): Content {
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    stack: [
      { text: `${facts.place}, ${formatDayInWords(facts.sheet.printedOn, words.language)}.`, fontSize: 10.5 },
      {
        margin: [0, 16, 0, 0],
        stack: [
          signatureLines(
            facts.signatories.map(({ name, post }) => ({ as: post, name })),
            words,
            44,
          ),
        ],
      },
      checkLines(facts, words),
    ],
  }
}

/** How a reader may ask whether the paper is as it was issued. */
export const checkLines = (facts: Pick<Outward, 'contact' | 'hash' | 'sheet'>, words: Words): Content => ({
  margin: [0, 18, 0, 0],
  fontSize: 7.5,
  stack: [
    ...(facts.contact ? [words('statements.checkAt', { contact: facts.contact, folio: facts.sheet.folio })] : []),
    words('statements.hash', { hash: facts.hash.replace(/(.{4})(?=.)/g, '$1 ') }),
  ],
})

/** The days of one line, each with its year: `1 sep 2025 – 16 ene 2026`. */
export function spanWords(of: { readonly from: string; readonly until: string | null }, words: Words): string {
  const day = (value: string) => `${formatShortDay(value, words.language)} ${value.slice(0, 4)}`
  return of.until === null ? words('statements.since', { day: day(of.from) }) : `${day(of.from)} – ${day(of.until)}`
}
