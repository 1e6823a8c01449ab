/** What has become of an offer, in a word that opens its reason. */
import type { Offer } from '../../../shared/contract/offers.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/Status'

const TONES: Readonly<Record<NonNullable<Offer['answer']>, Tone>> = {
  accepted: 'done',
  declined: 'quiet',
  lapsed: 'quiet',
  void: 'quiet',
}

export function OfferStatus({ offer }: { readonly offer: Offer }) {
  const t = useWords()
  if (offer.answer === null) {
    const day = formatDay(offer.untilOn, t.language)
    return offer.state === 'lapsed' ? (
      <Status tone="stop" label={t('places.offers.lapsed')} reason={t('places.state.lapsed.reason', { day })} />
    ) : (
      <Status tone="info" label={t('places.offers.open')} reason={t('places.state.offered.reason', { day })} />
    )
  }
  const day = offer.answeredOn ? formatDay(offer.answeredOn, t.language) : '—'
  return (
    <Status
      tone={TONES[offer.answer]}
      label={t(`places.answer.${offer.answer}`)}
      reason={[t('places.answer.on', { day }), offer.answerNote].filter(Boolean).join(' · ')}
    />
  )
}
