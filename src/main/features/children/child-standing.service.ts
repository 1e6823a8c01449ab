/** What stands about a child's living here: admissions, extensions, measures, the running clock, departures. */
import type { Output } from '../../../shared/contract'
import { settingsOn } from '../../platform/settings/settings'
import type { Look } from '../../platform/seam/act'
import { possibleActs, regulariseBy } from './admission.rules'
import { listAdmissions } from './admission.repo'
import * as custody from './custody.repo'
import { isInForce, minutesLeft } from './custody.rules'
import { listDepartures } from './departure.repo'
import { listExtensions } from './extension.repo'

type Standing = Pick<Output<'children.get'>, 'admissions' | 'extensions' | 'measures' | 'clock' | 'departures'>

/** All of it for one child, as it stands at this minute. */
export async function standingOf(look: Look, childId: string): Promise<Standing> {
  const { emergencyAdmissionDays } = await settingsOn(look.db, look.today)
  const [clock] = await custody.listRunningClocks(look.db, childId)
  return {
    admissions: (await listAdmissions(look.db, childId)).map(({ childId: _childId, ...row }) => ({
      ...row,
      dueOn: regulariseBy(row, emergencyAdmissionDays),
      may: possibleActs(row),
    })),
    extensions: (await listExtensions(look.db, childId)).map(({ childId: _childId, ...row }) => row),
    measures: (await custody.listMeasures(look.db, childId)).map(({ childId: _childId, ...row }) => ({
      ...row,
      open: isInForce(row, look.today),
    })),
    clock: clock
      ? {
          id: clock.id,
          version: clock.version,
          beganAt: clock.beganAt,
          dueAt: clock.dueAt,
          reason: clock.reason,
          minutesLeft: minutesLeft(clock.dueAt, look.now),
          told: await custody.listTold(look.db, clock.id),
        }
      : null,
    departures: await listDepartures(look.db, childId),
  }
}
