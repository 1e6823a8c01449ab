/** Enters an order that keeps somebody away: who, by what paper, which children, and at once what it stops. */
import { Button, Checkbox, Drawer, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { spokenName } from '../../../shared/kernel/text'
import { call, useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { PictureField } from '../../ui/PictureField'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useReturnFocus } from '../../ui/use-return-focus'
import { factsOf, NOBODY, useKnownAdults } from './adult-form'
import { ChooseAdult } from './AdultFields'
import { PHOTO_SIDE } from './AdultPhoto'
import { OrderStops } from './OrderStops'

type Grid = Output<'children.grid'>

interface OrderDrawerProps {
  readonly grid: Grid
  readonly onClose: () => void
}

export function OrderDrawer({ opened, ...props }: OrderDrawerProps & { readonly opened: boolean }) {
  const t = useWords()
  return (
    <Drawer
      opened={opened}
      onClose={props.onClose}
      title={t('children.order.enter')}
      position="right"
      size={560}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <OrderForm {...props} />
    </Drawer>
  )
}

const TYPING_MS = 300
const BLANK = { relation: '', orderedBy: '', orderNumber: '', note: '' }

function OrderForm({ grid, onClose }: OrderDrawerProps) {
  const t = useWords()
  useReturnFocus()
  const act = useAct('children.prohibit')
  const refusal = useFieldRefusal(act.refusals)
  const photo = useAct('children.setAdultPhoto')
  const [picture, setPicture] = useState<string | null>(null)
  const [typed, setTyped] = useState(NOBODY)
  const [words, setWords] = useState(BLANK)
  const [days, setDays] = useState<Readonly<Record<'orderedOn' | 'from' | 'until', string | null>>>({
    orderedOn: null,
    from: null,
    until: null,
  })
  const [siblings, setSiblings] = useState<readonly string[]>(grid.siblings.map((child) => child.id))
  const known = useKnownAdults(typed.fullName)
  const adult = known.chosen ? { id: known.chosen.id } : factsOf(typed)
  const childIds = [grid.child.id, ...siblings]
  // As text: an object of its own at each render would never come to rest.
  const [asked] = useDebouncedValue(JSON.stringify(orderable(adult)), TYPING_MS)
  const wanted = JSON.parse(asked) as ReturnType<typeof orderable>
  const named = 'id' in wanted || wanted.fullName.trim() !== ''
  const hits = useRead('children.orderHits', { childIds, adult: wanted }, { enabled: named })
  const enter = async () => {
    const outcome = await act.run({ childIds, adult, ...words, ...days })
    if (!outcome.ok) return
    notifications.show({ message: t('children.order.entered') })
    if (picture !== null && !known.chosen?.hasPhoto && !(await keepPhoto(outcome.value.adultId, picture)))
      notifications.show({ message: t('children.order.photoNotKept'), autoClose: false })
    onClose()
  }
  // The order stands already: whatever becomes of the photo must not look as if it did not.
  const keepPhoto = async (id: string, chosen: string): Promise<boolean> => {
    const read = await call('children.adult', { id })
    if (!read.ok) return false
    return (await photo.run({ id, version: read.value.adult.version, picture: chosen })).ok
  }
  const field = (name: keyof typeof BLANK, maxLength: number, hint?: string) => (
    <TextInput
      required={name !== 'note'}
      label={t(`children.order.${name}`)}
      placeholder={hint}
      maxLength={maxLength}
      autoComplete="off"
      value={words[name]}
      error={refusal(name)}
      onChange={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
    />
  )
  const day = (name: keyof typeof days) => (
    <DayField
      w="100%"
      clearable
      label={t(`children.order.${name}`)}
      value={days[name]}
      error={refusal(name)}
      onChange={(value) => setDays({ ...days, [name]: value })}
    />
  )
  const lacks = typed.fullName.trim() === '' || !words.relation.trim() || !words.orderedBy.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
    >
      <Stack gap="md">
        <ChooseAdult value={typed} onChange={setTyped} refusal={refusal} known={known} asksLook />
        {!known.chosen?.hasPhoto && (
          <PictureField
            label={t('children.adult.photo')}
            description={t('children.adult.photoHint')}
            value={picture}
            onChange={setPicture}
            side={PHOTO_SIDE}
          />
        )}
        {named && hits.data && <OrderStops hits={hits.data} />}
        {field('relation', 60, t('children.order.relationHint'))}
        <Group grow align="flex-start">
          {field('orderedBy', 120, t('children.order.orderedByHint'))}
          {field('orderNumber', 120, t('children.order.orderNumberHint'))}
        </Group>
        <Group grow align="flex-start">
          {day('orderedOn')}
          {day('from')}
          {day('until')}
        </Group>
        <p>{t('children.order.daysHint')}</p>
        {grid.siblings.length > 0 && (
          <Checkbox.Group label={t('children.order.siblings')} value={[...siblings]} onChange={setSiblings}>
            <Group gap="md" mt={6}>
              {grid.siblings.map((child) => (
                <Checkbox key={child.id} value={child.id} label={spokenName(child)} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        <Textarea
          label={t('children.order.note')}
          maxLength={300}
          autosize
          minRows={2}
          value={words.note}
          onChange={(event) => setWords({ ...words, note: event.currentTarget.value })}
        />
        <Refusals of={act.refusals} />
        <Button
          type="submit"
          color="granada"
          loading={act.pending || photo.pending}
          disabled={lacks || !words.orderNumber.trim() || isReversed(days)}
        >
          {t('children.order.verb')}
        </Button>
      </Stack>
    </form>
  )
}

const isReversed = ({ from, until }: { readonly from: string | null; readonly until: string | null }): boolean =>
  from !== null && until !== null && until < from

/** What is asked of whom an order would hit: the record, or the name and document typed so far. */
const orderable = (adult: { id: string } | ReturnType<typeof factsOf>) =>
  'id' in adult
    ? adult
    : { fullName: adult.fullName, documentKind: adult.documentKind, document: adult.document.trim() || null }
