/** The recovery sheet: the one paper that holds the key, for a sealed envelope at headquarters. Never stored. */
import { z } from 'zod'
import { civilDate } from '../../../shared/kernel/civil-date'
import { formatLongDay } from '../../../shared/i18n/format'
import { definePaper } from '../../platform/documents/paper'

export const recoveryPaper = definePaper({
  type: 'office.recovery',
  prefix: 'RC',
  facts: z.strictObject({ center: z.string(), identity: z.string(), recipient: z.string(), madeOn: civilDate }),
  build: (facts, words) => ({
    content: [
      { text: words('office.recovery.title'), style: 'title' },
      { text: `${facts.center} · ${formatLongDay(facts.madeOn, words.language)}`, margin: [0, 0, 0, 18] },
      { text: words('office.recovery.what'), margin: [0, 0, 0, 12] },
      { text: words('office.recovery.keyLabel'), style: 'label' },
      { text: facts.identity.replace(/(.{4})(?=.)/g, '$1 '), style: 'key', margin: [0, 4, 0, 14] },
      { text: words('office.recovery.recipientLabel'), style: 'label' },
      { text: facts.recipient.replace(/(.{4})(?=.)/g, '$1 '), style: 'key', margin: [0, 4, 0, 18] },
      { text: words('office.recovery.howTitle'), style: 'label' },
      {
        ol: [words('office.recovery.how1'), words('office.recovery.how2'), words('office.recovery.how3')],
        margin: [0, 4, 0, 40],
      },
    ],
  }),
})
