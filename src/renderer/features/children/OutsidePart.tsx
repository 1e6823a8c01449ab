/** Where a child who does not live here lives, with whom, and the last contact between mother and child. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import { FormDialog, type FormField, type FormValues } from './FormDialog'

export const OUTSIDE_FIELDS: readonly FormField[] = [
  { name: 'outsideWith', kind: 'text', max: 160 },
  { name: 'outsidePlace', kind: 'text', max: 120 },
  { name: 'phone', kind: 'text', max: 40 },
  { name: 'lastContactOn', kind: 'day' },
  { name: 'lastContactHow', kind: 'text', max: 120 },
]

const outsideOf = (values: FormValues) => ({
  with: values.outsideWith ?? null,
  place: values.outsidePlace ?? null,
  phone: values.phone ?? null,
  lastContactOn: values.lastContactOn ?? null,
  lastContactHow: values.lastContactHow ?? null,
})

export function OutsidePart({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const [noting, setNoting] = useState(false)
  const act = useAct('children.noteOutside')
  const { outside } = child
  return (
    <Section
      title={t('children.outside.title')}
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => setNoting(true)}>
          {t('children.outside.note')}
        </Button>
      }
    >
      <Facts>
        <Fact label={t('children.form.outsideWith')}>{outside.with}</Fact>
        <Fact label={t('children.form.outsidePlace')}>{outside.place}</Fact>
        <Fact label={t('children.form.phone')}>{outside.phone}</Fact>
        <Fact label={t('children.outside.lastContact')}>
          {outside.lastContactOn &&
            [formatDay(outside.lastContactOn, t.language), outside.lastContactHow].filter(Boolean).join(' · ')}
        </Fact>
      </Facts>
      {noting && (
        <FormDialog
          title={t('children.outside.note')}
          verb={t('children.outside.note')}
          fields={OUTSIDE_FIELDS.map((field) => (field.kind === 'day' ? { ...field, maxDay: child.today } : field))}
          start={{
            outsideWith: outside.with,
            outsidePlace: outside.place,
            phone: outside.phone,
            lastContactOn: outside.lastContactOn,
            lastContactHow: outside.lastContactHow,
          }}
          act={act}
          send={(values) => act.run({ id: child.id, version: child.version, outside: outsideOf(values) })}
          told={t('children.outside.told')}
          onClose={() => setNoting(false)}
        />
      )}
    </Section>
  )
}
