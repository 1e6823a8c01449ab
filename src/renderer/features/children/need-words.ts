/** How a need is said in one line. */
import type { Need } from '../../../shared/contract/child-care.contract'
import type { Words } from '../../../shared/i18n'

/** “Fórmula: latas, etapa 2”. */
export const needWords = (t: Words, need: Pick<Need, 'kind' | 'what'>): string =>
  [t(`children.need.kind.${need.kind}`), need.what].filter(Boolean).join(': ')
