/** Sessions that a roster names as suspended, and the cause that its words give away. */
import type { ImportRow } from '../../../shared/contract/imports.contract'
import { monthOf } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'
import { sessionsOn } from './roster.rules'
import { SUSPENDED, type Roster } from './roster.rules'
import { textOf, readDay, BAD } from './cells.rules'
import type { LostCause } from '../../../shared/contract/timetable.contract'
import { type Planning, settle, reason, pair } from './plan.rules'
import type { KnownSheet } from './sheets.rules'

const CAUSES: readonly (readonly [LostCause, readonly string[]])[] = [
  ['provider', ['tallerista', 'instructor', 'maestr', 'profesor', 'docente', 'facilitador', 'ponente', 'no llego']],
  ['custody', ['revision', 'custodia', 'seguridad', 'operativo', 'sin salida', 'cateo', 'conteo', 'contingencia']],
  ['justice', ['juzgado', 'audiencia', 'tribunal']],
  ['health', ['salud', 'medic', 'brote', 'cuarentena', 'vacuna']],
  [
    'office',
    ['fumiga', 'limpieza', 'mantenimiento', 'sin luz', 'sin agua', 'evento', 'dia de', 'asueto', 'material', 'festivo'],
  ],
]

export function planSuspensions(planning: Planning, sheet: KnownSheet, { edition, month }: Roster): ImportRow[] {
  return sheet.titles.flatMap(({ row, cells }) => {
    const text = cells.map(textOf).filter(Boolean).join(' ')
    const found = SUSPENDED.exec(text)
    if (!found) return []
    const raw = { row, cells }
    const read = readDay(found[1]?.trim() ?? null, planning.today)
    if (read === null || read === BAD || monthOf(read.day) !== month)
      return [
        settle(planning, sheet, raw, {
          label: text,
          rejected: true,
          reasons: [reason('bad-date', { written: found[1] ?? '' })],
        }),
      ]
    const sessions = sessionsOn(planning, edition, read.day)
    if (sessions.length === 0)
      return [
        settle(planning, sheet, raw, {
          label: text,
          rejected: true,
          reasons: [reason('no-session-on-day', { day: read.day })],
        }),
      ]
    const note = found[2]?.trim() ?? ''
    const known = CAUSES.find(([, words]) => words.some((word) => fold(note).includes(word)))?.[0]
    const comes = { cancelledCause: known ?? ('office' as const), cancelledNote: note || null }
    const same = sessions.every(
      (each) => each.cancelledCause === comes.cancelledCause && fold(each.cancelledNote ?? '') === fold(note),
    )
    const other = sessions.find((each) => each.cancelledCause !== null)
    return [
      settle(planning, sheet, raw, {
        label: text,
        unchanged: same,
        onlyIfChosen: !same && !!other,
        reasons: same
          ? []
          : [
              ...(known ? [] : [reason('unknown-cause', { written: note || '—' })]),
              ...(other
                ? [reason('differs', { field: 'cancelled', stands: other.cancelledNote ?? '—', comes: note || '—' })]
                : []),
            ],
        write: () => {
          const after = sessions.map((each) => ({ ...each, ...comes }))
          planning.facts.sessions.set(pair(edition.id, read.day), after)
          planning.writes.sessionChanges.push(...after)
        },
      }),
    ]
  })
}
