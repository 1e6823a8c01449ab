/** Puts an adult on a child's list, with what she or he may do. */
import { Button, Drawer, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useReturnFocus } from '../../ui/use-return-focus'
import { factsOf, NOBODY, useKnownAdults } from './adult-form'
import { ChooseAdult } from './AdultFields'
import { GrantFields, isReversed, type Grant } from './GrantFields'

interface AddAdultProps {
  readonly childId: string
  readonly today: string
  readonly onClose: () => void
}

export function AddAdultDrawer({ opened, ...props }: AddAdultProps & { readonly opened: boolean }) {
  const t = useWords()
  return (
    <Drawer
      opened={opened}
      onClose={props.onClose}
      title={t('children.adult.add')}
      position="right"
      size={520}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <AddForm {...props} />
    </Drawer>
  )
}

const firstGrant = (today: string): Grant => ({
  acts: ['take-out', 'bring-back'],
  from: today,
  until: null,
  evidenceKind: 'mother',
  evidenceNumber: '',
  seenOn: null,
})

function AddForm({ childId, today, onClose }: AddAdultProps) {
  const t = useWords()
  useReturnFocus()
  const act = useAct('children.addAdult')
  const refusal = useFieldRefusal(act.refusals)
  const [typed, setTyped] = useState(NOBODY)
  const [relation, setRelation] = useState('')
  const [grant, setGrant] = useState<Grant>(() => firstGrant(today))
  const known = useKnownAdults(typed.fullName)
  const add = async () => {
    const adult = known.chosen ? { id: known.chosen.id } : factsOf(typed)
    const outcome = await act.run({ childId, adult, relation, ...grant, acts: [...grant.acts] })
    if (!outcome.ok) return
    notifications.show({ message: t('children.adult.added') })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Stack gap="md">
        <ChooseAdult value={typed} onChange={setTyped} refusal={refusal} known={known} />
        <TextInput
          required
          label={t('children.adult.relation')}
          placeholder={t('children.adult.relationHint')}
          maxLength={60}
          autoComplete="off"
          value={relation}
          onChange={(event) => setRelation(event.currentTarget.value)}
        />
        <GrantFields value={grant} onChange={setGrant} refusal={refusal} />
        <Refusals of={act.refusals} />
        <Button
          type="submit"
          loading={act.pending}
          disabled={typed.fullName.trim() === '' || relation.trim() === '' || isReversed(grant)}
        >
          {t('children.adult.add')}
        </Button>
      </Stack>
    </form>
  )
}
