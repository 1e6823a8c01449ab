/** Who could take a place: those who wait first, in turn, with what would clash; any other by name. */
import { Button, Drawer, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Refusals } from '../../ui/Refusals'
import { Clashes, GivePlace } from './GivePlace'
import classes from './places.module.css'

type Candidate = Output<'places.candidates'>[number]

interface CandidatesProps {
  readonly edition: Output<'places.ofEdition'>['edition']
  readonly onClose: () => void
}

export function Candidates({ edition, onClose }: CandidatesProps) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 150)
  const [chosen, setChosen] = useState<Candidate | null>(null)
  const { data, refusals } = useRead('places.candidates', { editionId: edition.id, search })
  if (chosen) return <GivePlace edition={edition} woman={chosen} onClose={onClose} />
  return (
    <Drawer
      opened
      onClose={onClose}
      size={520}
      title={t('places.candidates.title', { title: edition.title })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <TextInput
        data-autofocus
        label={t('places.candidates.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Refusals of={refusals} />
      {data?.length === 0 && (
        <Empty
          title={t(typed ? 'places.nobody' : 'places.candidates.nobodyWaits')}
          hint={t('places.candidates.hint')}
        />
      )}
      <ol className={classes.candidates}>
        {(data ?? []).map((woman) => (
          <li key={woman.personId}>
            <div>
              <b>{listName(woman)}</b>
              <div className={classes.soft}>
                {[
                  woman.fileNumber,
                  woman.daysWaiting === null ? null : t('places.candidates.waits', { count: woman.daysWaiting }),
                  t('places.candidates.others', { count: woman.otherPlaces }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              <Clashes clashes={woman.clashes} />
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('places.give.to', { name: listName(woman) })}
              onClick={() => setChosen(woman)}
            >
              {t('places.give.verb')}
            </Button>
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
