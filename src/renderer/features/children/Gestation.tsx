/** At how many weeks of pregnancy a child was born: under 37 the ages of a screening are corrected. */
import { Button, NumberInput, Popover, Stack } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import type { HealthFile } from './health-file'

export function Gestation({ file }: { readonly file: HealthFile }) {
  const t = useWords()
  const act = useAct('children.noteGestation')
  const [opened, setOpened] = useState(false)
  const [weeks, setWeeks] = useState<number | ''>(file.gestation?.weeks ?? '')
  const save = async () => {
    if (weeks === '') return
    const outcome = await act.run({ id: file.id, version: file.gestation?.version ?? null, weeks })
    if (outcome.ok) setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-sm" data-no-print onClick={() => setOpened(!opened)}>
          {file.gestation
            ? t('children.health.weeks', { count: file.gestation.weeks })
            : t('children.health.weeksUnknown')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <Stack gap="sm">
            <NumberInput
              data-autofocus
              w={240}
              label={t('children.health.weeksLabel')}
              description={t('children.health.weeksHint')}
              min={22}
              max={44}
              allowDecimal={false}
              value={weeks}
              onChange={(value) => setWeeks(value === '' ? '' : Number(value))}
            />
            <Refusals of={act.refusals} />
            <Button type="submit" size="sm" loading={act.pending} disabled={weeks === ''}>
              {t('children.health.weeksSave')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
