/** Leads to offering the free places of a workshop's groups. */
import { Button } from '@mantine/core'
import type { Output } from '../../../shared/contract'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'

type Editions = Output<'places.waiting'>['workshops'][number]['editions']

export function OfferButtons({ editions }: { readonly editions: Editions }) {
  const t = useWords()
  const go = useGo()
  return editions
    .filter((edition) => edition.taken < edition.capacity)
    .map((edition) => (
      <Button key={edition.id} variant="light" size="compact-md" onClick={() => go(`/places/offer/${edition.id}`)}>
        {t('places.offer.in', { code: edition.code, count: edition.capacity - edition.taken })}
      </Button>
    ))
}
