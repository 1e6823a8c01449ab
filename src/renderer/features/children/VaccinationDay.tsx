/** A vaccination day: one dose, given on one day to several children at once; all of it can be taken back. */
import { Button, Checkbox, Group, Modal, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Refusals } from '../../ui/Refusals'
import { useUndoNotice } from '../../ui/use-undo'

export interface VaccinationDayProps {
  readonly of: Output<'children.due'>
  readonly onClose: () => void
}

export function VaccinationDay({ of, onClose }: VaccinationDayProps) {
  const t = useWords()
  const act = useAct('children.recordDoses')
  const say = useUndoNotice()
  const [dose, setDose] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>(of.today)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [seen, setSeen] = useState(true)
  const doses = of.children.flatMap((child) => child.doses.map((each) => ({ ...each, child })))
  const keyOf = (each: { vaccine: string; dose: string }): string => `${each.vaccine} · ${each.dose}`
  const names = [...new Set(doses.map(keyOf))]
  const waiting = doses.filter((each) => keyOf(each) === dose)
  const picked = waiting.filter((each) => chosen.includes(each.child.childId))
  const save = async () => {
    if (!day || !dose) return
    const outcome = await act.run({
      doses: picked.map((each) => ({ childId: each.child.childId, vaccine: each.vaccine, dose: each.dose, day })),
      outcome: 'done',
      seenOnCard: seen,
      reason: null,
    })
    if (!outcome.ok) return
    say(outcome.value.batchId, t('children.due.given', { dose, count: outcome.value.recorded }))
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('children.due.give')}
      size={520}
      centered
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
              required
              searchable
              w={270}
              label={t('children.health.dose')}
              data={names}
              value={dose}
              onChange={(value) => {
                setDose(value)
                setChosen([])
              }}
            />
            <DayField
              required
              label={t('children.vaccines.givenOn')}
              value={day}
              maxDate={of.today}
              onChange={setDay}
            />
          </Group>
          {waiting.length > 0 && (
            <Checkbox.Group label={t('children.due.whom')} value={[...chosen]} onChange={setChosen}>
              <Stack gap={6} mt={6}>
                {waiting.map(({ child }) => (
                  <Checkbox key={child.childId} value={child.childId} label={listName(child)} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Checkbox
            label={t('children.vaccines.seenOnCards')}
            checked={seen}
            onChange={(event) => setSeen(event.currentTarget.checked)}
          />
          <Refusals of={act.refusals} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={act.pending} disabled={picked.length === 0 || !day}>
              {t('children.due.giveTo', { count: picked.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
