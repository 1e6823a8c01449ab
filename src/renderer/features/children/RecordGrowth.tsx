/** A measurement: what looks odd is asked about, and whoever says that it was measured so is believed. */
import { Button, Group, Modal, NumberInput, Radio, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useRemembered } from '../../ui/use-remembered'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Refusals } from '../../ui/Refusals'
import type { HealthFile } from './health-file'

/** Under two years a child is measured lying. */
const LYING_MONTHS = 24

type Typed = number | ''

/** Nobody of these ages measures more: such a figure was typed in grams or millimetres. */
const MOST = { weightKg: 150, heightCm: 200, headCm: 80 }
const isTooMuch = (name: keyof typeof MOST, value: Typed): boolean => Number(value) > MOST[name]

export function RecordGrowth({ file, onClose }: { readonly file: HealthFile; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.recordGrowth')
  const [day, setDay] = useState<string | null>(file.today)
  const [weight, setWeight] = useState<Typed>('')
  const [height, setHeight] = useState<Typed>('')
  const [head, setHead] = useState<Typed>('')
  const [lying, setLying] = useState(file.age.months === null || file.age.months < LYING_MONTHS)
  const [by, setBy] = useRemembered('children.measuredBy', '')
  const odd = act.refusals.length > 0 && act.refusals.every((refusal) => refusal.code.startsWith('odd-'))
  const wrongUnit = isTooMuch('weightKg', weight) || isTooMuch('heightCm', height) || isTooMuch('headCm', head)
  const nothing = weight === '' && height === '' && head === ''
  const save = async (confirmed: boolean) => {
    if (!day || nothing) return
    const of = (value: Typed, unit: number): number | null => (value === '' ? null : Math.round(value * unit))
    const outcome = await act.run({
      childId: file.id,
      day,
      weightG: of(weight, 1000),
      heightMm: of(height, 10),
      headMm: of(head, 10),
      lying,
      measuredBy: by,
      confirmed,
    })
    if (!outcome.ok) return
    notifications.show({ color: 'nopal', message: t('children.growth.saved') })
    onClose()
  }
  const number = (name: keyof typeof MOST, value: Typed, setValue: (next: Typed) => void, decimals: number) => (
    <NumberInput
      {...(name === 'weightKg' ? { 'data-autofocus': true } : {})}
      label={t(`children.growth.${name}`)}
      error={
        isTooMuch(name, value) && t(name === 'weightKg' ? 'children.growth.notGrams' : 'children.growth.notMillimetres')
      }
      w={136}
      min={0}
      decimalScale={decimals}
      hideControls
      value={value}
      onChange={(next) => {
        act.clear()
        setValue(next === '' ? '' : Number(next))
      }}
    />
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('children.growth.add')}
      size={560}
      centered
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
      >
        <Stack gap="md">
          <DayField required label={t('children.growth.day')} value={day} maxDate={file.today} onChange={setDay} />
          <Group gap="md" align="flex-start">
            {number('weightKg', weight, setWeight, 3)}
            {number('heightCm', height, setHeight, 1)}
            {number('headCm', head, setHead, 1)}
          </Group>
          <Radio.Group
            label={t('children.growth.how')}
            value={lying ? 'lying' : 'standing'}
            onChange={(value) => setLying(value === 'lying')}
          >
            <Group gap="md" mt={6}>
              <Radio value="lying" label={t('children.growth.lying')} />
              <Radio value="standing" label={t('children.growth.standing')} />
            </Group>
          </Radio.Group>
          <TextInput
            required
            label={t('children.growth.by')}
            description={t('children.growth.byHint')}
            maxLength={80}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <Refusals of={act.refusals} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            {odd ? (
              <Button loading={act.pending} onClick={() => void save(true)}>
                {t('children.growth.confirm')}
              </Button>
            ) : (
              <Button type="submit" loading={act.pending} disabled={nothing || wrongUnit || !day || by.trim() === ''}>
                {t('children.growth.save')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
