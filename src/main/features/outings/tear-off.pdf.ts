/** The half of the permission that comes back. */
import type { Content, Column } from 'pdfmake/interfaces'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { tickBox, thumbprintBox, label, smallerIfLong } from '../../platform/documents/parts'
import { fact, WIDTH, type PermissionFacts } from './permission-parts.pdf'

/** The half that comes back with the child: cut, filled in at the gate, filed. */
export const tearOff = (permission: PermissionFacts, words: Words): Content => ({
  unbreakable: true,
  margin: [0, 6, 0, 0],
  stack: [
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.8, dash: { length: 4, space: 3 } }],
    },
    { text: words('outings.paper.cut'), fontSize: 7, alignment: 'center', margin: [0, 1, 0, 3] },
    {
      columns: [
        { width: '*', text: words('outings.paper.returnHalf'), fontSize: 13, bold: true },
        { width: 'auto', text: permission.outing, bold: true },
      ],
    },
    {
      columnGap: 12,
      margin: [0, 2, 0, 0],
      columns: [
        {
          width: '*',
          ...fact(words, 'outings.paper.child', permission.child, smallerIfLong(permission.child, 26, 11, 8), true),
        },
        {
          width: '*',
          ...fact(words, 'outings.paper.adult', permission.adult, smallerIfLong(permission.adult, 26, 11, 8)),
        },
        {
          width: 'auto',
          ...fact(
            words,
            'outings.paper.returns',
            `${permission.returnsAt} · ${formatDay(permission.returnsOn, words.language)}`,
          ),
        },
      ],
    },
    {
      columnGap: 10,
      columns: [
        blank(words('outings.paper.cameBack'), 112),
        blank(words('outings.paper.broughtBy'), '*'),
        {
          width: 'auto',
          columnGap: 4,
          margin: [0, 13, 0, 0],
          columns: [
            { width: 12, stack: [tickBox()] },
            { width: 'auto', text: words('outings.paper.well'), fontSize: 9 },
          ],
        },
      ],
    },
    {
      columnGap: 14,
      margin: [0, 2, 0, 0],
      columns: [
        blank(words('outings.paper.gateSigns'), '*', 20),
        blank(words('outings.paper.motherReceives'), '*', 20),
        { width: 44, stack: [thumbprintBox(words, 40)] },
      ],
    },
  ],
})

/** A line to fill in by hand, with its label below. */
const blank = (text: string, width: number | '*', space = 18): Column => ({
  width,
  table: {
    widths: ['*'],
    body: [[{ border: [false, true, false, false], ...label(text, 6.5) }]],
  },
  layout: { hLineWidth: () => 0.6, vLineWidth: () => 0, paddingTop: () => 2, paddingLeft: () => 0 },
  margin: [0, space, 0, 0],
})
