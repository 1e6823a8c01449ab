/** What a renderer is asked for before anybody prints: parsing the fonts takes a second that the first paper would wait. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { CERTIFICATE_FONT, PAPER_FONT } from './fonts'

/** Given instead of a paper's type. */
export const WARM_UP = 'platform.warm-up'

const LETTERS = 'ABCDEFGHIJKLMNÑOPQRSTUVWXYZ abcdefghijklmnñopqrstuvwxyz áéíóúü 0123456789.,:;-'

/** A line in every face that most papers and all certificates are set in. Kept by nobody. */
export const warmUpPage: TDocumentDefinitions = {
  content: [PAPER_FONT, CERTIFICATE_FONT].flatMap((font) => [
    { font, text: LETTERS },
    { font, text: LETTERS, bold: true },
    ...(font === CERTIFICATE_FONT
      ? [
          { font, text: LETTERS, italics: true },
          { font, text: LETTERS, bold: true, italics: true },
        ]
      : []),
  ]),
}
