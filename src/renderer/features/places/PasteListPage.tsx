/** Places from a pasted list: read line by line, decided where it must be, given as one piece of work. */
import { Button, Select, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { useRead } from '../../platform/client'
import { useFilter, useRouteParam } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { CheckedList } from './CheckedList'

export function PasteListPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const today = useClock()?.today ?? null
  const [text, setText] = useFilter(`places.list:${id}`, '')
  const [checked, setChecked] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const [chosenDay, setChosenDay] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const waiting = useRead('places.waiting', {})
  const editions = (waiting.data?.workshops ?? []).flatMap((workshop) =>
    workshop.editions.map((edition) => ({ value: edition.id, label: `${edition.code} · ${workshop.title}` })),
  )
  const editionId = picked ?? (id || null)
  const openedOn = chosenDay ?? today
  const found = useRead(
    'places.checkList',
    { editionId, openedOn: openedOn ?? '2026-01-01', text, chosen },
    { enabled: checked && openedOn !== null },
  )
  const title = t('places.list.title')
  const back = id
    ? { to: `/places/editions/${id}`, label: t('places.edition.backTo') }
    : { to: '/places', label: t('places.waiting.title') }
  if (checked && found.data && openedOn)
    return (
      <CheckedList
        rows={found.data.rows}
        openedOn={openedOn}
        back={back}
        onChoose={(line, personId) => setChosen({ ...chosen, [line]: personId })}
        onAgain={() => setChecked(false)}
        onGiven={() => {
          setText('')
          setChosen({})
          setChecked(false)
        }}
      />
    )
  return (
    <Page title={title} width="form" back={back}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
        }}
      >
        <Stack gap="md" align="flex-start">
          <Textarea
            data-autofocus
            required
            label={t('places.list.text')}
            description={t('places.list.hint')}
            placeholder={t('places.list.placeholder')}
            rows={14}
            w="100%"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Select
            searchable
            clearable
            w={420}
            label={t('places.list.edition')}
            clearButtonProps={{ 'aria-label': t('ui.clear') }}
            data={withOwn(editions, id, waiting.data)}
            value={editionId}
            onChange={setPicked}
          />
          <DayField
            label={t('places.list.from')}
            description={t('places.list.fromHint')}
            w={320}
            value={openedOn}
            onChange={setChosenDay}
          />
          <Refusals of={found.refusals} />
          <Button type="submit" loading={checked && found.pending} disabled={text.trim() === ''}>
            {t('places.list.check')}
          </Button>
        </Stack>
      </form>
    </Page>
  )
}

/** The edition the page hangs under is always among those to choose from. */
const withOwn = (
  editions: readonly { value: string; label: string }[],
  id: string,
  waiting: Output<'places.waiting'> | undefined,
) =>
  id && waiting && !editions.some((each) => each.value === id)
    ? [...editions, { value: id, label: '—' }]
    : [...editions]
