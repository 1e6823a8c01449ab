/** Writing to the vault in the middle of a change: file and database go together or not at all. */
import type { Act } from '../../platform/seam/act'
import type { Strongroom } from '../../platform/vault/strongroom'
import type { Owner } from '../../platform/vault/vault'

/** The slot is written last, when the rows already stand in the transaction; if that is not committed, it is taken back. */
export async function writeSlot(tools: { readonly strongroom: Strongroom }, act: Act, owner: Owner): Promise<void> {
  act.whenEnded(await tools.strongroom.withKey((key) => tools.strongroom.vault.setSlot(key, owner)))
}
