/** Keys a child's card as a whole: one line for each dose that is not noted yet, its day typed beside it. */
import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { DraftNotice } from '../../ui/DraftNotice'
import { Empty } from '../../ui/Empty'
import { Refusals } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { useUndoNotice } from '../../ui/use-undo'
import { ChildFrame } from './ChildFrame'
import { ageWords } from './health-words'
import classes from './health.module.css'

type Days = Readonly<Record<string, string>>
const NONE: Days = {}

export function CardPage() {
  const id = useRouteParam('id')
  return <ChildFrame>{() => <Card id={id} />}</ChildFrame>
}

function Card({ id }: { readonly id: string }) {
  const t = useWords()
  const go = useGo()
  const say = useUndoNotice()
  const act = useAct('children.recordDoses')
  const { data, refusals } = useRead('children.health', { id })
  const [days, setDays] = useState(NONE)
  const [seen, setSeen] = useState(true)
  const draft = useDraft(`children.card:${id}`, days, setDays)
  if (!data) return <Refusals of={refusals} />
  const lines = data.doses.filter((line) => line.inScheme && line.state !== 'done')
  const typed = lines.flatMap(({ vaccine, dose }) => {
    const day = days[`${vaccine}|${dose}`]
    return day ? [{ childId: id, vaccine, dose, day }] : []
  })
  const save = async () => {
    const outcome = await act.run({ doses: typed, outcome: 'done', seenOnCard: seen, reason: null })
    if (!outcome.ok) return
    draft.drop()
    setDays(NONE)
    say(outcome.value.batchId, t('children.card.saved', { count: outcome.value.recorded }))
    go(`/children/${id}/health`)
  }
  if (lines.length === 0) return <Empty title={t('children.card.complete')} />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.length > 0) void save()
      }}
    >
      <h2>{t('children.card.title')}</h2>
      <p className={classes.quiet}>{t('children.card.lead', { day: formatDay(data.scheme.sourceDay, t.language) })}</p>
      <DraftNotice draft={draft} onDiscard={() => setDays(NONE)} />
      <table className={classes.grid} aria-label={t('children.card.title')}>
        <thead>
          <tr>
            <th scope="col">{t('children.vaccines.vaccine')}</th>
            <th scope="col">{t('children.health.dose')}</th>
            <th scope="col">{t('children.vaccines.atAge')}</th>
            <th scope="col">{t('children.vaccines.givenOn')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const key = `${line.vaccine}|${line.dose}`
            return (
              <tr key={key}>
                <td>{line.vaccine}</td>
                <td>{line.dose}</td>
                <td>{line.fromMonths === 0 ? t('children.vaccines.atBirth') : ageWords(t, line.fromMonths)}</td>
                <td>
                  <DayField
                    label=""
                    aria-label={t('children.card.dayOf', { dose: `${line.vaccine} ${line.dose}` })}
                    clearable
                    maxDate={data.today}
                    value={days[key] ?? null}
                    onChange={(day) => setDays(withDay(days, key, day))}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Group mt="md" gap="xl">
        <Checkbox
          label={t('children.vaccines.seenOnCard')}
          checked={seen}
          onChange={(event) => setSeen(event.currentTarget.checked)}
        />
        <Button type="submit" loading={act.pending} disabled={typed.length === 0}>
          {t('children.card.save', { count: typed.length })}
        </Button>
      </Group>
      <Refusals of={act.refusals} />
    </form>
  )
}

function withDay(days: Days, key: string, day: string | null): Days {
  const { [key]: _before, ...rest } = days
  return day ? { ...rest, [key]: day } : rest
}
