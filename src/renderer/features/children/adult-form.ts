/** What is typed of an adult, before it is somebody: the fields of the form and what becomes of them. */
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { AdultPerson, NewAdult } from '../../../shared/contract/child-adults.contract'
import { useRead } from '../../platform/client'

export interface TypedAdult {
  readonly fullName: string
  readonly documentKind: NewAdult['documentKind']
  readonly document: string
  readonly phone: string
  readonly address: string
  readonly description: string
}

export const NOBODY: TypedAdult = {
  fullName: '',
  documentKind: 'ine',
  document: '',
  phone: '',
  address: '',
  description: '',
}

/** As the channels take it: a kind of document without its number says nothing. */
export const factsOf = (typed: TypedAdult) => ({
  ...typed,
  documentKind: typed.document.trim() === '' ? null : typed.documentKind,
})

/** A record as the form shows it: of a listed document only the last characters are known. */
export const typedOf = (adult: AdultPerson): TypedAdult => ({
  fullName: adult.fullName,
  documentKind: adult.documentKind,
  document: adult.documentLast4 ?? adult.document ?? '',
  phone: adult.phone ?? '',
  address: adult.address ?? '',
  description: adult.description ?? '',
})

const TYPING_MS = 200
const LEAST_LETTERS = 3

export const labelOf = (adult: AdultPerson): string => [adult.fullName, adult.document].filter(Boolean).join(' · ')

/** Adults already known by what is typed; `chosen` once the line of one is taken from the list. */
export function useKnownAdults(typed: string) {
  const [search] = useDebouncedValue(typed, TYPING_MS)
  const known = useRead('children.adults', { search }, { enabled: search.trim().length >= LEAST_LETTERS })
  const [kept, setKept] = useState<readonly AdultPerson[]>([])
  const found = known.data ?? kept
  if (known.data && known.data !== kept) setKept(known.data)
  const byLabel = new Map(found.map((adult) => [labelOf(adult), adult]))
  return { labels: [...byLabel.keys()], chosen: byLabel.get(typed) }
}
