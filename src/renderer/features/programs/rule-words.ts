/** A certificate rule and the requirements of a workshop in words. */
import type { CertificateRule, Requirement } from '../../../shared/contract/workshops.contract'
import type { Words } from '../../../shared/i18n'

/** `80 %`, `80 % y 40 h`, `80 % · todos los módulos · vigencia de 24 meses`. */
export function ruleWords(rule: Omit<CertificateRule, 'fromDay'>, t: Words): string {
  const { minRatePercent: rate, minHours } = rule
  return [
    minHours === null ? t('programs.rule.rate', { rate }) : t('programs.rule.rateHours', { rate, hours: minHours }),
    rule.asksModules && t('programs.rule.asks.modules'),
    rule.asksPractical && t('programs.rule.asks.practical'),
    rule.asksTools && t('programs.rule.asks.tools'),
    rule.validMonths !== null && t('programs.rule.asks.valid', { count: rule.validMonths }),
  ]
    .filter(Boolean)
    .join(' · ')
}

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
