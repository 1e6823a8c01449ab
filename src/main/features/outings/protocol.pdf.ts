/** The sheet of a child who did not come back: what is known, whom to call in which order, what each said. */
import { z } from 'zod'
import type { Content } from 'pdfmake/interfaces'
import { RETURN_STEPS } from '../../../shared/contract/gate-line'
import { formatDay, formatDuration } from '../../../shared/i18n/format'
import type { Words } from '../../../shared/i18n'
import { civilDate, clockTime } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const moment = z.strictObject({ day: civilDate, time: clockTime })
const facts = z.strictObject({
  sheet,
  folio: z.string(),
  child: z.string(),
  born: civilDate.nullable(),
  mother: z.string(),
  adult: z.string(),
  relation: z.string().nullable(),
  adultDocument: z.string().nullable(),
  phone: z.string().nullable(),
  destination: z.string().nullable(),
  left: moment,
  due: moment,
  now: moment,
  lateMinutes: z.int(),
  belongings: z.string().nullable(),
  calls: z.array(z.strictObject({ step: z.enum(RETURN_STEPS), note: z.string(), time: clockTime })),
  contacts: z.array(z.strictObject({ kind: z.enum(['duty', 'authority']), name: z.string(), phone: z.string() })),
})
type Facts = z.output<typeof facts>

const STEPS = ['taker', 'address', 'others', 'mother', 'director', 'authority', 'emergency', 'search'] as const

export const protocolPaper = definePaper({
  type: 'outings.protocol',
  prefix: 'NR',
  facts,
  build: (of, words) => ({
    ...sheetFrame(of.sheet, words, {
      title: words('paper.outings.protocol'),
      subtitle: words('outings.protocol.late', { late: formatDuration(of.lateMinutes) }),
      aside: of.folio,
    }),
    content: [
      known(of, words),
      { ...label(words('outings.protocol.steps'), 8), margin: [0, 8, 0, 2] },
      steps(of, words),
      { ...label(words('outings.protocol.phones'), 8), margin: [0, 8, 0, 2] },
      phones(of, words),
      { text: words('outings.protocol.end'), fontSize: 8.5, margin: [0, 8, 0, 0] },
      signatureLines([{ as: words('outings.protocol.lead') }, { as: words('outings.paper.gateSigns') }], words, 28),
    ],
  }),
})

const one = (title: string, text: string, size = 11): Content => ({
  stack: [label(title), { text: text || '—', fontSize: size, bold: true, lineHeight: 1 }],
  margin: [0, 0, 0, 3],
})

const when = (at: { day: string; time: string }, words: Words): string =>
  `${formatDay(at.day, words.language)} · ${at.time}`

const known = (of: Facts, words: Words): Content => ({
  columnGap: 14,
  columns: [
    {
      width: '*',
      stack: [
        one(words('outings.child'), of.child, smallerIfLong(of.child, 26, 14, 9.5)),
        one(words('outings.protocol.born'), of.born ? formatDay(of.born, words.language) : ''),
        one(words('outings.mother'), of.mother),
        one(words('outings.protocol.belongings'), of.belongings ?? ''),
        one(words('outings.protocol.wears'), '_______________________________'),
      ],
    },
    {
      width: '*',
      stack: [
        one(words('outings.adult'), [of.adult, of.relation].filter(Boolean).join(' · '), 14),
        one(words('outings.document'), of.adultDocument ?? ''),
        one(words('outings.protocol.phone'), of.phone ?? ''),
        one(words('outings.protocol.destination'), of.destination ?? ''),
        one(words('outings.leftAt'), when(of.left, words)),
        one(words('outings.paper.returns'), when(of.due, words)),
      ],
    },
  ],
})

const steps = (of: Facts, words: Words): Content =>
  ruledTable({
    rowHeight: 20,
    fontSize: 9,
    lineHeight: 0.95,
    widths: [14, '*', 48, '*'],
    head: ['', words('outings.protocol.what'), words('outings.protocol.time'), words('outings.protocol.said')],
    rows: [
      ...of.calls.map((call) => ['', words(`outings.stepDone.${call.step}`), call.time, call.note]),
      ...STEPS.map((step, index) => [String(index + 1), words(`outings.protocol.step.${step}`), '', '']),
    ],
  })

const phones = (of: Facts, words: Words): Content =>
  of.contacts.length === 0
    ? { text: words('outings.protocol.noPhones'), fontSize: 9.5, bold: true }
    : ruledTable({
        fontSize: 10,
        widths: ['*', 140, 90],
        head: [words('outings.protocol.whom'), words('outings.protocol.number'), words('outings.protocol.kind')],
        rows: of.contacts.map((each) => [
          each.name,
          { text: each.phone, bold: true },
          words(`outings.contact.${each.kind}`),
        ]),
      })
