/** What a week can be shown of: rooms, instructors, women, dormitories. */
import type { Output } from '../../../shared/contract'
import type { WeekView } from '../../../shared/contract/week.contract'
import { done, type Outcome } from '../../../shared/kernel/outcome'
import { fold, inOrder, listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import * as repo from './timetable.repo'
import { bedOf } from './timetable.rules'
import { listDormitories } from './week.repo'

const PICKS = 30

/** Those whose name holds the text, and the one already chosen. */
export async function picks(
  look: Look,
  input: { by: WeekView; text: string; id?: string | undefined },
): Promise<Outcome<Output<'timetable.picks'>, never>> {
  if (input.by === 'woman') return done(await women(look, input))
  const all = input.by === 'dormitory' ? await dormitories(look) : await named(look, input.by)
  const wanted = fold(input.text)
  return done(all.filter((each) => each.id === input.id || fold(each.label).includes(wanted)))
}

async function named(look: Look, by: 'room' | 'instructor'): Promise<Output<'timetable.picks'>> {
  const all = await (by === 'room' ? repo.listRooms(look.db) : repo.listInstructors(look.db))
  return all.map((each) => ({ id: each.id, label: each.name, hint: null }))
}

async function dormitories(look: Look): Promise<Output<'timetable.picks'>> {
  const counts = new Map<string, number>()
  for (const { dormitory, women: count } of await listDormitories(look.db, look.today)) {
    const { dormitory: name } = bedOf(dormitory)
    if (name) counts.set(name, (counts.get(name) ?? 0) + count)
  }
  return [...counts]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([name, count]) => ({ id: name, label: name, hint: String(count) }))
}

async function women(look: Look, input: { text: string; id?: string | undefined }) {
  const wanted = fold(input.text)
  const chosen = input.id ? await repo.findWoman(look.db, input.id) : undefined
  const found = wanted ? await repo.searchWomen(look.db, wanted.split(' '), PICKS) : []
  return (chosen ? [chosen, ...found.filter((woman) => woman.id !== chosen.id)] : found).map((woman) => ({
    id: woman.id,
    label: listName(woman),
    hint: [woman.fileNumber, woman.dormitory].filter(Boolean).join(' · '),
  }))
}
