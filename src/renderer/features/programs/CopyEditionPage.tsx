/** A new edition from one that stands: dates and code are proposed, Enter makes it, and the message can take it back. */
import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatNumber } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useFilter, useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useUndoNotice } from '../../ui/use-undo'
import { ClashLines } from './ClashLines'
import { formatDay } from '../../../shared/i18n/format'
import classes from './programs.module.css'

type Draft = Output<'programs.copyDraft'>

/** The dates of the last copy of this sitting: a term's editions most often share them. */
interface Term {
  readonly startsOn: string | null
  readonly endsOn: string | null
}
const NO_TERM: Term = { startsOn: null, endsOn: null }

export function CopyEditionPage() {
  const t = useWords()
  const go = useGo()
  const id = useRouteParam('id')
  const say = useUndoNotice()
  const model = useRead('programs.edition', { id }).data
  const [term, setTerm] = useFilter<Term>('programs.term', NO_TERM)
  const [dates, setDates] = useState<Term>(term)
  const [settled] = useDebouncedValue(dates, 200)
  const [code, setCode] = useState<string | null>(null)
  const [takesWaiting, setTakesWaiting] = useState(true)
  const read = useRead('programs.copyDraft', {
    id,
    ...(settled.startsOn && { startsOn: settled.startsOn }),
    ...(settled.startsOn && settled.endsOn && { endsOn: settled.endsOn }),
  })
  const draft = read.data
  const act = useAct('programs.copy')
  const error = useFieldRefusal([...read.refusals, ...act.refusals])
  const startsOn = dates.startsOn ?? draft?.startsOn ?? null
  const endsOn = dates.endsOn ?? draft?.endsOn ?? null
  const shownCode = code ?? draft?.code ?? ''

  const copy = async () => {
    if (!startsOn || !endsOn || !shownCode) return
    const outcome = await act.run({ id, code: shownCode, startsOn, endsOn, takesWaiting })
    if (!outcome.ok) return
    setTerm({ startsOn, endsOn })
    say(outcome.value.batchId, t('programs.copy.done', { code: shownCode, count: outcome.value.sessions }))
    go(`/programs/${outcome.value.id}`)
  }
  return (
    <Page
      title={t('programs.copy.title')}
      subtitle={model && `${model.code} · ${model.title}`}
      back={{ to: `/programs/${id}`, label: model?.title ?? t('programs.edition.back') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void copy()
        }}
      >
        <div className={classes.fields}>
          <div className={classes.row}>
            <TextInput
              required
              autoFocus
              w={150}
              label={t('programs.form.code')}
              maxLength={30}
              value={shownCode}
              error={error('code')}
              onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
            />
            <DayField
              required
              label={t('programs.form.startsOn')}
              value={startsOn}
              error={error('startsOn')}
              // Another beginning moves the end with it, unless she says otherwise.
              onChange={(next) => setDates({ startsOn: next, endsOn: null })}
            />
            <DayField
              required
              label={t('programs.form.endsOn')}
              value={endsOn}
              error={error('endsOn')}
              onChange={(next) => setDates({ startsOn, endsOn: next })}
            />
          </div>
          <p className={classes.hint}>{t('programs.copy.keeps')}</p>
          {draft && <Waiting draft={draft} value={takesWaiting} onChange={setTakesWaiting} />}
          <Refusals of={[...read.refusals, ...act.refusals].filter((refusal) => refusal.field === undefined)} />
          <Group>
            <Button type="submit" loading={act.pending} disabled={!startsOn || !endsOn || !shownCode}>
              {t('programs.copy.verb')}
            </Button>
            <Button variant="default" onClick={() => go(`/programs/${id}`)}>
              {t('programs.form.cancel')}
            </Button>
          </Group>
        </div>
        {draft && <Result draft={draft} />}
      </form>
    </Page>
  )
}

/** Who would come along, and who has completed it and must not. */
function Waiting({
  draft,
  value,
  onChange,
}: {
  readonly draft: Draft
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) {
  const t = useWords()
  const names = (women: Draft['waiting']) => women?.map((woman) => woman.name).join(' · ')
  return (
    <>
      <Checkbox
        label={t('programs.copy.takesWaiting', { count: draft.waitingCount })}
        description={names(draft.waiting) || t('programs.copy.nobodyWaits')}
        checked={value}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {draft.completedCount > 0 && (
        <div>
          <Status tone="info" label={t('programs.copy.completed', { count: draft.completedCount })} />
          <p className={classes.hint}>{names(draft.completed)}</p>
        </div>
      )}
    </>
  )
}

function Result({ draft }: { readonly draft: Draft }) {
  const t = useWords()
  return (
    <aside className={classes.preview} aria-label={t('programs.preview.title')}>
      <h2>{t('programs.preview.title')}</h2>
      <div role="status">
        <ul>
          <li>{t('programs.preview.sessions', { count: draft.sessions })}</li>
          <li>{t('programs.preview.hours', { hours: formatNumber(draft.hours), promised: draft.promised })}</li>
          {draft.clearanceUntil && (
            <li>
              <Status
                tone="attention"
                label={t('programs.preview.clearance', { day: formatDay(draft.clearanceUntil, t.language) })}
              />
            </li>
          )}
          <ClashLines clashes={draft.clashes} />
        </ul>
      </div>
    </aside>
  )
}
