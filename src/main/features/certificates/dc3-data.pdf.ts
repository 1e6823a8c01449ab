/**
 * The data that the official DC-3 asks for (docs/domain.md §2.2), for the employer or the registered agent who may issue
 * one. We may not: so it says what it is in its title and looks like a list, not like the form.
 */
import type { Content, TableCell } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatLongDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { ruledTable } from '../../platform/documents/parts'
import { checkLines, outwardFacts, outwardFrame } from './statement-parts.pdf'

const facts = z.strictObject({
  ...outwardFacts,
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  curp: z.string().nullable(),
  course: z.string(),
  hours: z.int(),
  creditedHours: z.string(),
  from: civilDate,
  until: civilDate,
  passed: z.boolean(),
  modules: z.array(z.string()),
  instructor: z.string(),
})
type Facts = z.output<typeof facts>

export const dc3DataPaper = definePaper({
  type: 'certificates.dc3',
  prefix: 'DD',
  facts,
  build: (data, words) => ({
    ...outwardFrame(data, words, words('paper.certificates.dc3')),
    content: [
      { text: words('statements.dc3.isNot'), bold: true, fontSize: 10.5, margin: [0, 4, 0, 4] },
      { text: words('statements.dc3.what'), fontSize: 9.5, margin: [0, 0, 0, 8] },
      part(words('statements.dc3.worker'), worker(data, words), words),
      part(words('statements.dc3.course'), course(data, words), words),
      part(words('statements.dc3.employer'), employer(words), words),
      { text: words('statements.dc3.term'), fontSize: 9, margin: [0, 10, 0, 0] },
      checkLines(data, words),
    ],
  }),
})

type Line = readonly [label: string, value: string | null]

const worker = (data: Facts, words: Words): readonly Line[] => [
  [words('statements.dc3.surname1'), data.surname1],
  [words('statements.dc3.surname2'), data.surname2 ?? words('statements.dc3.noSurname2')],
  [words('statements.dc3.givenNames'), data.givenNames],
  [words('statements.dc3.curp'), data.curp],
  [words('statements.dc3.occupation'), null],
  [words('statements.dc3.post'), null],
]

const course = (data: Facts, words: Words): readonly Line[] => [
  [words('statements.dc3.title'), data.course],
  [
    words('statements.dc3.hours'),
    words('statements.dc3.hoursValue', { hours: data.hours, credited: data.creditedHours }),
  ],
  [
    words('statements.dc3.period'),
    words('statements.dc3.periodValue', {
      from: formatLongDay(data.from, words.language),
      until: formatLongDay(data.until, words.language),
    }),
  ],
  [words('statements.dc3.passed'), words(data.passed ? 'statements.dc3.passedYes' : 'statements.dc3.passedNo')],
  ...(data.modules.length > 0 ? [[words('statements.dc3.modules'), data.modules.join('; ')] as const] : []),
  [words('statements.dc3.area'), null],
  [words('statements.dc3.agent'), data.issuer],
  [words('statements.dc3.instructor'), data.instructor],
]

const employer = (words: Words): readonly Line[] => [
  [words('statements.dc3.company'), null],
  [words('statements.dc3.rfc'), null],
  [words('statements.dc3.workersSide'), null],
  [words('statements.dc3.employersSide'), null],
]

/** What we do not know is left blank for whoever does. */
const part = (title: string, lines: readonly Line[], words: Words): Content => ({
  margin: [0, 6, 0, 0],
  stack: [
    { text: title, bold: true, fontSize: 11, margin: [0, 0, 0, 2] },
    ruledTable({
      fontSize: 9.5,
      lineHeight: 1,
      rowHeight: 17.5,
      widths: [190, '*'],
      head: [words('statements.dc3.datum'), words('statements.dc3.value')],
      rows: lines.map(([name, value]): TableCell[] => [name, value ?? '']),
    }),
  ],
})
