/** One rule: what was decided before, and the form of a new decision. */
import { Button, Drawer, List, NumberInput, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Input } from '../../../shared/contract'
import type { PointWeights } from '../../../shared/contract/settings'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { valueWords, type RuleFacts } from './rule-words'

export function RuleDrawer({ rule, onClose }: { readonly rule: RuleFacts | null; readonly onClose: () => void }) {
  const t = useWords()
  const { may } = useSession()
  return (
    <Drawer
      opened={rule !== null}
      onClose={onClose}
      title={rule ? t(`settings.${rule.key}`) : ''}
      size={460}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {rule && (
        <Stack gap="lg">
          <p>{t(`settings.${rule.key}.hint`)}</p>
          {may('office.decideRule') && <Decide key={rule.key} rule={rule} onDone={onClose} />}
          <Section title={t('office.rules.history')}>
            <List spacing={4}>
              {rule.decisions.map((each) => (
                <List.Item key={each.fromDay}>
                  {formatDay(each.fromDay, t.language)}: {valueWords(t, each.value)}
                  {each.setBy ? ` · ${each.setBy}` : ''}
                </List.Item>
              ))}
              <List.Item>{t('office.rules.ofUmbral')}</List.Item>
            </List>
          </Section>
        </Stack>
      )}
    </Drawer>
  )
}

function Decide({ rule, onDone }: { readonly rule: RuleFacts; readonly onDone: () => void }) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('office.decideRule')
  const [value, setValue] = useState(rule.value)
  const [from, setFrom] = useState<CivilDate | null>(null)
  const [reason, setReason] = useState('')
  const fromDay = from ?? today
  const save = async () => {
    if (!fromDay) return
    // Each key with its own kind of value: the fields below give no other.
    const decision = { key: rule.key, fromDay, value } as Input<'office.decideRule'>['decision']
    const outcome = await act.run({ decision, reason })
    if (!outcome.ok) return
    notifications.show({
      color: 'nopal',
      message: t('office.rules.saved'),
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm" align="flex-start">
        {typeof value === 'number' ? (
          <NumberInput
            label={t('office.rules.new')}
            data-autofocus
            w={168}
            min={0}
            allowDecimal={false}
            value={value}
            onChange={(typed) => setValue(Number(typed))}
          />
        ) : (
          <Weights value={value} onChange={setValue} />
        )}
        <DayField label={t('office.rules.fromDay')} value={fromDay} onChange={setFrom} required />
        <Textarea
          label={t('ui.confirm.reason')}
          w="100%"
          required
          autosize
          minRows={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Refusals of={act.refusals} />
        <Button type="submit" loading={act.pending} disabled={reason.trim() === ''}>
          {t('office.rules.save')}
        </Button>
      </Stack>
    </form>
  )
}

function Weights({
  value,
  onChange,
}: {
  readonly value: PointWeights
  readonly onChange: (next: PointWeights) => void
}) {
  const t = useWords()
  return (
    <>
      {(Object.keys(value) as (keyof PointWeights)[]).map((key) => (
        <NumberInput
          key={key}
          label={t(`settings.points.${key}`)}
          w="100%"
          min={0}
          max={100}
          allowDecimal={false}
          value={value[key]}
          onChange={(typed) => onChange({ ...value, [key]: Number(typed) })}
        />
      ))}
    </>
  )
}
