/** The list of a group outing, to be carried along: every child by name, and a box for each headcount of the way. */
import { z } from 'zod'
import { HEADCOUNT_STEPS } from '../../../shared/contract/gate-line'
import { formatDay } from '../../../shared/i18n/format'
import { civilDate, clockTime } from '../../../shared/kernel/civil-date'
import { definePaper } from '../../platform/documents/paper'
import { label, ruledTable, sheetFrame, signatureLines, smallerIfLong, tickBox } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

const facts = z.strictObject({
  sheet,
  folio: z.string(),
  reason: z.string(),
  destination: z.string().nullable(),
  transport: z.string().nullable(),
  leavesOn: civilDate,
  leavesAt: clockTime,
  returnsOn: civilDate,
  returnsAt: clockTime,
  /** Who leads, then who helps; the doctor says so. */
  adults: z.array(z.strictObject({ name: z.string(), duty: z.enum(['lead', 'helper', 'doctor']) })),
  children: z.array(z.strictObject({ folio: z.string(), child: z.string(), may: z.boolean() })),
  contacts: z.array(z.strictObject({ name: z.string(), phone: z.string() })),
})

/** One box for each step; the way has room for two moves. */
const BOXES = [...HEADCOUNT_STEPS.slice(0, 3), 'move', 'move', ...HEADCOUNT_STEPS.slice(4)] as const

const DUTIES = ['lead', 'helper', 'doctor'] as const

export const groupListPaper = definePaper({
  type: 'outings.groupList',
  prefix: 'PG',
  facts,
  build: (group, words) => ({
    ...sheetFrame(group.sheet, words, {
      title: words('paper.outings.groupList'),
      subtitle: [group.reason, group.destination, group.transport].filter(Boolean).join(' · '),
      aside: group.folio,
    }),
    content: [
      {
        columnGap: 16,
        columns: [
          times(words('outings.leaves'), `${formatDay(group.leavesOn, words.language)} · ${group.leavesAt}`),
          times(words('outings.returns'), `${formatDay(group.returnsOn, words.language)} · ${group.returnsAt}`),
          times(words('outings.group.children'), String(group.children.length)),
          times(words('outings.group.adults'), String(group.adults.filter((each) => each.duty !== 'doctor').length)),
        ],
        margin: [0, 0, 0, 4],
      },
      {
        text: DUTIES.flatMap((duty) => {
          const names = group.adults.filter((each) => each.duty === duty).map((each) => each.name)
          return names.length === 0 ? [] : [`${words(`outings.group.${duty}`)}: ${names.join(', ')}`]
        }).join('  ·  '),
        fontSize: 8.5,
        lineHeight: 1,
        margin: [0, 0, 0, 4],
      },
      { text: words('outings.group.rule'), fontSize: 9, bold: true, margin: [0, 0, 0, 4] },
      ruledTable({
        fontSize: 9,
        lineHeight: 0.9,
        rowHeight: 13,
        pad: 2,
        grid: true,
        widths: [16, '*', ...BOXES.map(() => 37)],
        head: ['', words('outings.child'), ...BOXES.map((step) => words(`outings.headcount.${step}.short`))],
        rows: [
          ...group.children.map((each, index) => [
            { text: String(index + 1), fontSize: 8 },
            {
              text: each.may ? each.child : `${each.child} · ${words('outings.group.stays')}`,
              fontSize: smallerIfLong(each.child, 38, 9.5),
              bold: each.may,
            },
            ...BOXES.map(() => (each.may ? tickBox(8) : { text: '—', alignment: 'center' as const })),
          ]),
          ['', { text: words('outings.group.counted'), fontSize: 8 }, ...BOXES.map(() => '')],
          ['', { text: words('outings.group.time'), fontSize: 8 }, ...BOXES.map(() => '')],
        ],
      }),
      {
        margin: [0, 6, 0, 0],
        fontSize: 9,
        text: [
          { ...label(words('outings.group.missing')), bold: true },
          `  ${words('outings.group.missingWhat')}  `,
          group.contacts.map((each) => `${each.name}: ${each.phone}`).join(' · '),
        ],
      },
      signatureLines([{ as: words('outings.group.lead') }, { as: words('outings.paper.gateSigns') }], words, 18),
    ],
  }),
})

const times = (title: string, text: string) => ({
  width: 'auto' as const,
  stack: [label(title), { text, fontSize: 11, bold: true }],
})
