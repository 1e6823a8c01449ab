/** The women's waiting list. */
import type { ImportRow, Reason } from '../../../shared/contract/imports.contract'
import { fold } from '../../../shared/kernel/text'
import { BAD, readDay, textOf } from './cells.rules'
import { codeKey, differences, pair, reason, settle, type Planning } from './plan.rules'
import { type WaitRow } from './plan-rows.rules'
import type { KnownSheet } from './sheets.rules'

/** Plans every row of a waiting list. */
export function planWaiting(planning: Planning, sheet: KnownSheet): ImportRow[] {
  return sheet.rows.map((raw) => {
    const fileNumber = textOf(raw.get('fileNumber')).toUpperCase()
    const title = textOf(raw.get('workshop'))
    const woman = planning.facts.people.get(codeKey(fileNumber))
    const workshop = planning.facts.workshops.get(fold(title))
    const day = readDay(raw.get('requestedOn'), planning.today)
    const rejected: Reason[] = []
    if (!woman) rejected.push(reason('unknown-woman', { fileNumber: fileNumber || '—' }))
    if (!workshop) rejected.push(reason('unknown-workshop', { title: title || '—' }))
    if (day === null || day === BAD)
      rejected.push(reason('bad-date', { written: textOf(raw.get('requestedOn')) || '—' }))
    const label = `${fileNumber} · ${title}`
    if (!woman || !workshop || day === null || day === BAD)
      return settle(planning, sheet, raw, { label, rejected: true, reasons: rejected })
    const key = pair(woman.id, workshop.id)
    const stands = planning.facts.waits.get(key)
    const wait: WaitRow = { id: planning.newId(), personId: woman.id, workshopId: workshop.id, requestedOn: day.day }
    const differ = stands ? differences<WaitRow>(stands, wait, ['requestedOn']) : []
    return settle(planning, sheet, raw, {
      label,
      unchanged: !!stands && differ.length === 0,
      duplicate: differ.length > 0,
      reasons: [
        ...differ,
        ...(differ.length > 0 ? [reason('waits-already')] : []),
        ...(!stands && woman.stay?.leftOn ? [reason('woman-left', { day: woman.stay.leftOn })] : []),
      ],
      write: () => {
        if (stands) return
        planning.facts.waits.set(key, wait)
        planning.writes.waits.push(wait)
      },
    })
  })
}
