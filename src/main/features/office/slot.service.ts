/** Writing to the vault in the middle of a change: file and database go together or not at all. */
import type { Act } from '../../platform/seam/act'
import type { Strongroom } from '../../platform/vault/strongroom'
import type { Owner, TakeBack } from '../../platform/vault/vault'

/** The slot is written last, when the rows already stand in the transaction; if that is not committed, it is taken back. */
export async function writeSlot(tools: { readonly strongroom: Strongroom }, act: Act, owner: Owner): Promise<void> {
  unlessCommitted(act, await tools.strongroom.withKey((key) => tools.strongroom.vault.setSlot(key, owner)))
}

/** Takes a write to the vault back if the transaction is not committed after all. */
export const unlessCommitted = (act: Act, takeBack: TakeBack): void =>
  act.whenEnded((committed) => {
    if (!committed) takeBack()
  })
