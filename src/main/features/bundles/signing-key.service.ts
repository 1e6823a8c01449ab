/** The center's signing key: made once, kept in the encrypted database; its public half goes to headquarters on paper. */
import type { Input, Output } from '../../../shared/contract'
import { done, type Outcome } from '../../../shared/kernel/outcome'
import type { DoorTools } from '../office'
import {
  keyIdOf,
  newMinisignKey,
  publicKeyLine,
  publicKeyText,
  type MinisignPublicKey,
} from '../../platform/crypto/minisign'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import { auditCheckpoint, findBundleKey, insertBundleKey } from './bundles.repo'
import { fingerprintOf } from '../../platform/crypto/age'
import { coverPaper } from './cover.pdf'
import { centerOf } from './month.service'

/** Makes the key at the first sign-in. Called by the wiring whenever somebody gets in. */
export async function ensureSigningKey(tools: Pick<DoorTools, 'strongroom' | 'change'>): Promise<void> {
  const db = tools.strongroom.current()?.read
  if (!db || (await findBundleKey(db))) return
  await tools.change({ id: null, name: 'Umbral', role: 'director' }, async (act) => {
    if (await findBundleKey(act.db)) return done(null)
    const key = newMinisignKey()
    await insertBundleKey(act.trx, { ...key, createdAt: act.now })
    await act.audit({ event: 'bundle.key-made', subjectType: 'bundle', after: { publicKey: publicKeyLine(key) } })
    return done(null)
  })
}

export async function publicKey(look: Look): Promise<Outcome<Output<'bundles.publicKey'>, never>> {
  const key = await keyOf(look)
  const audit = await auditCheckpoint(look.db)
  return done({ text: publicKeyText(key), line: publicKeyLine(key), keyId: keyIdOf(key), audit })
}

/** The handler of `bundles.cover`. */
export const coverSteps = (tools: Pick<DoorTools, 'render'>) =>
  paperSteps<Input<'bundles.cover'>, never>(coverPaper, tools.render, (_input, look) => coverWish(look))

/** Facts of the cover sheet that travels apart from the stick: what headquarters checks the bundle against. */
async function coverWish(look: Look): Promise<Outcome<PaperWish, never>> {
  const key = await keyOf(look)
  const center = await centerOf(look)
  const audit = await auditCheckpoint(look.db)
  return done({
    title: center.code,
    subjectId: null,
    facts: {
      code: center.code,
      publicKey: publicKeyLine(key),
      keyId: keyIdOf(key),
      auditSize: audit.size,
      auditHead: audit.head,
      recipients: center.recipients.map((recipient) => ({ recipient, fingerprint: fingerprintOf(recipient) })),
    },
  })
}

async function keyOf(look: Look): Promise<MinisignPublicKey> {
  const key = await findBundleKey(look.db)
  if (!key) throw new Error('The center has no signing key')
  return key
}
