/** The gate: today's list, one big answer, one button out, one button in. A scanner is a keyboard that ends in Enter. */
import { Alert, Button, Group, TextInput } from '@mantine/core'
import {
  IconBarcode,
  IconClockExclamation,
  IconHandStop,
  IconKeyboard,
  IconPhone,
  IconUserX,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { GateLine } from '../../../shared/contract/gate-line'
import { formatDay } from '../../../shared/i18n/format'
import type { Refusal } from '../../../shared/kernel/outcome'
import { call, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { GateAnswer } from './GateAnswer'
import { GateContacts } from './GateContacts'
import { GateGroup } from './GateGroup'
import { GateList } from './GateList'
import { GateTurnAway } from './GateTurnAway'
import { entriesOf } from './gate-words'
import { useScanner } from './use-scanner'
import classes from './gate.module.css'

const MINUTE = 60_000

/** What is shown large: one child, or the children of one permission on one day. */
type Chosen = { readonly id: string } | { readonly key: string } | null
type Dialog = 'contacts' | 'turn-away' | null

const keyOf = (line: GateLine): string => `${line.permissionId} ${line.leavesOn}`

export function GatePage() {
  const t = useWords()
  const { may } = useSession()
  const gate = useRead('outings.gate', {})
  const [chosen, setChosen] = useState<Chosen>(null)
  const [found, setFound] = useState<readonly GateLine[]>([])
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [dialog, setDialog] = useState<Dialog>(null)
  const folioField = useRef<HTMLInputElement>(null)
  useEveryMinute(() => gate.refetch())

  const listed = gate.data?.rows ?? []
  // The list is read anew after every act: what is shown large is always the newest line.
  const rows = [...listed, ...found.filter((line) => !listed.some((row) => row.id === line.id))]
  const shown =
    chosen === null ? [] : rows.filter((row) => ('id' in chosen ? row.id === chosen.id : keyOf(row) === chosen.key))
  const [one] = shown

  const find = useCallback(async (folio: string) => {
    const outcome = await call('outings.byFolio', { folio })
    const lines = outcome.ok ? outcome.value.rows : []
    const [first] = lines
    setFound(lines)
    setChosen(first ? (lines.length === 1 ? { id: first.id } : { key: keyOf(first) }) : null)
    setRefusals(outcome.ok ? [] : outcome.refusals)
  }, [])
  const scanned = useCallback((folio: string) => void find(folio), [find])
  useScanner(folioField, scanned)
  const close = () => {
    setChosen(null)
    setFound([])
    setRefusals([])
    folioField.current?.focus()
  }
  const contacts = gate.data?.contacts ?? []
  const leads = gate.data?.leads ?? []

  return (
    <Page
      title={t('outings.gate.nav')}
      subtitle={gate.data && `${formatDay(gate.data.today, t.language)} · ${gate.data.time}`}
      primary={
        gate.data && (
          <Group gap={8}>
            <Button
              variant="default"
              leftSection={<IconUserX size={18} aria-hidden />}
              onClick={() => setDialog('turn-away')}
            >
              {t('outings.gate.turnAway')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPhone size={18} aria-hidden />}
              onClick={() => setDialog('contacts')}
            >
              {t('outings.gate.contacts')}
            </Button>
            <PaperButton
              channel="outings.printGateDay"
              input={{ day: gate.data.today }}
              label={t('outings.gate.day')}
              variant="default"
            />
            {may('outings.gateLog') && (
              <Button
                component={Link}
                to="/gate/log"
                variant="default"
                leftSection={<IconHandStop size={18} aria-hidden />}
              >
                {t('outings.gateLog.open')}
              </Button>
            )}
            <Button
              component={Link}
              to="/gate/sheet"
              variant="default"
              leftSection={<IconKeyboard size={18} aria-hidden />}
            >
              {t('outings.gate.keyBack')}
            </Button>
          </Group>
        )
      }
    >
      {gate.data?.clockBehind && (
        <Alert color="granada" icon={<IconClockExclamation size={22} aria-hidden />} role="alert" mb="sm">
          {t('outings.gate.clockBehind', {
            day: formatDay(gate.data.clockBehind.day, t.language),
            time: gate.data.clockBehind.time,
          })}
        </Alert>
      )}
      <Refusals of={[...gate.refusals, ...refusals]} />
      <div className={classes.gate}>
        <div>
          <FolioField onFolio={scanned} field={folioField} />
          <GateList
            entries={entriesOf(listed)}
            chosen={one ? keyOf(one) : null}
            ready={gate.data !== undefined}
            onChoose={(entry) => {
              const [first] = entry.lines
              setRefusals([])
              setChosen(entry.lines.length === 1 && first ? { id: first.id } : { key: entry.key })
            }}
          />
        </div>
        {one === undefined ? (
          <div className={classes.hint}>
            <Empty title={t('outings.gate.choose')} hint={t('outings.gate.chooseHint')} />
          </div>
        ) : shown.length > 1 ? (
          <GateGroup
            key={keyOf(one)}
            lines={shown}
            leads={leads}
            contacts={contacts}
            onClose={close}
            onOne={(id) => setChosen({ id })}
          />
        ) : (
          <GateAnswer key={one.id} line={one} leads={leads} contacts={contacts} onClose={close} />
        )}
      </div>
      <GateContacts opened={dialog === 'contacts'} onClose={() => setDialog(null)} contacts={contacts} />
      <GateTurnAway
        opened={dialog === 'turn-away'}
        onClose={() => setDialog(null)}
        line={shown.length === 1 ? one : undefined}
      />
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
        flex={1}
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
