/** What a workshop asks of who enters: soft rules, one line each. */
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Output } from '../../../shared/contract'
import { REQUIREMENT_KINDS, SCHOOLING_LEVELS, type Requirement } from '../../../shared/contract/workshops.contract'
import { useWords } from '../../platform/words'
import classes from './programs.module.css'

type Others = Output<'programs.workshop'>['others']

const LEGAL = ['tried', 'sentenced'] as const

/** A line of a kind as it begins. */
function fresh(kind: Requirement['kind'], others: Others): Requirement | undefined {
  switch (kind) {
    case 'schooling':
      return { kind, value: 'primary' }
    case 'prior-workshop': {
      const first = others[0]
      return first && { kind, value: first.id }
    }
    case 'prior-module': {
      const first = others.find((each) => each.modules.length > 0)?.modules[0]
      return first && { kind, value: first.id }
    }
    case 'max-places':
      return { kind, value: '3' }
    case 'max-hours':
      return { kind, value: '20' }
    case 'legal-status':
      return { kind, value: 'sentenced' }
    case 'language':
      return { kind, value: 'español' }
    case 'care':
      return { kind, value: '' }
    case 'to-check':
      return { kind, value: '' }
  }
}

export function RequirementFields({
  requirements,
  others,
  error,
  onChange,
}: {
  readonly requirements: readonly Requirement[]
  readonly others: Others
  readonly error: (field: string) => string | undefined
  readonly onChange: (requirements: readonly Requirement[]) => void
}) {
  const t = useWords()
  const kinds = REQUIREMENT_KINDS.filter((kind) => fresh(kind, others) !== undefined)
  const set = (index: number, next: Requirement | undefined) =>
    next && onChange(requirements.map((each, i) => (i === index ? next : each)))
  return (
    <fieldset className={classes.slots}>
      <legend className={classes.legend}>{t('programs.catalog.requirements')}</legend>
      <p className={classes.hint}>{t('programs.catalog.requirementsHint')}</p>
      {requirements.map((each, index) => (
        <div key={index} className={classes.line}>
          <Select
            w={300}
            allowDeselect={false}
            aria-label={t('programs.requirement.kind', { number: index + 1 })}
            data={kinds.map((kind) => ({ value: kind, label: t(`programs.requirement.${kind}.name`) }))}
            value={each.kind}
            error={error(`requirements.${String(index)}`)}
            onChange={(kind) => {
              const chosen = kinds.find((one) => one === kind)
              set(index, chosen && fresh(chosen, others))
            }}
          />
          <ValueField requirement={each} others={others} onChange={(next) => set(index, next)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('programs.line.drop', { title: t(`programs.requirement.${each.kind}.name`) })}
            onClick={() => onChange(requirements.filter((_, i) => i !== index))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...requirements, { kind: 'schooling', value: 'primary' }])}
        >
          {t('programs.requirement.add')}
        </Button>
      </div>
    </fieldset>
  )
}

function ValueField({
  requirement,
  others,
  onChange,
}: {
  readonly requirement: Requirement
  readonly others: Others
  readonly onChange: (next: Requirement) => void
}) {
  const t = useWords()
  const label = t(`programs.requirement.${requirement.kind}.value`)
  const choose = (data: { value: string; label: string }[], change: (value: string) => void) => (
    <Select
      className={classes.grow ?? ''}
      maw={420}
      searchable={data.length > 8}
      allowDeselect={false}
      aria-label={label}
      data={data}
      value={requirement.value}
      onChange={(value) => value !== null && change(value)}
    />
  )
  switch (requirement.kind) {
    case 'schooling':
      return choose(
        SCHOOLING_LEVELS.map((value) => ({ value, label: t(`programs.schooling.${value}`) })),
        (value) =>
          onChange({ ...requirement, value: SCHOOLING_LEVELS.find((each) => each === value) ?? requirement.value }),
      )
    case 'legal-status':
      return choose(
        LEGAL.map((value) => ({ value, label: t(`programs.legal.${value}`) })),
        (value) => onChange({ ...requirement, value: LEGAL.find((each) => each === value) ?? requirement.value }),
      )
    case 'prior-workshop':
      return choose(
        others.map(({ id, title }) => ({ value: id, label: title })),
        (value) => onChange({ ...requirement, value }),
      )
    case 'prior-module':
      return choose(
        others.flatMap((each) =>
          each.modules.map(({ id, title }) => ({ value: id, label: `${each.title}: ${title}` })),
        ),
        (value) => onChange({ ...requirement, value }),
      )
    case 'max-places':
    case 'max-hours':
      return (
        <NumberInput
          w={110}
          aria-label={label}
          min={1}
          max={requirement.kind === 'max-places' ? 20 : 60}
          allowDecimal={false}
          value={Number(requirement.value)}
          onChange={(value) => onChange({ ...requirement, value: String(value || 1) })}
        />
      )
    case 'language':
    case 'to-check':
      return (
        <TextInput
          required
          className={classes.grow ?? ''}
          maw={420}
          aria-label={label}
          maxLength={requirement.kind === 'language' ? 40 : 160}
          value={requirement.value}
          onChange={(event) => onChange({ ...requirement, value: event.currentTarget.value })}
        />
      )
    case 'care':
      return <span className={classes.soft}>{label}</span>
  }
}
