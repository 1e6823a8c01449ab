/** A whole term from the editions that stand: choose them, give the dates, make them all at once. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '../../../shared/i18n/format'
import { addMonths } from '../../../shared/kernel/civil-date'
import { useAct, useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useUndoNotice } from '../../ui/use-undo'
import { EditionStatus } from './EditionStatus'
import { patternWords } from './pattern-words'
import classes from './programs.module.css'

interface Term {
  readonly startsOn: string | null
  readonly endsOn: string | null
}
const NO_TERM: Term = { startsOn: null, endsOn: null }
const NO_DAY = '2026-01-01'
/** Months since its end. */
const OF_LATE = 8

export function TermPage() {
  const t = useWords()
  const go = useGo()
  const say = useUndoNotice()
  const [term, setTerm] = useFilter<Term>('programs.term', NO_TERM)
  const list = useRead('programs.editions', {})
  const today = list.data?.day
  // A new term follows those that run or ended of late; older ones are copied from their own page.
  const editions = (list.data?.editions ?? []).filter(
    (edition) => edition.state !== 'coming' && today !== undefined && edition.endsOn >= addMonths(today, -OF_LATE),
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [codes, setCodes] = useState<Readonly<Record<string, string>>>({})
  const ids = editions.filter((edition) => chosen.has(edition.id)).map((edition) => edition.id)
  const { startsOn, endsOn } = term
  const whole = Boolean(startsOn && endsOn) && ids.length > 0 && ids.length <= 100
  const draft = useRead(
    'programs.termDraft',
    { ids: whole ? ids : [NO_ID], startsOn: startsOn ?? NO_DAY, endsOn: endsOn ?? NO_DAY },
    { enabled: whole },
  )
  const act = useAct('programs.copyTerm')
  const rows = new Map((whole ? (draft.data ?? []) : []).map((row) => [row.id, row]))
  const codeOf = (id: string) => codes[id] ?? rows.get(id)?.code ?? ''
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const copy = async () => {
    if (!startsOn || !endsOn) return
    const outcome = await act.run({ startsOn, endsOn, editions: ids.map((id) => ({ id, code: codeOf(id) })) })
    if (!outcome.ok) return
    const { editions: count, sessions, batchId } = outcome.value
    say(batchId, t('programs.term.done', { count, sessions: formatNumber(sessions) }))
    go('/programs')
  }
  const empty = [...rows.values()].filter((row) => row.sessions === 0).length
  return (
    <Page
      title={t('programs.term.title')}
      back={{ to: '/programs', label: t('programs.edition.back') }}
      primary={
        <Button disabled={!whole || !draft.data || empty > 0} loading={act.pending} onClick={() => void copy()}>
          {t('programs.term.verb', { count: ids.length })}
        </Button>
      }
      filters={
        <>
          <DayField
            required
            label={t('programs.form.startsOn')}
            value={startsOn}
            onChange={(next) => setTerm({ ...term, startsOn: next })}
          />
          <DayField
            required
            label={t('programs.form.endsOn')}
            value={endsOn}
            onChange={(next) => setTerm({ ...term, endsOn: next })}
          />
          <p className={classes.hint}>{t('programs.term.hint')}</p>
        </>
      }
    >
      <Refusals of={[...list.refusals, ...(whole ? draft.refusals : []), ...act.refusals]} />
      {list.data && editions.length === 0 && (
        <Empty title={t('programs.empty.title')} hint={t('programs.empty.hint')} />
      )}
      {editions.length > 0 && (
        <table className={classes.term}>
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  aria-label={t('programs.term.all')}
                  checked={ids.length === editions.length}
                  indeterminate={ids.length > 0 && ids.length < editions.length}
                  onChange={(event) =>
                    setChosen(event.currentTarget.checked ? new Set(editions.map((edition) => edition.id)) : new Set())
                  }
                />
              </th>
              <th scope="col">{t('programs.column.title')}</th>
              <th scope="col">{t('programs.term.from')}</th>
              <th scope="col">{t('programs.column.when')}</th>
              <th scope="col">{t('programs.column.state')}</th>
              <th scope="col">{t('programs.term.code')}</th>
              <th scope="col">{t('programs.term.sessions')}</th>
              <th scope="col">{t('programs.term.clashes')}</th>
            </tr>
          </thead>
          <tbody>
            {editions.map((edition) => {
              const row = chosen.has(edition.id) ? rows.get(edition.id) : undefined
              return (
                <tr key={edition.id} data-chosen={chosen.has(edition.id) || undefined}>
                  <td>
                    <Checkbox
                      aria-label={t('programs.term.choose', { title: `${edition.title} ${edition.code}` })}
                      checked={chosen.has(edition.id)}
                      onChange={(event) => toggle(edition.id, event.currentTarget.checked)}
                    />
                  </td>
                  <td>{edition.title}</td>
                  <td>{edition.code}</td>
                  <td>{patternWords(edition.slots, t)}</td>
                  <td>
                    <EditionStatus edition={edition} />
                  </td>
                  <td>
                    {row && (
                      <TextInput
                        size="xs"
                        aria-label={t('programs.term.codeOf', { title: edition.title })}
                        maxLength={30}
                        value={codeOf(edition.id)}
                        onChange={(event) =>
                          setCodes({ ...codes, [edition.id]: event.currentTarget.value.toUpperCase() })
                        }
                      />
                    )}
                  </td>
                  <td>
                    {row &&
                      (row.sessions === 0 ? (
                        <Status tone="stop" label="0" reason={t('refusal.pattern-empty')} />
                      ) : (
                        t('programs.term.sessionsOf', {
                          sessions: row.sessions,
                          hours: formatNumber(row.hours),
                          promised: row.promised,
                        })
                      ))}
                  </td>
                  <td>{row && <Clashes clashes={row.clashes} />}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Page>
  )
}

const NO_ID = '00000000-0000-4000-8000-000000000000'

function Clashes({
  clashes,
}: {
  readonly clashes: readonly {
    readonly kind: string
    readonly resource: string
    readonly title: string
    readonly code: string
  }[]
}) {
  const t = useWords()
  if (clashes.length === 0) return <Status tone="done" label={t('programs.term.noClash')} />
  return (
    <Status
      tone="attention"
      label={String(clashes.length)}
      reason={[...new Set(clashes.map(({ resource, title, code }) => `${resource}: ${title} (${code})`))].join(' · ')}
    />
  )
}
