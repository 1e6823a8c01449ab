/** The center's signing key: made once, kept in the encrypted database; its public half goes to headquarters on paper. */
import type { Output } from '../../../shared/contract'
import { done, type Outcome } from '../../../shared/kernel/outcome'
import type { DoorTools } from '../office'
import { keyIdOf, newMinisignKey, publicKeyLine, publicKeyText } from '../../platform/crypto/minisign'
import type { PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import { auditCheckpoint, findBundleKey, insertBundleKey } from './bundles.repo'
import { fingerprintOf } from '../../platform/crypto/age'
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
  const key = await findBundleKey(look.db)
  if (!key) throw new Error('The center has no signing key')
  const audit = await auditCheckpoint(look.db)
  return done({ text: publicKeyText(key), line: publicKeyLine(key), keyId: keyIdOf(key), audit })
}

/** Facts of the cover sheet that travels with the stick, apart from it: what headquarters checks the bundle against. */
export async function coverWish(look: Look): Promise<Outcome<PaperWish, never>> {
  const key = await publicKey(look)
  const center = await centerOf(look)
  return done({
    title: center.code,
    subjectId: null,
    facts: {
      code: center.code,
      publicKey: key.ok ? key.value.line : '',
      keyId: key.ok ? key.value.keyId : '',
      auditSize: key.ok ? key.value.audit.size : 0,
      auditHead: key.ok ? key.value.audit.head : '',
      recipients: center.recipients.map((recipient) => ({ recipient, fingerprint: fingerprintOf(recipient) })),
    },
  })
}
