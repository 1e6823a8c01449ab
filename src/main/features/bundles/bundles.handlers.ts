/** Channel → service function; no logic. */
import type { bundlesContract } from '../../../shared/contract/bundles.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { DoorTools } from '../office'
import * as backup from './backups.service'
import { chooseFolder, ChosenFolders, exportSteps } from './export-bundle.service'
import * as month from './month.service'
import { coverSteps, publicKey } from './signing-key.service'

export const bundlesHandlers = (
  tools: DoorTools,
  folders = new ChosenFolders(),
): HandlersOf<typeof bundlesContract> => ({
  'bundles.month': (input, look) => month.month(look, input),
  'bundles.chooseFolder': () => chooseFolder(tools, folders),
  'bundles.preview': (input, look) => month.preview(look, input),
  'bundles.export': exportSteps(tools, folders),
  'bundles.list': (_input, look) => month.list(look),
  'bundles.publicKey': (_input, look) => publicKey(look),
  'bundles.cover': coverSteps(tools),
  'bundles.backupStatus': (_input, look) => Promise.resolve(backup.backupStatus(tools, look)),
  'bundles.backupNow': backup.backupSteps(tools),
  'bundles.backups': () => Promise.resolve(backup.backups(tools)),
  'bundles.restore': (input, _client, { now }) => tools.inTurn(() => backup.restore(tools, input, now)),
})
