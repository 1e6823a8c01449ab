/** The emergency sheet of a child: what the paper says, and how it is kept. It prints with its gaps. */
import { Button, Group, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useDraft } from '../../ui/use-draft'
import { ChildFrame } from './ChildFrame'
import classes from './children.module.css'

type Held = Output<'children.emergencySheet'>

export function EmergencyPage() {
  const t = useWords()
  return (
    <ChildFrame
      primary={(child) => (
        <PaperButton
          channel="children.printEmergencySheet"
          input={{ id: child.id }}
          label={t('children.sheet.print')}
        />
      )}
    >
      {(child) => <Sheet child={child} />}
    </ChildFrame>
  )
}

function Sheet({ child }: { readonly child: ChildRecord }) {
  const { data, refusals } = useRead('children.emergencySheet', { id: child.id })
  if (!data) return <Refusals of={refusals} />
  return (
    <>
      <Standing child={child} held={data} />
      <Forbidden held={data} />
      <SheetForm key={data.sheet?.version ?? 0} child={child} held={data} />
    </>
  )
}

function Standing({ child, held }: { readonly child: ChildRecord; readonly held: Held }) {
  const t = useWords()
  const day = (value: string) => formatDay(value, t.language)
  const { sheet, reviewBy, gaps } = held
  const late = reviewBy !== null && reviewBy <= child.today
  return (
    <Group gap="lg">
      {!sheet && <Status tone="attention" label={t('children.sheet.none')} />}
      {sheet && reviewBy && (
        <Status
          tone={late ? 'attention' : 'done'}
          label={t(late ? 'children.sheet.reviewLate' : 'children.sheet.reviewFine', { day: day(reviewBy) })}
          reason={t('children.sheet.reviewed', {
            day: day(sheet.reviewedOn),
            by: sheet.reviewedBy ?? '—',
            next: day(reviewBy),
          })}
        />
      )}
      {gaps.length > 0 && (
        <Status
          tone="attention"
          label={t('children.sheet.gaps', { count: gaps.length })}
          reason={gaps.map((gap) => (
            <div key={gap}>{t(`children.sheet.gap.${gap}`)}</div>
          ))}
        />
      )}
    </Group>
  )
}

function Forbidden({ held }: { readonly held: Held }) {
  const t = useWords()
  return (
    <Section title={t('children.sheet.forbidden')}>
      {held.forbidden.length === 0 && <p className={classes.quiet}>{t('children.sheet.nobodyForbidden')}</p>}
      {held.forbidden.map((each) => (
        <div key={`${each.name} ${each.order}`}>
          <Status
            tone="stop"
            label={[each.name, each.relation, t('children.sheet.order', { order: each.order })]
              .filter(Boolean)
              .join(' · ')}
          />
        </div>
      ))}
    </Section>
  )
}

const CARER = ['fullName', 'relation', 'phone', 'distance'] as const
const TEXTS = ['allergies', 'medicines', 'doctor', 'doctorPhone', 'feeding', 'comfort'] as const
type Carer = Readonly<Record<(typeof CARER)[number], string>>
interface Form extends Readonly<Record<(typeof TEXTS)[number], string>> {
  readonly carers: readonly [Carer, Carer]
}

const NOBODY: Carer = { fullName: '', relation: '', phone: '', distance: '' }

/** The form as the sheet fills it; the carer named at the admission is offered as the first. */
function formOf({ sheet, alternative }: Held): Form {
  const carerAt = (at: number): Carer => {
    const carer = sheet?.carers[at]
    if (carer)
      return {
        fullName: carer.fullName,
        relation: carer.relation ?? '',
        phone: carer.phone ?? '',
        distance: carer.distance ?? '',
      }
    if (!sheet && at === 0 && alternative)
      return {
        ...NOBODY,
        fullName: alternative.name,
        relation: alternative.relation ?? '',
        phone: alternative.phone ?? '',
      }
    return NOBODY
  }
  return {
    carers: [carerAt(0), carerAt(1)],
    allergies: sheet?.allergies ?? '',
    medicines: sheet?.medicines ?? '',
    doctor: sheet?.doctor ?? '',
    doctorPhone: sheet?.doctorPhone ?? '',
    feeding: sheet?.feeding ?? '',
    comfort: sheet?.comfort ?? '',
  }
}

function SheetForm({ child, held }: { readonly child: ChildRecord; readonly held: Held }) {
  const t = useWords()
  const untouched = formOf(held)
  const [form, setForm] = useState(untouched)
  const draft = useDraft(`children.sheet:${child.id}`, form, setForm)
  const act = useAct('children.keepEmergencySheet')
  const changed = JSON.stringify(form) !== JSON.stringify(untouched)
  const keep = async () => {
    const { carers, ...texts } = form
    const outcome = await act.run({
      childId: child.id,
      version: held.sheet?.version ?? null,
      ...texts,
      carers: carers.filter((carer) => carer.fullName.trim() !== ''),
    })
    if (!outcome.ok) return
    draft.drop()
    notifications.show({ message: t('children.sheet.kept') })
  }
  const setCarer = (at: 0 | 1, carer: Carer) =>
    setForm({ ...form, carers: at === 0 ? [carer, form.carers[1]] : [form.carers[0], carer] })
  const area = (name: (typeof TEXTS)[number]) => (
    <Textarea
      key={name}
      label={t(`children.sheet.${name}`)}
      description={name === 'allergies' ? t('children.sheet.allergiesHint') : undefined}
      autosize
      minRows={1}
      maxLength={name === 'doctor' ? 120 : name === 'doctorPhone' ? 40 : 300}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
    />
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <DraftNotice draft={draft} onDiscard={() => setForm(untouched)} />
      <Section title={t('children.sheet.carers')}>
        {([0, 1] as const).map((at) => (
          <SimpleGrid key={at} cols={{ base: 1, xs: 2, md: 4 }} mb="md">
            {CARER.map((name) => (
              <TextInput
                key={name}
                label={
                  name === 'fullName'
                    ? t(at === 0 ? 'children.sheet.first' : 'children.sheet.second')
                    : t(`children.sheet.${name}`)
                }
                aria-label={`${t(at === 0 ? 'children.sheet.first' : 'children.sheet.second')}: ${t(`children.sheet.${name}`)}`}
                autoComplete="off"
                maxLength={name === 'fullName' ? 160 : name === 'distance' ? 80 : name === 'phone' ? 40 : 60}
                value={form.carers[at][name]}
                onChange={(event) => setCarer(at, { ...form.carers[at], [name]: event.currentTarget.value })}
              />
            ))}
          </SimpleGrid>
        ))}
      </Section>
      <Section title={t('children.sheet.care')}>
        <SimpleGrid cols={{ base: 1, md: 2 }}>{TEXTS.map(area)}</SimpleGrid>
      </Section>
      <Refusals of={act.refusals} />
      <Group mt="md">
        <Button type="submit" loading={act.pending}>
          {t(changed || !held.sheet ? 'children.sheet.keep' : 'children.sheet.stillHolds')}
        </Button>
        <span className={classes.quiet}>{t('children.sheet.keepHint')}</span>
      </Group>
    </form>
  )
}
