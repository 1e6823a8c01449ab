/** Registers a woman; whoever looks like her already stands beside the form while it is typed. */
import { Button, Checkbox, Group, TextInput, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Lookalike } from '../../../shared/contract/people.contract'
import type { Refusal } from '../../../shared/kernel/outcome'
import { useAct, useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { Lookalikes } from './Lookalikes'
import { EMPTY_FORM, factsOf, isComplete, type FormValue } from './person-form'
import { PersonFields } from './PersonFields'
import { useDormitoryWord } from '../../platform/use-dormitory-word'

interface Registering {
  readonly form: FormValue
  readonly admittedOn: string | null
  readonly dormitory: string
  /** She has not come yet. */
  readonly expected?: boolean
  readonly notADuplicate: string
}
const UNTOUCHED: Registering = { form: EMPTY_FORM, admittedOn: null, dormitory: '', notADuplicate: '' }
const TYPING_MS = 250

/** Who is already registered under the same number or name, a moment after the last key. */
export function useLookalikes(form: FormValue, except?: string): readonly Lookalike[] {
  const [typed] = useDebouncedValue(form, TYPING_MS)
  const { fileNumber, surname1, surname2, givenNames, chosenName, curp, birthDate } = factsOf(typed)
  const enough =
    [fileNumber, curp ?? ''].some((each) => each.trim() !== '') || (surname1.trim() !== '' && givenNames.trim() !== '')
  const input = {
    fileNumber,
    surname1,
    surname2: surname2 ?? null,
    givenNames,
    chosenName: chosenName ?? null,
    curp: curp ?? null,
    birthDate,
    ...(except ? { except } : {}),
  }
  const found = useRead('people.lookalikes', input, { enabled: enough })
  return enough ? (found.data ?? []) : []
}

/** What main would answer, said while the number is still in her hands. */
const takenNumber = (form: FormValue): Refusal => ({
  code: 'same-file-number',
  facts: { fileNumber: form.fileNumber.trim() },
  field: 'fileNumber',
})

export function RegisterPersonPage() {
  const t = useWords()
  const go = useGo()
  const [value, setValue] = useState<Registering>(UNTOUCHED)
  const draft = useDraft('people.register', value, setValue)
  const act = useAct('people.register')
  const alike = useLookalikes(value.form)
  // A number belongs to one woman: no reason makes it two. Whoever only looks alike may be another, with a reason.
  const taken = alike.some((other) => other.likeness === 'file-number')
  const needsReason = alike.length > 0 && !taken

  const register = async () => {
    const outcome = await act.run({
      facts: factsOf(value.form),
      admittedOn: value.admittedOn ?? '',
      dormitory: value.dormitory,
      expected: value.expected ?? false,
      ...(needsReason && value.notADuplicate.trim() ? { notADuplicate: value.notADuplicate } : {}),
    })
    if (!outcome.ok) return
    draft.drop()
    notifications.show({ message: t('people.register.done', { name: value.form.givenNames }) })
    go(`/people/${outcome.value.id}`)
  }
  const ready =
    isComplete(value.form) && !taken && value.admittedOn !== null && (!needsReason || value.notADuplicate.trim() !== '')
  return (
    <Page title={t('people.register.title')} back={{ to: '/people', label: t('people.nav') }}>
      <DraftNotice draft={draft} onDiscard={() => setValue(UNTOUCHED)} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void register()
        }}
      >
        <PersonFields
          form={value.form}
          setForm={(form) => setValue({ ...value, form })}
          refusals={taken ? [takenNumber(value.form)] : act.refusals}
        />
        <Lookalikes of={alike} form={value.form} />
        <AdmissionFields value={value} setValue={setValue} refusals={act.refusals} />
        {needsReason && (
          <Textarea
            mt="md"
            required
            maxLength={300}
            label={t('people.alike.reason')}
            description={t('people.alike.reasonHint')}
            value={value.notADuplicate}
            onChange={(event) => setValue({ ...value, notADuplicate: event.currentTarget.value })}
          />
        )}
        <Group mt="lg" gap="md">
          <Button type="submit" loading={act.pending} disabled={!ready}>
            {t('people.register.verb')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              draft.drop()
              go('/people')
            }}
          >
            {t('ui.cancel')}
          </Button>
        </Group>
        <Refusals of={act.refusals} />
      </form>
    </Page>
  )
}

function AdmissionFields({
  value,
  setValue,
  refusals,
}: {
  readonly value: Registering
  readonly setValue: (next: Registering) => void
  readonly refusals: Parameters<typeof useFieldRefusal>[0]
}) {
  const t = useWords()
  const clock = useClock()
  const fieldRefusal = useFieldRefusal(refusals)
  const dormitoryWord = useDormitoryWord()
  return (
    <Group mt="lg" gap="lg" align="flex-start">
      <DayField
        label={t(value.expected ? 'stays.announce.day' : 'people.admittedOn')}
        required
        {...(value.expected || !clock ? {} : { maxDate: clock.today })}
        value={value.admittedOn}
        error={fieldRefusal('admittedOn')}
        onChange={(admittedOn) => setValue({ ...value, admittedOn })}
      />
      <TextInput
        w={168}
        label={dormitoryWord}
        placeholder="B-04"
        maxLength={20}
        autoComplete="off"
        value={value.dormitory}
        onChange={(event) => setValue({ ...value, dormitory: event.currentTarget.value })}
      />
      <Checkbox
        mt={30}
        label={t('stays.register.expected')}
        description={t('stays.announce.until')}
        checked={value.expected ?? false}
        onChange={(event) => setValue({ ...value, expected: event.currentTarget.checked })}
      />
    </Group>
  )
}
