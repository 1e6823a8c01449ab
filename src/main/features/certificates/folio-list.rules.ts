/**
 * The list of folios: which still hold and which no longer do, for whoever checks a certificate. Text, UTF-8, one or more
 * blocks one after the other (`cat a.txt b.txt`), each of one center and one day:
 *
 *     FOLIOS1|day|keys|how many|signing key
 *     mark|fate|since|valid until
 *     …
 *     FIRMA|signature
 *
 * `keys` are the ids, parted by spaces, of all keys of the center: certificates signed with one of them and issued by
 * that day are on the list or are not genuine. `mark` stands for the folio: the first 16 bytes of SHA-512 over its text,
 * base64url without padding; so the list tells no folio, and no name, to somebody who does not hold the certificate.
 * `fate` is vigente, sustituida, revocada or anulada; `since` its day, empty while it holds; `valid until` is empty where
 * it holds for good. `signature` is Ed25519, base64url without padding, over all lines above joined by single line feeds.
 * Lines are in the order of their marks, so that the order of issue does not show.
 *
 * Whoever reads several lists takes the newest word on a folio, unless one of them says that it has ended: nothing undoes that.
 */
import type { CivilDate } from '../../../shared/kernel/civil-date'

export const LIST_TAG = 'FOLIOS1'

export type Fate = 'vigente' | 'sustituida' | 'revocada' | 'anulada'

/** A certificate's states as the list names them. Delivered or not is nobody's business outside. */
export const FATES = {
  issued: 'vigente',
  delivered: 'vigente',
  replaced: 'sustituida',
  revoked: 'revocada',
  annulled: 'anulada',
} as const satisfies Readonly<Record<string, Fate>>

export interface ListedFolio {
  readonly mark: string
  readonly fate: Fate
  readonly since: CivilDate | null
  readonly validUntil: CivilDate | null
}

/** The part of a block that is signed. */
export const listText = (
  head: { readonly day: CivilDate; readonly keys: readonly string[]; readonly signingKey: string },
  folios: readonly ListedFolio[],
): string =>
  [
    [LIST_TAG, head.day, head.keys.join(' '), String(folios.length), head.signingKey].join('|'),
    ...[...folios]
      .sort((a, b) => (a.mark < b.mark ? -1 : 1))
      .map(({ mark, fate, since, validUntil }) => [mark, fate, since ?? '', validUntil ?? ''].join('|')),
  ].join('\n')

/** A whole block, ending in a line feed so that blocks can be put one behind the other. */
export const listBlock = (text: string, signature: string): string => `${text}\nFIRMA|${signature}\n`
