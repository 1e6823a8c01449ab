/** What renders a paper: a worker in the app, the same code in process in tests. */
import type { Language } from '../../../shared/i18n'

export interface RenderedPaper {
  readonly pdf: Buffer
  readonly pages: number
}

/** Renders a declared paper type from its facts. Throws if the facts do not fit its schema. */
export type Render = (type: string, facts: unknown, language: Language) => Promise<RenderedPaper>
