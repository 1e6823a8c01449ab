/** A certificate rule and the requirements of a workshop in words. */
import type { CertificateRule, Requirement } from '../../../shared/contract/workshops.contract'
import type { Words } from '../../../shared/i18n'

/** `80 %`, `80 % y 40 h`. */
export const ruleWords = ({ minRatePercent, minHours }: CertificateRule, t: Words): string =>
  minHours === null
    ? t('programs.rule.rate', { rate: minRatePercent })
    : t('programs.rule.rateHours', { rate: minRatePercent, hours: minHours })

/** What a requirement asks, whole: `Al menos secundaria`, `Haber completado Bordado a mano`. */
export function requirementWords({ kind, value }: Requirement, titles: ReadonlyMap<string, string>, t: Words): string {
  const said =
    kind === 'schooling'
      ? t(`programs.schooling.${value}`)
      : kind === 'legal-status'
        ? t(`programs.legal.${value}`)
        : (titles.get(value) ?? value)
  return t(`programs.requirement.${kind}`, { value: said })
}
