/** What a child needs; and what all of them need, for the list that is handed to whoever can give. */
import { Button, Drawer, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { NEED_KINDS, type Need } from '../../../shared/contract/child-care.contract'
import { useAct, useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Page, Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useReturnFocus } from '../../ui/use-return-focus'
import { ChildFrame } from './ChildFrame'
import { NeedsTable } from './NeedsTable'

/** The needs of one child. */
export function NeedsPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const read = useRead('children.needs', { id })
  const [asking, setAsking] = useState(false)
  return (
    <ChildFrame
      primary={() => (
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsking(true)}>
          {t('children.need.ask')}
        </Button>
      )}
    >
      {() => (
        <Section title={t('children.needs.title')}>
          <Refusals of={read.refusals} />
          <NeedsTable needs={read.data?.needs} today={read.data?.today ?? ''} />
          <Drawer
            opened={asking}
            onClose={() => setAsking(false)}
            title={t('children.need.ask')}
            position="right"
            size={480}
            closeButtonProps={{ 'aria-label': t('ui.close') }}
          >
            <AskForm childId={id} onClose={() => setAsking(false)} />
          </Drawer>
        </Section>
      )}
    </ChildFrame>
  )
}

/** The open needs of all children. */
export function OpenNeedsPage() {
  const t = useWords()
  const read = useRead('children.openNeeds', {})
  return (
    <Page
      title={t('children.needs.all')}
      subtitle={t('children.needs.allLead')}
      back={{ to: '/children', label: t('children.nav') }}
      primary={
        <PaperButton
          channel="children.printNeeds"
          input={{}}
          label={t('children.needs.print')}
          disabled={read.data?.needs.length === 0}
        />
      }
    >
      <Refusals of={read.refusals} />
      <NeedsTable ofAll needs={read.data?.needs} today={read.data?.today ?? ''} />
    </Page>
  )
}

function AskForm({ childId, onClose }: { readonly childId: string; readonly onClose: () => void }) {
  const t = useWords()
  useReturnFocus()
  const today = useClock()?.today ?? null
  const act = useAct('children.askNeed')
  const refusal = useFieldRefusal(act.refusals)
  const [kind, setKind] = useState<Need['kind']>('nappies')
  const [what, setWhat] = useState('')
  const [size, setSize] = useState('')
  const [quantity, setQuantity] = useState<number | string>(1)
  const [askedOn, setAskedOn] = useState<string | null>(today)
  const ask = async () => {
    if (!askedOn || typeof quantity !== 'number') return
    const outcome = await act.run({ childId, kind, what, size, quantity, askedOn })
    if (!outcome.ok) return
    notifications.show({ message: t('children.need.asked') })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <Stack gap="md">
        <Select
          data-autofocus
          label={t('children.need.what')}
          allowDeselect={false}
          data={NEED_KINDS.map((each) => ({ value: each, label: t(`children.need.kind.${each}`) }))}
          value={kind}
          onChange={(next) => setKind(next ?? 'nappies')}
        />
        <TextInput
          required={kind === 'other'}
          label={t('children.need.detail')}
          placeholder={t('children.need.detailHint')}
          maxLength={120}
          autoComplete="off"
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('children.need.size')}
            maxLength={40}
            autoComplete="off"
            value={size}
            onChange={(event) => setSize(event.currentTarget.value)}
          />
          <NumberInput
            required
            min={1}
            max={9999}
            allowDecimal={false}
            label={t('children.need.quantity')}
            value={quantity}
            onChange={setQuantity}
          />
        </Group>
        <DayField
          w="100%"
          required
          label={t('children.need.askedOn')}
          value={askedOn}
          error={refusal('askedOn')}
          onChange={setAskedOn}
        />
        <Refusals of={act.refusals} />
        <Button
          type="submit"
          loading={act.pending}
          disabled={!askedOn || typeof quantity !== 'number' || (kind === 'other' && !what.trim())}
        >
          {t('children.need.ask')}
        </Button>
      </Stack>
    </form>
  )
}
