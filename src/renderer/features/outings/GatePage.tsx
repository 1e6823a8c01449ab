/** The gate: today's list, one big answer, one button out, one button in. A scanner is a keyboard that ends in Enter. */
import { Button, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { GateRow } from '../../../shared/contract/outings.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { Refusal } from '../../../shared/kernel/outcome'
import { call, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { GateAnswer } from './GateAnswer'
import { shortDayAndTime, stateWord, toneOf } from './outing-words'
import classes from './outings.module.css'

const MINUTE = 60_000
const ORDER: readonly GateRow['state'][] = [
  'late',
  'out',
  'authorised',
  'requested',
  'back-late',
  'back',
  'not-made',
  'cancelled',
]

const byUrgency = (a: GateRow, b: GateRow): number =>
  ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
  `${a.leavesOn} ${a.leavesAt} ${a.child}`.localeCompare(`${b.leavesOn} ${b.leavesAt} ${b.child}`)

export function GatePage() {
  const t = useWords()
  const gate = useRead('outings.gate', {})
  const [chosen, setChosen] = useState<GateRow | null>(null)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const folioField = useRef<HTMLInputElement>(null)
  useEveryMinute(() => gate.refetch())

  const rows = [...(gate.data?.rows ?? [])].sort(byUrgency)
  // The list is read anew after every act: what is shown large is always the newest row.
  const shown = chosen && (rows.find((row) => row.id === chosen.id) ?? chosen)

  const find = async (folio: string) => {
    const outcome = await call('outings.byFolio', { folio })
    setChosen(outcome.ok ? outcome.value : null)
    setRefusals(outcome.ok ? [] : outcome.refusals)
  }
  const close = () => {
    setChosen(null)
    setRefusals([])
    folioField.current?.focus()
  }

  return (
    <Page
      title={t('outings.gate.nav')}
      subtitle={gate.data && formatDay(gate.data.today, t.language)}
      filters={<FolioField onFolio={(folio) => void find(folio)} field={folioField} />}
    >
      <Refusals of={[...gate.refusals, ...refusals]} />
      <div className={classes.gate}>
        <GateList rows={rows} chosen={shown?.id ?? null} ready={gate.data !== undefined} onChoose={setChosen} />
        {shown ? (
          <GateAnswer key={shown.id} row={shown} onClose={close} />
        ) : (
          <div className={classes.gateHint}>
            <Empty title={t('outings.gate.choose')} hint={t('outings.gate.chooseHint')} />
          </div>
        )}
      </div>
    </Page>
  )
}

function useEveryMinute(again: () => Promise<unknown>): void {
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  })
  useEffect(() => {
    const timer = setInterval(() => void latest.current(), MINUTE)
    return () => clearInterval(timer)
  }, [])
}

function FolioField({
  onFolio,
  field,
}: {
  readonly onFolio: (folio: string) => void
  readonly field: React.RefObject<HTMLInputElement | null>
}) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  return (
    <form
      className={classes.folio}
      onSubmit={(event) => {
        event.preventDefault()
        const folio = typed.trim()
        if (folio) onFolio(folio)
        setTyped('')
      }}
    >
      <TextInput
        ref={field}
        autoFocus
        size="md"
        w={360}
        maxLength={60}
        label={t('outings.gate.folio')}
        description={t('outings.gate.folioHint')}
        leftSection={<IconBarcode size={20} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" size="md" variant="default">
        {t('outings.gate.find')}
      </Button>
    </form>
  )
}

function GateList({
  rows,
  chosen,
  ready,
  onChoose,
}: {
  readonly rows: readonly GateRow[]
  readonly chosen: string | null
  readonly ready: boolean
  readonly onChoose: (row: GateRow) => void
}) {
  const t = useWords()
  if (ready && rows.length === 0) return <Empty title={t('outings.gate.empty')} hint={t('outings.gate.emptyHint')} />
  return (
    <section aria-label={t('outings.gate.list')} className={classes.gateList}>
      <p className={classes.count}>{t('outings.list.count', { count: rows.length })}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={classes.gateRow}
              aria-pressed={row.id === chosen}
              onClick={() => onChoose(row)}
            >
              <span className={classes.gateName}>{row.child}</span>
              <span className={classes.gateTimes}>
                {shortDayAndTime(row.leavesOn, row.leavesAt, t)} → {shortDayAndTime(row.returnsOn, row.returnsAt, t)}
              </span>
              <span className={classes.gateAdult}>{row.adult}</span>
              <Status tone={toneOf(row)} label={stateWord(row, t)} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
