/** Offers: which still stand and until when, which have lapsed, and what she answered. */
import { Button, Group, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Offer } from '../../../shared/contract/offers.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { useUndoNotice } from '../../ui/use-undo'
import { OfferDrawer } from './OfferDrawer'
import { OfferStatus } from './OfferStatus'

const STATES = ['open', 'lapsed', 'answered'] as const

export function OffersPage() {
  const t = useWords()
  const { may } = useSession()
  const { data, refusals } = useRead('places.offers', {})
  const [state, setState] = useFilter<(typeof STATES)[number] | null>('places.offers.state', null)
  const [opened, setOpened] = useState<string | null>(null)
  const [returning, setReturning] = useState(false)
  const columns = useMemo(() => columnsOf(t), [t])
  const open = (data ?? []).filter((offer) => offer.state === 'open')
  const lapsed = (data ?? []).filter((offer) => offer.state === 'lapsed')
  const offer = data?.find((each) => each.id === opened)
  return (
    <Page
      title={t('places.offers.title')}
      back={{ to: '/places', label: t('places.waiting.title') }}
      primary={
        <Group gap="xs">
          {may('places.returnLapsed') && lapsed.length > 0 && (
            <Button variant="default" onClick={() => setReturning(true)}>
              {t('places.lapsed.verb', { count: lapsed.length })}
            </Button>
          )}
          {open.length > 0 && (
            <PaperButton
              channel="places.printOffers"
              input={{ ids: open.map((each) => each.id) }}
              label={t('places.slip.print', { count: open.length })}
            />
          )}
        </Group>
      }
    >
      <Refusals of={refusals} />
      <DataTable
        name="offers"
        label={t('places.offers.title')}
        columns={columns}
        rows={data?.filter((each) => state === null || each.state === state)}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpened(row.id)}
        search={t('places.waiting.search')}
        countWords="places.offers.count"
        isQuiet={(row) => row.state === 'answered'}
        onShowAll={() => setState(null)}
        tools={
          <Select
            aria-label={t('places.waiting.state')}
            placeholder={t('places.offers.all')}
            w={190}
            clearable
            clearButtonProps={{ 'aria-label': t('ui.clear') }}
            data={STATES.map((value) => ({ value, label: t(`places.offers.${value}`) }))}
            value={state}
            onChange={(next) => setState(STATES.find((each) => each === next) ?? null)}
          />
        }
        empty={<Empty title={t('places.offers.empty')} hint={t('places.offers.emptyHint')} />}
      />
      {offer && <OfferDrawer offer={offer} onClose={() => setOpened(null)} />}
      {returning && <ReturnLapsed offers={lapsed} onClose={() => setReturning(false)} />}
    </Page>
  )
}

function ReturnLapsed({ offers, onClose }: { readonly offers: readonly Offer[]; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('places.returnLapsed')
  const say = useUndoNotice()
  const [seen] = useState(offers)
  const untold = seen.filter((offer) => offer.toldOn === null).length
  const confirm = async () => {
    const outcome = await act.run({ offers: seen.map(({ id, version }) => ({ id, version })) })
    if (outcome.ok) say(outcome.value.batchId, t('places.lapsed.done', { count: outcome.value.count }))
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.lapsed.title')}
      consequences={[
        ...seen.map((offer) => `${listName(offer)} · ${offer.title}`),
        t('places.lapsed.keeps'),
        ...(untold > 0 ? [t('places.lapsed.untold', { count: untold })] : []),
      ]}
      verb={t('places.lapsed.verb', { count: seen.length })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    />
  )
}

const columnsOf = (t: Words): readonly Column<Offer>[] => [
  {
    id: 'name',
    header: t('places.name'),
    value: (row) => listName(row),
    cell: (row) => (
      <RecordLink to="/people" id={row.personId}>
        {listName(row)}
      </RecordLink>
    ),
    width: 280,
  },
  { id: 'title', header: t('places.waiting.workshop'), value: (row) => row.title },
  { id: 'code', header: t('places.offers.group'), value: (row) => row.code, width: 120 },
  {
    id: 'madeOn',
    header: t('places.offers.made'),
    value: (row) => row.madeOn,
    cell: (row) => formatDay(row.madeOn, t.language),
    width: 140,
  },
  {
    id: 'untilOn',
    header: t('places.offers.until'),
    value: (row) => row.untilOn,
    cell: (row) => formatDay(row.untilOn, t.language),
    width: 140,
  },
  {
    id: 'told',
    header: t('places.offers.told'),
    value: (row) => row.toldOn,
    cell: (row) => row.toldOn && formatDay(row.toldOn, t.language),
    width: 140,
  },
  {
    id: 'state',
    header: t('places.waiting.state'),
    value: (row) => t(`places.offers.${row.state}`),
    cell: (row) => <OfferStatus offer={row} />,
    width: 170,
  },
]
