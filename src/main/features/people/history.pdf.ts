/**
 * Her history of activities between two days, for her file: which groups, for how many hours, what came of them, which
 * certificates. Nothing of her health, her children, her trouble with others or the reasons of an absence.
 */
import type { Content } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatDay, formatLongDay, formatPercent } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const activity = z.strictObject({
  code: z.string(),
  title: z.string(),
  openedOn: civilDate,
  endedOn: civilDate.nullable(),
  result: z.enum(['completed', 'partial', 'not-completed']).nullable(),
  attended: z.int(),
  counted: z.int(),
  hours: z.string(),
  folio: z.string().nullable(),
})
const facts = z.strictObject({
  sheet,
  person: z.strictObject({ name: z.string(), fileNumber: z.string() }),
  from: civilDate.nullable(),
  until: civilDate,
  stays: z.array(z.strictObject({ admittedOn: civilDate, leftOn: civilDate.nullable() })),
  activities: z.array(activity),
  /** Of all of them together. */
  hours: z.string(),
})
type Facts = z.output<typeof facts>

export const historyPaper = definePaper({
  type: 'people.history',
  prefix: 'HI',
  facts,
  build: (history, words) => ({
    ...sheetFrame(history.sheet, words, {
      title: words('paper.people.history'),
      subtitle: history.person.name,
      aside: history.person.fileNumber,
    }),
    content: [
      { text: spanOf(history, words), fontSize: 10 },
      { text: staysOf(history, words), fontSize: 9.5, margin: [0, 3, 0, 8] },
      activities(history, words),
      { text: words('people.history.total', { hours: history.hours }), bold: true, margin: [0, 6, 0, 0] },
      // Said on every one, so that it tells of nobody in particular.
      { text: words('people.history.rule'), fontSize: 8.5, italics: true, margin: [0, 3, 0, 0] },
      {
        unbreakable: true,
        margin: [0, 16, 0, 0],
        stack: [
          signatureLines(
            [
              { as: words('people.history.made'), name: history.sheet.printedBy },
              { as: words('people.history.approved') },
            ],
            words,
            44,
          ),
        ],
      },
    ],
  }),
})

const spanOf = ({ from, until }: Facts, words: Words): string =>
  from
    ? words('people.history.between', {
        from: formatLongDay(from, words.language),
        until: formatLongDay(until, words.language),
      })
    : words('people.history.until', { until: formatLongDay(until, words.language) })

const staysOf = ({ stays }: Facts, words: Words): string =>
  stays
    .map(({ admittedOn, leftOn }) =>
      leftOn
        ? words('people.history.stay', {
            from: formatDay(admittedOn, words.language),
            until: formatDay(leftOn, words.language),
          })
        : words('people.history.stayOpen', { from: formatDay(admittedOn, words.language) }),
    )
    .join(' · ')

function activities(history: Facts, words: Words): Content {
  if (history.activities.length === 0) return { text: words('people.history.none'), italics: true }
  return ruledTable({
    fontSize: 8.5,
    lineHeight: 1,
    widths: ['*', 66, 66, 38, 56, 90],
    head: [
      words('people.history.activity'),
      words('people.history.from'),
      words('people.history.to'),
      { ...label(words('people.history.hours')), alignment: 'right' },
      { ...label(words('people.history.rate')), alignment: 'right' },
      words('people.history.certificate'),
    ],
    rows: history.activities.map((each) => [
      {
        fontSize: smallerIfLong(each.title, 60, 8.5, 7),
        text: [each.title, { text: `  ${each.code}`, fontSize: 7, color: '#444' }],
      },
      formatDay(each.openedOn, words.language),
      each.endedOn ? formatDay(each.endedOn, words.language) : words('people.history.going'),
      { text: each.hours, alignment: 'right' },
      {
        alignment: 'right',
        text: each.counted === 0 ? '—' : formatPercent(each.attended, each.counted),
      },
      each.folio ?? (each.result ? words(`places.result.${each.result}`) : '—'),
    ]),
  })
}
