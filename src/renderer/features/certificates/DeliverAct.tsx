/** Records that certificates left the office, to whom and when; or that they stay in her file because she asked for it. */
import { Button, Checkbox, Radio, ScrollArea, Stack, TextInput } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useState } from 'react'
import { deliveredTo } from '../../../shared/contract/certificate-record.contract'
import { listName, type NameParts } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { useNotice } from './StepActs'

const WAYS = [...deliveredTo.options, 'kept'] as const
type Way = (typeof WAYS)[number]

export interface Undelivered extends NameParts {
  readonly id: string
  readonly version: number
  readonly folio: string
}

export interface DeliverActProps {
  readonly rows: readonly Undelivered[]
}

export function DeliverAct({ rows }: DeliverActProps) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const count = rows.length
  if (count === 0 && !asking) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHeartHandshake size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('certificates.deliver', { count })}
      </Button>
      {asking && <Delivery rows={rows} onClose={() => setAsking(false)} />}
    </>
  )
}

function Delivery(props: DeliverActProps & { readonly onClose: () => void }) {
  const t = useWords()
  const { rows } = props
  const say = useNotice()
  const today = useClock()?.today ?? null
  const [typed, setDay] = useState<string | null | undefined>(undefined)
  const [way, setWay] = useState<Way>('herself')
  const [receivedBy, setReceivedBy] = useState('')
  const deliver = useAct('certificates.markDelivered')
  const keep = useAct('certificates.keep')
  const day = typed === undefined ? today : typed
  const [absent, setAbsent] = useState<ReadonlySet<string>>(new Set())
  const taken = rows.filter((row) => !absent.has(row.id))
  const count = taken.length
  const act = way === 'kept' ? keep : deliver
  const confirm = async () => {
    if (!day || taken.length === 0) return false
    const certificates = taken.map(({ id, version }) => ({ id, version }))
    const by = way === 'family' ? receivedBy.trim() : null
    const { ok } =
      way === 'kept'
        ? await keep.run({ certificates, keptOn: day })
        : await deliver.run({ certificates, deliveredOn: day, to: way, receivedBy: by })
    if (ok) say(t(way === 'kept' ? 'certificates.delivery.kept' : 'certificates.delivery.done', { count }))
    return ok
  }
  return (
    <ConfirmAct
      opened
      wide={rows.length > 1}
      onClose={props.onClose}
      title={t('certificates.deliverTitle', { count })}
      consequences={rows.length === 1 ? rows.map(nameOf) : []}
      verb={way === 'kept' ? t('certificates.delivery.keep', { count }) : t('certificates.deliver', { count })}
      pending={act.pending}
      ready={count > 0 && day !== null && (way !== 'family' || receivedBy.trim() !== '')}
      refusals={act.refusals}
      onConfirm={confirm}
    >
      <Stack gap="sm">
        {rows.length > 1 && <WhoReceives rows={rows} absent={absent} onChange={setAbsent} />}
        <Radio.Group
          label={t('certificates.delivery.to')}
          value={way}
          onChange={(value) => setWay(WAYS.find((each) => each === value) ?? way)}
        >
          <Stack gap={6} mt={6}>
            {WAYS.map((each) => (
              <Radio key={each} value={each} label={t(`certificates.deliveredTo.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {way === 'family' && (
          <TextInput
            required
            maxLength={120}
            label={t('certificates.delivery.receivedBy')}
            description={t('certificates.delivery.receivedByHint')}
            value={receivedBy}
            onChange={(event) => setReceivedBy(event.currentTarget.value)}
          />
        )}
        <DayField label={t('certificates.deliverDay')} value={day} onChange={setDay} required />
      </Stack>
    </ConfirmAct>
  )
}

const nameOf = (row: Undelivered): string => `${listName(row)} · ${row.folio}`

/** All of them, unless somebody did not come for hers. */
function WhoReceives(props: {
  readonly rows: readonly Undelivered[]
  readonly absent: ReadonlySet<string>
  readonly onChange: (absent: ReadonlySet<string>) => void
}) {
  const t = useWords()
  const toggle = (id: string) => {
    const next = new Set(props.absent)
    if (!next.delete(id)) next.add(id)
    props.onChange(next)
  }
  return (
    <ScrollArea.Autosize mah={230} type="auto" offsetScrollbars viewportProps={{ tabIndex: 0 }}>
      <Stack gap={6} role="group" aria-label={t('certificates.delivery.who')}>
        {props.rows.map((row) => (
          <Checkbox
            key={row.id}
            size="sm"
            label={nameOf(row)}
            checked={!props.absent.has(row.id)}
            onChange={() => toggle(row.id)}
          />
        ))}
      </Stack>
    </ScrollArea.Autosize>
  )
}
