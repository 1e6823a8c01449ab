/** What a certificate asks for besides attendance and evaluation, and how long it holds: for a rule and for a group. */
import { Checkbox, NumberInput, Stack } from '@mantine/core'
import type { RuleAsks as Asks } from '../../../shared/contract/workshops.contract'
import { useWords } from '../../platform/words'

export const NOTHING_ASKED: Asks = { asksModules: false, asksPractical: false, asksTools: false, validMonths: null }

const FLAGS = [
  ['asksModules', 'modules'],
  ['asksPractical', 'practical'],
  ['asksTools', 'tools'],
] as const

export function RuleAsks({ value, onChange }: { readonly value: Asks; readonly onChange: (asks: Asks) => void }) {
  const t = useWords()
  return (
    <Stack gap="xs">
      <Checkbox.Group
        label={t('programs.rule.form.more')}
        value={FLAGS.filter(([flag]) => value[flag]).map(([flag]) => flag)}
        onChange={(flags) =>
          onChange({
            ...value,
            asksModules: flags.includes('asksModules'),
            asksPractical: flags.includes('asksPractical'),
            asksTools: flags.includes('asksTools'),
          })
        }
      >
        <Stack gap={6} mt={6}>
          {FLAGS.map(([flag, words]) => (
            <Checkbox key={flag} value={flag} label={t(`programs.rule.form.${words}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NumberInput
        w={180}
        min={1}
        max={120}
        allowDecimal={false}
        label={t('programs.rule.form.validMonths')}
        description={t('programs.rule.form.validHint')}
        styles={{ description: { width: 'max-content', maxWidth: 'min(60ch, 80vw)' } }}
        value={value.validMonths ?? ''}
        onChange={(months) => onChange({ ...value, validMonths: typeof months === 'number' ? months : null })}
      />
    </Stack>
  )
}
