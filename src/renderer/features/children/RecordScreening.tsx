/** A screening as it was made: who, with which instrument, the light of each area. The whole is the worst of them. */
import { Button, Drawer, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import {
  AREAS,
  AXES,
  EDI_GROUPS,
  INSTRUMENTS,
  LIGHTS_OF,
  type Area,
  type Instrument,
  type Light,
  type Screened,
} from '../../../shared/contract/child-development'
import type { Input } from '../../../shared/contract'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { useRemembered } from '../../ui/use-remembered'
import type { HealthFile } from './health-file'

type Lights = Partial<Record<Screened, Light>>
type Totals = Partial<Record<Area, number>>

/** The group of her age today, corrected where it is. */
function groupNow(file: HealthFile): number | null {
  const months = file.age.correctedMonths ?? file.age.months
  if (months === null) return null
  const index = EDI_GROUPS.findIndex(([from, until]) => months >= from && months <= until)
  return index < 0 ? null : index + 1
}

export function RecordScreening({ file, onClose }: { readonly file: HealthFile; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.recordScreening')
  const [instrument, setInstrument] = useState<Instrument>('EDI')
  const [version, setVersion] = useState(t('children.screening.versionOf.EDI'))
  const [evaluator, setEvaluator] = useRemembered('children.screeningBy', '')
  const [day, setDay] = useState<string | null>(file.today)
  const [group, setGroup] = useState<number | null>(groupNow(file))
  const [lights, setLights] = useState<Lights>({})
  const [totals, setTotals] = useState<Totals>({})
  const [to, setTo] = useState('')
  const areas: readonly Screened[] = instrument === 'EDI' ? [...AREAS, ...AXES] : AREAS
  const input = inputOf({ file, instrument, version, evaluator, day, group, lights, totals, to })
  const save = async () => {
    if (!input) return
    const outcome = await act.run(input)
    if (!outcome.ok) return
    const light = t(`children.screening.light.${outcome.value.overall}`)
    notifications.show({ color: 'nopal', message: t('children.screening.saved', { light }) })
    onClose()
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t('children.screening.add')}
      size={560}
      position="right"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack gap="md">
          <Group gap="md" align="flex-start">
            <Select
              data-autofocus
              w={140}
              label={t('children.screening.instrument')}
              allowDeselect={false}
              data={[...INSTRUMENTS]}
              value={instrument}
              onChange={(value) => {
                setInstrument(INSTRUMENTS.find((each) => each === value) ?? instrument)
                setGroup(value === 'EDI' ? groupNow(file) : null)
                setVersion(t(`children.screening.versionOf.${value ?? 'EDI'}`))
              }}
            />
            <DayField required label={t('children.screening.day')} value={day} maxDate={file.today} onChange={setDay} />
            {instrument === 'EDI' ? (
              <Select
                required
                w={180}
                label={t('children.screening.group')}
                allowDeselect={false}
                data={EDI_GROUPS.map(([from, until], index) => ({
                  value: String(index + 1),
                  label: t('children.screening.groupAges', { group: index + 1, from, until }),
                }))}
                value={group === null ? null : String(group)}
                onChange={(value) => setGroup(value === null ? null : Number(value))}
              />
            ) : (
              <NumberInput
                required
                w={180}
                label={t('children.screening.questionnaire')}
                min={1}
                max={66}
                allowDecimal={false}
                value={group ?? ''}
                onChange={(value) => setGroup(value === '' ? null : Number(value))}
              />
            )}
          </Group>
          <Group gap="md" grow align="flex-start">
            <TextInput
              required
              label={t('children.screening.version')}
              maxLength={60}
              value={version}
              onChange={(event) => setVersion(event.currentTarget.value)}
            />
            <TextInput
              required
              label={t('children.screening.evaluator')}
              maxLength={80}
              value={evaluator}
              onChange={(event) => setEvaluator(event.currentTarget.value)}
            />
          </Group>
          <Section title={t('children.screening.results')}>
            <Stack gap={6}>
              {areas.map((area) => (
                <AreaLine
                  key={area}
                  area={area}
                  light={lights[area] ?? null}
                  onLight={(light) => setLights({ ...lights, [area]: light ?? undefined })}
                  {...(instrument === 'ASQ-3'
                    ? {
                        total: totals[area as Area] ?? null,
                        onTotal: (total: number | null) => setTotals({ ...totals, [area]: total ?? undefined }),
                      }
                    : {})}
                />
              ))}
            </Stack>
          </Section>
          <TextInput
            label={t('children.screening.referTo')}
            description={t('children.screening.referHint')}
            maxLength={120}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Refusals of={act.refusals} />
          <Group justify="flex-end">
            <Button type="submit" loading={act.pending} disabled={!input}>
              {t('children.screening.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  )
}

interface AreaLineProps {
  readonly area: Screened
  readonly light: Light | null
  readonly onLight: (light: Light | null) => void
  readonly total?: number | null
  readonly onTotal?: (total: number | null) => void
}

function AreaLine({ area, light, onLight, total, onTotal }: AreaLineProps) {
  const t = useWords()
  const name = t(`children.screening.area.${area}`)
  return (
    <Group gap="md" wrap="nowrap" justify="space-between">
      <span>{name}</span>
      <Group gap="xs" wrap="nowrap">
        {onTotal && (
          <NumberInput
            size="xs"
            w={92}
            hideControls
            aria-label={t('children.screening.totalOf', { area: name })}
            placeholder={t('children.screening.totalHint')}
            min={0}
            max={60}
            allowDecimal={false}
            value={total ?? ''}
            onChange={(value) => onTotal(value === '' ? null : Number(value))}
          />
        )}
        <Select
          size="xs"
          w={180}
          aria-label={t('children.screening.lightOf', { area: name })}
          placeholder={t('children.screening.notScreened')}
          clearable
          data={LIGHTS_OF[area].map((value) => ({
            value,
            label: t(onTotal ? `children.screening.zone.${value}` : `children.screening.light.${value}`),
          }))}
          value={light}
          onChange={(value) => onLight(LIGHTS_OF[area].find((each) => each === value) ?? null)}
        />
      </Group>
    </Group>
  )
}

interface Typed {
  readonly file: HealthFile
  readonly instrument: Instrument
  readonly version: string
  readonly evaluator: string
  readonly day: string | null
  readonly group: number | null
  readonly lights: Lights
  readonly totals: Totals
  readonly to: string
}

/** What is sent; null while something that is needed is missing. */
function inputOf(typed: Typed): Input<'children.recordScreening'> | null {
  const { file, instrument, version, evaluator, day, group, lights, totals, to } = typed
  if (!day || group === null || version.trim() === '' || evaluator.trim() === '') return null
  const about = { childId: file.id, day, instrumentVersion: version, evaluator, ageGroup: group }
  const referral = to.trim() === '' ? null : { to, on: day }
  if (instrument === 'EDI') {
    const areas = [...AREAS, ...AXES].flatMap((area) => (lights[area] ? [{ area, light: lights[area] }] : []))
    return areas.length === 0 ? null : { instrument, ...about, areas, referral }
  }
  const areas = AREAS.flatMap((area) => {
    const [light, total] = [lights[area], totals[area]]
    return light && total !== undefined ? [{ area, light, total }] : []
  })
  return areas.length === AREAS.length ? { instrument, ...about, areas, referral } : null
}
