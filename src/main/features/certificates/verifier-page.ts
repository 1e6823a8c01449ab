/** Builds the self-contained page that verifies certificates: one file, no network, opened from a stick or a mail. */
import ed25519 from '@noble/ed25519?raw'
import jsqr from 'jsqr/dist/jsQR.js?raw'
import template from './verifier.html?raw'

export interface PublicKey {
  /** As the QR names it. */
  readonly id: string
  /** 32 bytes, base64url. */
  readonly key: string
}

/** The library is a module without imports: its exports are handed out by a function instead. */
const inlined = (module: string): string =>
  module.replace(/export\s*\{[^}]*\};?/, 'return { verify, hashes };').replace(/^\/\/# sourceMappingURL.*$/m, '')

/** The page's HTML. Pure: the same keys and the same list of folios (its text; may be empty) give the same page. */
export function verifierPage(keys: readonly PublicKey[], list: string): string {
  const parts: Readonly<Record<string, string>> = {
    jsqr,
    ed25519: inlined(ed25519),
    list: JSON.stringify(list),
    keys: JSON.stringify(Object.fromEntries(keys.map(({ id, key }) => [id, key]))),
  }
  // A function as replacement: the libraries hold `$&`, which a plain string would expand.
  return template.replace(/\/\*\{(\w+)\}\*\//g, (_all, part: string) =>
    (parts[part] ?? '').replace(/<\/script/gi, '<\\/script'),
  )
}
