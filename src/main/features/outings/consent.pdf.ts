/**
 * What is read aloud to a mother before she says yes or no: large letters, one thought to a line. A page for each child.
 * She may keep a copy among her things, so it speaks of her child and of nobody else's.
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import { formatLongDay } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { civilDate, clockTime } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { label, rule, sheetFrame, thumbprintBox, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  issuer: z.string(),
  permission: z.string(),
  reason: z.string(),
  destination: z.string().nullable(),
  transport: z.string().nullable(),
  adult: z.string(),
  returner: z.string().nullable(),
  pages: z
    .array(
      z.strictObject({
        child: z.string(),
        mother: z.string(),
        times: z.array(
          z.strictObject({ leavesOn: civilDate, leavesAt: clockTime, returnsOn: civilDate, returnsAt: clockTime }),
        ),
        allergies: z.string().nullable(),
        belongings: z.string().nullable(),
      }),
    )
    .min(1),
})
type Facts = z.output<typeof facts>

export const outingConsentPaper = definePaper({
  type: 'outings.consent',
  prefix: 'CM',
  facts,
  build: (consent, words) => ({
    ...sheetFrame({ ...consent.sheet, center: consent.issuer }, words, {
      title: words('paper.outings.consent'),
      aside: consent.permission,
    }),
    content: consent.pages.map((page, n) => ({
      ...(n > 0 ? { pageBreak: 'before' as const } : {}),
      stack: [readAloud(consent, page, words), answers(words), signs(page, words)],
    })),
  }),
})

type Page = Facts['pages'][number]

/** One thought to a line, as it is spoken. */
function readAloud(consent: Facts, page: Page, words: Words): Content {
  const day = (at: string): string => formatLongDay(at, words.language)
  const lines = [
    words('outings.consent.hello', { mother: page.mother }),
    words('outings.consent.asks', { child: page.child }),
    ...page.times.map((each) =>
      each.leavesOn === each.returnsOn
        ? words('outings.consent.oneDay', { day: day(each.leavesOn), from: each.leavesAt, until: each.returnsAt })
        : words('outings.consent.overnight', {
            day: day(each.leavesOn),
            from: each.leavesAt,
            back: day(each.returnsOn),
            until: each.returnsAt,
          }),
    ),
    words('outings.consent.why', { reason: consent.reason }),
    words('outings.consent.with', { adult: consent.adult }),
    ...(consent.returner ? [words('outings.consent.returner', { adult: consent.returner })] : []),
    ...(consent.destination ? [words('outings.consent.where', { place: consent.destination })] : []),
    ...(consent.transport ? [words('outings.consent.how', { transport: consent.transport })] : []),
    ...(page.allergies ? [words('outings.consent.allergies', { allergies: page.allergies })] : []),
    ...(page.belongings ? [words('outings.consent.belongings', { belongings: page.belongings })] : []),
    words('outings.consent.free'),
    words('outings.consent.change'),
    words('outings.consent.nothing'),
  ]
  return {
    stack: lines.map((text) => ({
      text,
      fontSize: page.times.length > 4 ? 11.5 : 14,
      lineHeight: 1.1,
      margin: [0, 0, 0, 5],
    })),
  }
}

const choice = (text: string): Content => ({
  columnGap: 8,
  margin: [0, 0, 0, 6],
  columns: [
    { width: 16, stack: [tickBox(14)] },
    { width: '*', text, fontSize: 15 },
  ],
})

const answers = (words: Words): Content => ({
  unbreakable: true,
  margin: [0, 12, 0, 0],
  columnGap: 20,
  columns: [
    { width: '*', stack: [choice(words('outings.consent.yes')), choice(words('outings.consent.no'))] },
    { width: '*', stack: [choice(words('outings.consent.photoYes')), choice(words('outings.consent.photoNo'))] },
  ],
})

const signs = (page: Page, words: Words): Content => ({
  unbreakable: true,
  margin: [0, 30, 0, 0],
  columnGap: 24,
  columns: [
    {
      width: '*',
      stack: [
        rule(200, 0.6),
        { text: page.mother, fontSize: 11, bold: true, margin: [0, 2, 0, 0] },
        label(words('outings.consent.signature')),
      ],
    },
    {
      width: '*',
      stack: [rule(150, 0.6), { text: ' ', fontSize: 11 }, label(words('outings.consent.reader'))],
    },
    { width: 60, stack: [thumbprintBox(words, 56)] },
  ],
})
