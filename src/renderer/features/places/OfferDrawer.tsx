/** One offer: how it came about, who told her, what she answered; and the acts that it still asks for. */
import { Button, Drawer, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Offer } from '../../../shared/contract/offers.contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName, spokenName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { Fact, Facts } from '../../ui/Facts'
import { PaperButton } from '../../ui/PaperButton'
import { useUndoNotice } from '../../ui/use-undo'
import { AnswerOffer } from './AnswerOffer'
import { OfferStatus } from './OfferStatus'
import { TellOffer } from './TellOffer'

type Asking = 'answer' | 'tell' | 'return' | 'recall'

interface OfferProps {
  readonly offer: Offer
  readonly onClose: () => void
}

export function OfferDrawer({ offer, onClose }: OfferProps) {
  const t = useWords()
  const [asking, setAsking] = useState<Asking | null>(null)
  const back = () => setAsking(null)
  if (asking === 'answer') return <AnswerOffer offer={offer} onClose={back} />
  if (asking === 'tell') return <TellOffer offer={offer} onClose={back} />
  if (asking === 'return') return <ReturnOne offer={offer} onClose={back} />
  if (asking === 'recall') return <Recall offer={offer} onClose={back} />
  return (
    <Drawer
      opened
      onClose={onClose}
      size={520}
      title={listName(offer)}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap="md">
        <Facts>
          <Fact label={t('places.waiting.workshop')}>{`${offer.title} (${offer.code})`}</Fact>
          <Fact label={t('places.waiting.state')}>
            <OfferStatus offer={offer} />
          </Fact>
          <Fact label={t('places.offers.made')}>
            {[formatDay(offer.madeOn, t.language), offer.madeBy].filter(Boolean).join(' · ')}
          </Fact>
          <Fact label={t('places.offers.until')}>{formatDay(offer.untilOn, t.language)}</Fact>
          <Fact label={t('places.offers.stood')}>
            {t('places.offers.stoodAt', { turn: offer.turn, count: offer.turnOf, points: offer.points })}
          </Fact>
          <Fact label={t('places.offers.told')}>
            {offer.toldOn && [formatDay(offer.toldOn, t.language), offer.toldBy].filter(Boolean).join(' · ')}
          </Fact>
          <Fact label={t('places.note')}>{offer.answerNote}</Fact>
        </Facts>
        {offer.answer === null && <Acts offer={offer} ask={setAsking} />}
      </Stack>
    </Drawer>
  )
}

function Acts({ offer, ask }: { readonly offer: Offer; readonly ask: (asking: Asking) => void }) {
  const t = useWords()
  const { may } = useSession()
  return (
    <Group gap="xs">
      {may('places.answerOffer') && <Button onClick={() => ask('answer')}>{t('places.answer.verb')}</Button>}
      {may('places.tellOffer') && offer.toldOn === null && (
        <Button variant="default" onClick={() => ask('tell')}>
          {t('places.tell.verb')}
        </Button>
      )}
      {may('places.returnLapsed') && offer.state === 'lapsed' && (
        <Button variant="default" onClick={() => ask('return')}>
          {t('places.lapsed.verb', { count: 1 })}
        </Button>
      )}
      <PaperButton
        channel="places.printOffers"
        input={{ ids: [offer.id] }}
        label={t('places.slip.print', { count: 1 })}
        variant="default"
      />
      {may('places.recallOffer') && (
        <Button variant="default" onClick={() => ask('recall')}>
          {t('places.recall.verb')}
        </Button>
      )}
    </Group>
  )
}

function ReturnOne({ offer, onClose }: OfferProps) {
  const t = useWords()
  const act = useAct('places.returnLapsed')
  const say = useUndoNotice()
  const confirm = async () => {
    const outcome = await act.run({ offers: [{ id: offer.id, version: offer.version }] })
    if (outcome.ok) say(outcome.value.batchId, t('places.lapsed.done', { count: 1 }))
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.lapsed.title')}
      consequences={[
        t('places.lapsed.keeps'),
        ...(offer.toldOn === null ? [t('places.lapsed.untold', { count: 1 })] : []),
      ]}
      verb={t('places.lapsed.verb', { count: 1 })}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    />
  )
}

function Recall({ offer, onClose }: OfferProps) {
  const t = useWords()
  const act = useAct('places.recallOffer')
  const name = spokenName(offer)
  const confirm = async (reason: string) => {
    const outcome = await act.run({ id: offer.id, version: offer.version, reason })
    if (outcome.ok) notifications.show({ message: t('places.recall.done', { name, title: offer.title }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('places.recall.title', { title: offer.title })}
      consequences={[t('places.recall.means', { name })]}
      verb={t('places.recall.verb')}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={confirm}
    />
  )
}
