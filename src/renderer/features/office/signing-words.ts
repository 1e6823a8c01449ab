/** The conditions of a signature as the page offers them: each a sentence, several of them mean "any of these". */
import type { SigningCondition, SigningRule } from '../../../shared/contract/signing'

const OFFERED = {
  measure: { measure: true },
  state: { custody: ['state'] },
  'shared-overnight': { custody: ['shared'], overnight: true },
  'shared-travels': { custody: ['shared'], travels: true },
  overnight: { overnight: true },
  travels: { travels: true },
  'kind-family': { kinds: ['family'] },
  'kind-group': { kinds: ['group'] },
  'kind-medical': { kinds: ['medical'] },
  'kind-school': { kinds: ['school'] },
  'kind-papers': { kinds: ['papers'] },
  'kind-separation': { kinds: ['separation'] },
  'kind-emergency': { kinds: ['emergency'] },
} satisfies Record<string, SigningCondition>
type When = keyof typeof OFFERED
export const WHENS = Object.keys(OFFERED) as When[]

const same = (a: SigningCondition, b: SigningCondition): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
const whenOf = (condition: SigningCondition): When | undefined => WHENS.find((when) => same(OFFERED[when], condition))

/** The conditions of a rule that the page can say. */
export const whensOf = (rule: SigningRule): readonly When[] => rule.requiredWhen.flatMap((each) => whenOf(each) ?? [])

/** What is chosen, and any condition that the page cannot say: that one stays. */
export const conditionsOf = (rule: SigningRule, whens: readonly string[]): SigningCondition[] => [
  ...rule.requiredWhen.filter((each) => whenOf(each) === undefined),
  ...WHENS.filter((when) => whens.includes(when)).map((when) => OFFERED[when]),
]
