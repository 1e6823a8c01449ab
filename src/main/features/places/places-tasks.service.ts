/** What places ask somebody to decide: reviews that are due, seats kept long enough, groups that are over. */
import type { Task } from '../../../shared/contract/tasks.contract'
import { listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { reviewDay } from './pauses.rules'
import * as repo from './pauses.repo'
import { hiddenWorkshops } from './sensitive.service'
import { waitTasks } from './wait-tasks.service'

/** Tasks of the slice. Of groups of sensitive axes only those hear who may know their women. */
export async function placesTasks(look: Look): Promise<readonly Task[]> {
  const hidden = await hiddenWorkshops(look)
  const { suspensionDays } = await settingsOn(look.db, look.today)
  const known = <Row extends { readonly workshopId: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => !hidden.has(row.workshopId))
  const resting = known(await repo.listResting(look.db, look.today))
  const excluded = known(await repo.listExcluded(look.db, look.today))
  return [
    ...(await waitTasks(look)),
    ...resting.flatMap((row) => {
      const dueOn = reviewDay({ ...row, backOn: null }, suspensionDays)
      return dueOn !== null && dueOn <= look.today
        ? [task('places-suspension', row.id, row.editionId, dueOn, factsOf(row))]
        : []
    }),
    ...excluded.flatMap((row) =>
      row.reviewOn !== null && row.reviewOn <= look.today
        ? [task('places-exclusion', row.id, row.editionId, row.reviewOn, factsOf(row))]
        : [],
    ),
    ...excluded.flatMap((row) =>
      (row.slots ?? 0) === 0 ? [task('places-exclusion-dropped', row.id, row.editionId, null, factsOf(row))] : [],
    ),
    ...known(await repo.listToEnd(look.db, look.today)).map((row) => ({
      kind: 'places-to-end',
      key: `places-to-end:${row.editionId}`,
      path: `/places/editions/${row.editionId}/endings`,
      dueOn: row.endsOn,
      facts: { title: row.title, code: row.code, count: row.open },
    })),
  ]
}

const factsOf = (row: { readonly code: string } & Parameters<typeof listName>[0]) => ({
  name: listName(row),
  code: row.code,
})

const task = (kind: string, id: string, editionId: string, dueOn: string | null, facts: Task['facts']): Task => ({
  kind,
  key: `${kind}:${id}:${dueOn ?? ''}`,
  path: `/places/editions/${editionId}`,
  dueOn,
  facts,
})
