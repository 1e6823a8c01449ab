/** How a paper is declared. A paper is a pure function of facts and words; the facts it may show are its schema. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { z } from 'zod'
import type { Words } from '../../../shared/i18n'

export interface Paper<Facts extends z.ZodType = z.ZodType> {
  /** `timetable.week`: slice and meaning; also the key of its title in i18n (`paper.<type>`). */
  readonly type: string
  /** Two letters that its folios begin with. */
  readonly prefix: string
  /** Strict: a fact that is not declared here cannot reach the paper (design §7). */
  readonly facts: Facts
  /** Built anew at each call: pdfmake alters what it is given. Header, footer and page numbers included. */
  build(facts: z.output<Facts>, words: Words): TDocumentDefinitions
}

/** A paper type whose builder and schema agree. */
export const definePaper = <Facts extends z.ZodType>(paper: Paper<Facts>): Paper<Facts> => paper
