/**
 * The first sheets of a woman's folder: what is in it, whom she may turn to, and pictures of her work. It leaves with
 * her, so it says who issued it and never where (docs/domain.md §2.5), also in what the file says of itself.
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { innerWidth, pageFrame, reprintLine, ruledTable, smallerIfLong } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  issuer: z.string(),
  contact: z.string(),
  place: z.string(),
  name: z.string(),
  certificates: z.array(
    z.strictObject({
      title: z.string(),
      hours: z.int(),
      folio: z.string(),
      issuedOn: civilDate,
      validUntil: civilDate.nullable(),
    }),
  ),
  statements: z.array(z.strictObject({ title: z.string(), folio: z.string(), issuedOn: civilDate })),
  contacts: z.array(z.strictObject({ name: z.string(), offers: z.string(), reachedAt: z.string() })),
  /** Base64; only those she agreed to. */
  photos: z.array(
    z.strictObject({
      caption: z.string(),
      workshop: z.string().nullable(),
      takenOn: civilDate.nullable(),
      picture: z.base64(),
    }),
  ),
})
type Facts = z.output<typeof facts>

export const folderPaper = definePaper({
  type: 'people.folder',
  prefix: 'CF',
  facts,
  build: (folder, words) => ({
    ...pageFrame(
      {
        center: folder.issuer,
        folio: folder.sheet.folio,
        foot: words('people.folder.foot', { day: formatDay(folder.sheet.printedOn, words.language) }),
        reprint: reprintLine(folder.sheet, words),
      },
      words,
      { title: words('paper.people.folder'), subtitle: folder.name },
    ),
    // SECURITY: the usual producer names this program, and so the kind of place that uses it.
    info: {
      title: `${words('paper.people.folder')} ${folder.sheet.folio}`,
      author: folder.issuer,
      creator: folder.issuer,
      producer: folder.issuer,
    },
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      ...part(words('people.folder.certificates'), certificates(folder, words)),
      ...(folder.statements.length > 0 ? part(words('people.folder.statements'), statements(folder, words)) : []),
      ...part(words('people.folder.contacts'), contacts(folder, words)),
      ...(folder.photos.length > 0 ? part(words('people.folder.photos'), photos(folder, words)) : []),
    ],
  }),
})

const part = (title: string, content: Content): Content[] => [
  { text: title, bold: true, fontSize: 12, margin: [0, 10, 0, 4], headlineLevel: 1 },
  content,
]
const quiet = (text: string): Content => ({ text, italics: true, fontSize: 10 })

function certificates({ certificates: rows }: Facts, words: Words): Content {
  if (rows.length === 0) return quiet(words('people.folder.noCertificates'))
  const day = (value: string) => formatDay(value, words.language)
  return ruledTable({
    fontSize: 10,
    lineHeight: 1.05,
    widths: ['*', 40, 140, 92],
    head: [
      words('people.folder.course'),
      words('people.folder.hours'),
      words('people.folder.folio'),
      words('people.folder.issued'),
    ],
    rows: rows.map((row) => [
      {
        text: row.validUntil
          ? `${row.title} (${words('people.folder.validUntil', { day: day(row.validUntil) })})`
          : row.title,
        fontSize: smallerIfLong(row.title, 60, 10, 8),
      },
      String(row.hours),
      { text: row.folio, fontSize: 9 },
      day(row.issuedOn),
    ]),
  })
}

const statements = ({ statements: rows }: Facts, words: Words): Content =>
  ruledTable({
    fontSize: 10,
    lineHeight: 1.05,
    widths: ['*', 140, 92],
    head: [words('people.folder.document'), words('people.folder.folio'), words('people.folder.issued')],
    rows: rows.map((row) => [row.title, { text: row.folio, fontSize: 9 }, formatDay(row.issuedOn, words.language)]),
  })

function contacts(folder: Facts, words: Words): Content {
  const own = folder.contact
    ? [{ name: folder.issuer, offers: words('people.folder.issuerOffers'), reachedAt: folder.contact }]
    : []
  const rows = [...own, ...folder.contacts]
  if (rows.length === 0) return quiet(words('people.folder.noContacts'))
  return ruledTable({
    fontSize: 10,
    lineHeight: 1.05,
    widths: [150, '*', 170],
    head: [words('people.folder.who'), words('people.folder.offers'), words('people.folder.reachedAt')],
    rows: rows.map((row) => [row.name, row.offers, row.reachedAt]),
  })
}

const GAP = 18
const HEIGHT = 190

/** Two side by side; each whole on its page, with what it shows beneath. */
function photos({ photos: all }: Facts, words: Words): Content {
  const width = (innerWidth() - GAP) / 2
  const pairs = Array.from({ length: Math.ceil(all.length / 2) }, (_, at) => all.slice(at * 2, at * 2 + 2))
  return {
    stack: pairs.map((pair) => ({
      unbreakable: true,
      columnGap: GAP,
      margin: [0, 0, 0, 12],
      columns: pair.map((photo) => ({
        width,
        stack: [
          ...(photo.picture ? [{ image: dataOf(photo.picture), fit: [width, HEIGHT] as [number, number] }] : []),
          { text: photo.caption, fontSize: 10, margin: [0, 3, 0, 0] },
          {
            fontSize: 8.5,
            color: '#333333',
            text: [photo.workshop, photo.takenOn && formatDay(photo.takenOn, words.language)]
              .filter(Boolean)
              .join(' · '),
          },
        ],
      })),
    })),
  }
}

/** PNGs begin with iVBOR in base64, JPEGs with /9j/. */
const dataOf = (base64: string): string => `data:image/${base64.startsWith('iVBOR') ? 'png' : 'jpeg'};base64,${base64}`
