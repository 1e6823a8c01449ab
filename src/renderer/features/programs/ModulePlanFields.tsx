/** The modules that an edition teaches, in order, with the hours that it gives each; beside them how they add up. */
import { ActionIcon, Button, NumberInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { formatNumber } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import type { ModuleForm } from './edition-form'
import { moved } from './move-line'
import classes from './programs.module.css'

export function ModulePlanFields({
  modules,
  catalog,
  hours,
  onChange,
}: {
  readonly modules: readonly ModuleForm[]
  /** What the workshop teaches; those that are not in the plan may be put in. */
  readonly catalog: readonly { readonly id: string; readonly title: string; readonly minutes: number }[]
  readonly hours: number | null
  readonly onChange: (modules: readonly ModuleForm[]) => void
}) {
  const t = useWords()
  const out = catalog.filter((each) => !modules.some((module) => module.id === each.id))
  if (modules.length === 0 && out.length === 0) return null
  const sum = modules.reduce((minutes, module) => minutes + (module.minutes ?? 0), 0) / 60
  return (
    <fieldset className={classes.slots}>
      <legend className={classes.legend}>{t('programs.form.modules')}</legend>
      {modules.map((module, index) => (
        <div key={module.id} className={classes.line}>
          <span className={classes.lineName}>
            {index + 1}. {module.title}
          </span>
          <NumberInput
            aria-label={t('programs.form.moduleHours', { title: module.title })}
            w={110}
            min={0.5}
            max={1000}
            step={0.5}
            decimalScale={2}
            suffix=" h"
            value={module.minutes === null ? '' : module.minutes / 60}
            onChange={(value) =>
              onChange(
                modules.map((each) =>
                  each.id === module.id
                    ? { ...each, minutes: typeof value === 'number' && value > 0 ? Math.round(value * 60) : null }
                    : each,
                ),
              )
            }
          />
          <Steps
            index={index}
            count={modules.length}
            title={module.title}
            onMove={(by) => onChange(moved(modules, index, by))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('programs.line.drop', { title: module.title })}
            onClick={() => onChange(modules.filter((each) => each.id !== module.id))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {modules.length > 0 && (
        <p className={classes.hint}>
          {t('programs.form.modulesSum', {
            hours: formatNumber(sum),
            promised: hours === null ? '—' : formatNumber(hours),
          })}
        </p>
      )}
      {out.length > 0 && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange([...modules, ...out])}>
            {t('programs.form.takeModules', { count: out.length })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

/** Two buttons that move a line up or down: the keyboard's equal of dragging. */
export function Steps({
  index,
  count,
  title,
  onMove,
}: {
  readonly index: number
  readonly count: number
  readonly title: string
  readonly onMove: (by: -1 | 1) => void
}) {
  const t = useWords()
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        disabled={index === 0}
        aria-label={t('programs.line.up', { title })}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        disabled={index === count - 1}
        aria-label={t('programs.line.down', { title })}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
    </>
  )
}
