/** One need: what was promised and brought, and the next step. */
import { Button, Drawer, Group, NumberInput, Radio, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Need, NeedAct } from '../../../shared/contract/child-care.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useReturnFocus } from '../../ui/use-return-focus'
import { needWords } from './need-words'
import classes from './children.module.css'

interface NeedDrawerProps {
  readonly need: Need | null
  readonly today: string
  readonly onClose: () => void
}

export function NeedDrawer({ need, today, onClose }: NeedDrawerProps) {
  const t = useWords()
  return (
    <Drawer
      opened={need !== null}
      onClose={onClose}
      title={need && needWords(t, need)}
      position="right"
      size={480}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {need && (
        <Stack gap="lg">
          <Steps need={need} />
          {need.state !== 'met' && need.state !== 'dropped' && (
            <StepForm key={need.version} need={need} today={today} onClose={onClose} />
          )}
        </Stack>
      )}
    </Drawer>
  )
}

function Steps({ need }: { readonly need: Need }) {
  const t = useWords()
  return (
    <ul className={classes.lines} aria-label={t('children.need.steps')}>
      <li>
        <time dateTime={need.askedOn}>{formatDay(need.askedOn, t.language)}</time>
        <span>{t('children.need.stepAsked', { quantity: need.quantity })}</span>
      </li>
      {need.steps.map((step) => (
        <li key={step.id}>
          <time dateTime={step.day}>{formatDay(step.day, t.language)}</time>
          <span>
            {t(`children.need.step.${step.kind}`, { quantity: step.quantity, who: step.who })}
            {step.note && ` · ${step.note}`}
          </span>
        </li>
      ))}
      {need.droppedOn && (
        <li>
          <time dateTime={need.droppedOn}>{formatDay(need.droppedOn, t.language)}</time>
          <span>{t('children.need.stepDropped', { reason: need.dropReason ?? '' })}</span>
        </li>
      )}
    </ul>
  )
}

function StepForm({
  need,
  today,
  onClose,
}: {
  readonly need: Need
  readonly today: string
  readonly onClose: () => void
}) {
  const t = useWords()
  useReturnFocus()
  const act = useAct('children.stepNeed')
  const refusal = useFieldRefusal(act.refusals)
  const [kind, setKind] = useState<NeedAct>(need.pledged > 0 ? 'delivered' : 'promised')
  const [quantity, setQuantity] = useState<number | string>(
    need.pledged > 0 ? need.pledged : need.quantity - need.given,
  )
  const [who, setWho] = useState(need.steps.findLast((step) => step.kind === 'promised')?.who ?? '')
  const [day, setDay] = useState<string | null>(today)
  const [dropping, setDropping] = useState(false)
  const save = async () => {
    if (!day || typeof quantity !== 'number') return
    const outcome = await act.run({ id: need.id, version: need.version, kind, day, quantity, who, note: null })
    if (!outcome.ok) return
    notifications.show({ message: t(`children.need.saved.${kind}`) })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="md">
        <Radio.Group label={t('children.need.next')} value={kind} onChange={(next) => setKind(next)}>
          <Group gap="md" mt={6}>
            {(['promised', 'delivered', 'withdrawn'] as const).map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`children.need.act.${each}`)}
                disabled={each === 'withdrawn' && need.pledged === 0}
              />
            ))}
          </Group>
        </Radio.Group>
        <Group grow align="flex-start">
          <NumberInput
            required
            min={1}
            max={9999}
            allowDecimal={false}
            label={t('children.need.quantity')}
            value={quantity}
            error={refusal('quantity')}
            onChange={setQuantity}
          />
          <DayField
            w="100%"
            required
            label={t('children.need.day')}
            maxDate={today}
            value={day}
            error={refusal('day')}
            onChange={setDay}
          />
        </Group>
        <TextInput
          required
          label={t(`children.need.who.${kind}`)}
          maxLength={120}
          autoComplete="off"
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        <Refusals of={act.refusals} />
        <Group justify="space-between">
          <Button variant="default" onClick={() => setDropping(true)}>
            {t('children.need.drop')}
          </Button>
          <Button type="submit" loading={act.pending} disabled={!who.trim() || !day || typeof quantity !== 'number'}>
            {t(`children.need.verb.${kind}`)}
          </Button>
        </Group>
      </Stack>
      <Drop need={need} opened={dropping} onClose={() => setDropping(false)} onDropped={onClose} />
    </form>
  )
}

function Drop({
  need,
  opened,
  onClose,
  onDropped,
}: {
  readonly need: Need
  readonly opened: boolean
  readonly onClose: () => void
  readonly onDropped: () => void
}) {
  const t = useWords()
  const act = useAct('children.dropNeed')
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={t('children.need.drop')}
      consequences={[t('children.need.dropKeeps')]}
      verb={t('children.need.dropVerb')}
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async (reason) => {
        const outcome = await act.run({ id: need.id, version: need.version, reason })
        if (outcome.ok) onDropped()
        return outcome.ok
      }}
    />
  )
}
