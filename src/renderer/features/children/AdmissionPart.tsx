/** The admissions of a child: what was asked, what was decided, what may be done now. */
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../../shared/contract'
import type { Admission, AdmissionAct } from '../../../shared/contract/child-standing'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { Status, type Tone } from '../../ui/Status'
import { FormDialog, said, type FormField, type FormValues } from './FormDialog'
import { livesHereNow } from './lives-here'
import classes from './children.module.css'

const TONES: Readonly<Record<Admission['state'], Tone>> = {
  requested: 'attention',
  'in-dictamen': 'attention',
  admitted: 'done',
  denied: 'stop',
  withdrawn: 'quiet',
}

export function AdmissionPart({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const [asking, setAsking] = useState<'request' | 'record' | null>(null)
  const here = livesHereNow(child)
  const isOpen = child.admissions.some((each) => each.state === 'requested' || each.state === 'in-dictamen')
  const hasRecord = child.admissions.some((each) => each.state === 'admitted' && each.enteredOn !== null)
  return (
    <Section
      title={t('children.admission.title')}
      actions={
        !isOpen &&
        (!here || !hasRecord) && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAsking(here ? 'record' : 'request')}>
            {t(here ? 'children.admission.record' : 'children.admission.request')}
          </Button>
        )
      }
    >
      {child.admissions.length === 0 && (
        <p className={classes.quiet}>{t(here ? 'children.admission.none' : 'children.admission.noneOutside')}</p>
      )}
      <ul className={classes.lines}>
        {child.admissions.map((each) => (
          <Line key={each.id} admission={each} child={child} />
        ))}
      </ul>
      {asking === 'request' && <Request child={child} onClose={() => setAsking(null)} />}
      {asking === 'record' && <Record child={child} onClose={() => setAsking(null)} />}
    </Section>
  )
}

function Line({ admission, child }: { readonly admission: Admission; readonly child: ChildRecord }) {
  const t = useWords()
  const [act, setAct] = useState<AdmissionAct | null>(null)
  const day = (value: string) => formatDay(value, t.language)
  const details = [
    admission.emergency &&
      admission.enteredOn &&
      t('children.admission.sinceAtOnce', { day: day(admission.enteredOn) }),
    admission.dueOn && t('children.admission.dueOn', { day: day(admission.dueOn) }),
    admission.sentOn && t('children.admission.sentOn', { day: day(admission.sentOn), to: admission.sentTo ?? '' }),
    admission.decidedOn &&
      t('children.admission.decidedOn', {
        day: day(admission.decidedOn),
        authority: admission.authority ?? '',
        document: admission.document ?? '',
      }),
    admission.decisionReasons,
    admission.reviewOn && t('children.admission.reviewOn', { day: day(admission.reviewOn) }),
    admission.carer &&
      t('children.admission.carer', {
        name: [admission.carer.name, admission.carer.relation, admission.carer.phone].filter(Boolean).join(', '),
      }),
    admission.reason,
  ].filter(Boolean)
  return (
    <li>
      <time dateTime={admission.requestedOn}>{day(admission.requestedOn)}</time>
      <div>
        <Status tone={TONES[admission.state]} label={t(`children.admission.state.${admission.state}`)} />
        {details.map((each) => (
          <div key={String(each)} className={classes.quiet}>
            {each}
          </div>
        ))}
        {admission.may.length > 0 && (
          <Group gap="xs" mt={4} data-no-print>
            {admission.may.map((each) => (
              <Button key={each} variant="default" size="compact-sm" onClick={() => setAct(each)}>
                {t(`children.admission.act.${each}`)}
              </Button>
            ))}
          </Group>
        )}
        {act && <Step admission={admission} act={act} today={child.today} onClose={() => setAct(null)} />}
      </div>
    </li>
  )
}

const DECISION = (today: string): readonly FormField[] => [
  { name: 'decidedOn', kind: 'day', required: true, maxDay: today },
  { name: 'authority', kind: 'text', required: true, max: 120 },
  { name: 'document', kind: 'text', half: true, required: true, max: 80 },
  { name: 'documentOn', kind: 'day', half: true },
]

