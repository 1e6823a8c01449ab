/** What a step or milestone of a plan of separation is called: by the app's words, or by the center's own title. */
import type { Words } from '../../shared/i18n'

export const stepName = (step: { readonly word: string | null; readonly title: string | null }, t: Words): string =>
  step.title ?? t(`children.milestone.${step.word ?? ''}`)
