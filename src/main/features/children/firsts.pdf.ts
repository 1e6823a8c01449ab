/**
 * The first times of a child, on a page that her mother keeps and the child will read one day: no code, no center, no
 * word of where they lived.
 */
import type { Column, Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import { formatLongDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { rule, innerWidth, sheetFrame } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const first = z.strictObject({
  day: civilDate,
  what: z.string(),
  withWhom: z.string().nullable(),
  /** As the page shows it: a data address, never a file. */
  photo: z
    .string()
    .regex(/^data:image\/(jpeg|png);base64,[A-Za-z0-9+/]+=*$/)
    .nullable(),
})
const facts = z.strictObject({
  sheet,
  issuer: z.string(),
  name: z.string(),
  givenNames: z.string(),
  firsts: z.array(first),
})

const PHOTO = { width: 150, height: 112 }

function entry(each: z.output<typeof first>, words: Words): Content {
  const said: Column = {
    width: '*',
    stack: [
      { text: formatLongDay(each.day, words.language), fontSize: 9.5 },
      { text: each.what, fontSize: 15, bold: true, lineHeight: 1.15, margin: [0, 2, 0, 2] },
      ...(each.withWhom ? [{ text: words('children.firstsPaper.with', { who: each.withWhom }), fontSize: 11 }] : []),
    ],
  }
  return {
    unbreakable: true,
    stack: [
      {
        margin: [0, 8, 0, 8],
        columnGap: 16,
        columns: each.photo
          ? [{ width: PHOTO.width, image: each.photo, fit: [PHOTO.width, PHOTO.height] }, said]
          : [said],
      },
      rule(innerWidth()),
    ],
  }
}

/** A child's page of first times. */
export const firstsPaper = definePaper({
  type: 'children.firsts',
  prefix: 'PV',
  facts,
  build: (page, words) => ({
    ...sheetFrame({ ...page.sheet, center: page.issuer }, words, {
      title: words('children.firstsPaper.title', { name: page.givenNames }),
      subtitle: page.name,
    }),
    content: page.firsts.map((each) => entry(each, words)),
  }),
})
