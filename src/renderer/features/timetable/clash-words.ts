/** A clash as one session says it: what it shares with what. */
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type { Words } from '../../../shared/i18n'
import { sideWords, whoseWords } from '../../ui/clash-words'

/** `Ñáñez Ku, Xóchitl: Reparación de prendas`: the resource, and the other side. */
export function clashWords(clash: ClashFacts, sessionId: string, t: Words): string {
  const other = clash.a.sessionId === sessionId ? clash.b : clash.a
  return `${whoseWords(clash, t)}: ${sideWords(other, t)}`
}