const FIELDS: Readonly<Record<AdmissionAct, (today: string, entered: boolean) => readonly FormField[]>> = {
  send: (today) => [
    { name: 'sentTo', kind: 'text', required: true, max: 120 },
    { name: 'sentOn', kind: 'day', required: true, maxDay: today },
  ],
  admit: (today, entered) => [
    ...DECISION(today),
    ...(entered ? [] : [{ name: 'enteredOn', kind: 'day', maxDay: today } as const]),
  ],
  deny: (today) => [
    ...DECISION(today),
    { name: 'reasons', kind: 'area', required: true, max: 600 },
    { name: 'reviewOn', kind: 'day', required: true },
  ],
  withdraw: () => [{ name: 'reason', kind: 'area', required: true }],
  review: () => [{ name: 'reason', kind: 'area', required: true }],
  enter: (today) => [{ name: 'enteredOn', kind: 'day', required: true, maxDay: today }],
  'enter-at-once': (today) => [
    { name: 'enteredOn', kind: 'day', required: true, maxDay: today },
    { name: 'reason', kind: 'area', required: true },
  ],
}

type Step = Input<'children.stepAdmission'>['step']

/** The act with what its fields say. */
function stepOf(act: AdmissionAct, values: FormValues): Step {
  const of = (name: string) => said(values, name)
  const decided = {
    decidedOn: of('decidedOn'),
    authority: of('authority'),
    document: of('document'),
    documentOn: values.documentOn ?? null,
  }
  if (act === 'send') return { act, sentOn: of('sentOn'), sentTo: of('sentTo') }
  if (act === 'admit') return { act, ...decided, enteredOn: values.enteredOn ?? null }
  if (act === 'deny') return { act, ...decided, reasons: of('reasons'), reviewOn: of('reviewOn') }
  if (act === 'enter') return { act, enteredOn: of('enteredOn') }
  if (act === 'enter-at-once') return { act, enteredOn: of('enteredOn'), reason: of('reason') }
  return { act, reason: of('reason') }
}

interface StepProps {
  readonly admission: Admission
  readonly act: AdmissionAct
  readonly today: string
  readonly onClose: () => void
}

function Step({ admission, act: name, today, onClose }: StepProps) {
  const t = useWords()
  const act = useAct('children.stepAdmission')
  return (
    <FormDialog
      title={t(`children.admission.act.${name}`)}
      verb={t(`children.admission.act.${name}`)}
      fields={FIELDS[name](today, admission.enteredOn !== null)}
      start={{ decidedOn: today, sentOn: today, ...(name === 'admit' ? {} : { enteredOn: today }) }}
      consequences={[t(`children.admission.means.${name}`)]}
      act={act}
      send={(values) => act.run({ id: admission.id, version: admission.version, step: stepOf(name, values) })}
      told={t('children.admission.told')}
      onClose={onClose}
    />
  )
}

const CARER: readonly FormField[] = [
  { name: 'carerName', kind: 'text', max: 160 },
  { name: 'carerRelation', kind: 'text', half: true, max: 60 },
  { name: 'carerPhone', kind: 'text', half: true, max: 40 },
]
const carerOf = (values: FormValues) =>
  values.carerName?.trim()
    ? { name: values.carerName, relation: values.carerRelation ?? null, phone: values.carerPhone ?? null }
    : null

function Request({ child, onClose }: { readonly child: ChildRecord; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.requestAdmission')
  return (
    <FormDialog
      title={t('children.admission.request')}
      verb={t('children.admission.request')}
      fields={[
        { name: 'requestedOn', kind: 'day', required: true, maxDay: child.today },
        { name: 'reason', kind: 'area', required: true },
        ...CARER,
        {
          name: 'enteredOn',
          kind: 'day',
          maxDay: child.today,
          label: t('children.form.enteredAtOnce'),
          hint: t('children.form.enteredAtOnceHint'),
        },
      ]}
      start={{ requestedOn: child.today }}
      consequences={[t('children.admission.means.request')]}
      act={act}
      send={(values) =>
        act.run({
          childId: child.id,
          requestedOn: said(values, 'requestedOn'),
          reason: said(values, 'reason'),
          carer: carerOf(values),
          enteredOn: values.enteredOn ?? null,
        })
      }
      told={t('children.admission.told')}
      onClose={onClose}
    />
  )
}

function Record({ child, onClose }: { readonly child: ChildRecord; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.recordAdmission')
  return (
    <FormDialog
      title={t('children.admission.record')}
      verb={t('children.admission.record')}
      fields={[
        { name: 'requestedOn', kind: 'day', required: true, maxDay: child.today },
        ...DECISION(child.today),
        ...CARER,
      ]}
      start={{}}
      act={act}
      send={(values) =>
        act.run({
          childId: child.id,
          requestedOn: said(values, 'requestedOn'),
          decidedOn: said(values, 'decidedOn'),
          authority: said(values, 'authority'),
          document: said(values, 'document'),
          documentOn: values.documentOn ?? null,
          carer: carerOf(values),
        })
      }
      told={t('children.admission.told')}
      onClose={onClose}
    />
  )
}
