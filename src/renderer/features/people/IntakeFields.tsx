/** The questions of the intake in their blocks; every one may be skipped. */
import {
  Checkbox,
  NumberInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  TagsInput,
  TextInput,
  Textarea,
} from '@mantine/core'
import { MonthPickerInput } from '@mantine/dates'
import type { ReactNode } from 'react'
import { BARRIERS, FLUENCY, SCHOOLING } from '../../../shared/contract/intake.contract'
import { useWords } from '../../platform/words'
import { tradeOf, tradeWord, type Answers } from './intake-form'
import classes from './people.module.css'

export interface IntakeFieldsProps {
  readonly answers: Answers
  readonly setAnswers: (answers: Answers) => void
  readonly workshops: readonly { readonly id: string; readonly title: string }[]
  readonly childrenInside: number
}

export function IntakeFields(props: IntakeFieldsProps) {
  return (
    <>
      <Schooling {...props} />
      <Trades {...props} />
      <Care {...props} />
      <Language {...props} />
      <Barriers {...props} />
    </>
  )
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.block}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

function Schooling({ answers, setAnswers }: IntakeFieldsProps) {
  const t = useWords()
  return (
    <Block title={t('people.intake.block.schooling')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Select
          label={t('people.intake.schooling')}
          clearable
          placeholder={t('people.intake.skipped')}
          data={SCHOOLING.map((value) => ({ value, label: t(`people.intake.schooling.${value}`) }))}
          value={answers.schooling}
          onChange={(schooling) => setAnswers({ ...answers, schooling })}
        />
        <YesNo
          label={t('people.intake.wantsSchool')}
          value={answers.wantsSchool}
          onChange={(wantsSchool) => setAnswers({ ...answers, wantsSchool })}
        />
      </SimpleGrid>
    </Block>
  )
}

function Trades({ answers, setAnswers, workshops }: IntakeFieldsProps) {
  const t = useWords()
  const titles = [...new Set(workshops.map((workshop) => workshop.title))]
  const field = (name: 'tradesKnown' | 'tradesWanted') => (
    <TagsInput
      label={t(`people.intake.${name}`)}
      description={t('people.intake.tradesHint')}
      data={titles}
      maxTags={20}
      maxDropdownHeight={220}
      acceptValueOnBlur
      value={answers[name].map((trade) => tradeWord(trade, workshops))}
      onChange={(words) =>
        setAnswers({ ...answers, [name]: words.map((word) => tradeOf(word.slice(0, 80), workshops)) })
      }
    />
  )
  return (
    <Block title={t('people.intake.block.trades')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {field('tradesKnown')}
        {field('tradesWanted')}
      </SimpleGrid>
      <Note
        label={t('people.intake.tradesNote')}
        value={answers.tradesNote}
        onChange={(tradesNote) => setAnswers({ ...answers, tradesNote })}
      />
    </Block>
  )
}

function Care({ answers, setAnswers, childrenInside }: IntakeFieldsProps) {
  const t = useWords()
  return (
    <Block title={t('people.intake.block.care')}>
      <p className={classes.quiet}>{t('people.intake.childrenInside', { count: childrenInside })}</p>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <NumberInput
          label={t('people.intake.childrenOutside')}
          min={0}
          max={20}
          allowDecimal={false}
          value={answers.childrenOutside ?? ''}
          onChange={(value) => setAnswers({ ...answers, childrenOutside: typeof value === 'number' ? value : null })}
        />
        <TextInput
          label={t('people.intake.childrenOutsideWith')}
          maxLength={160}
          autoComplete="off"
          value={answers.childrenOutsideWith ?? ''}
          onChange={(event) => setAnswers({ ...answers, childrenOutsideWith: event.currentTarget.value })}
        />
        <TextInput
          label={t('people.intake.dependants')}
          maxLength={160}
          autoComplete="off"
          value={answers.dependants ?? ''}
          onChange={(event) => setAnswers({ ...answers, dependants: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Block>
  )
}

function Language({ answers, setAnswers }: IntakeFieldsProps) {
  const t = useWords()
  const fluency = (name: 'spanish' | 'reads') => (
    <Select
      label={t(`people.intake.${name}`)}
      clearable
      placeholder={t('people.intake.skipped')}
      data={FLUENCY.map((value) => ({ value, label: t(`people.intake.fluency.${value}`) }))}
      value={answers[name]}
      onChange={(value) => setAnswers({ ...answers, [name]: value })}
    />
  )
  return (
    <Block title={t('people.intake.block.language')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput
          label={t('people.intake.languages')}
          description={t('people.intake.languagesHint')}
          maxLength={120}
          autoComplete="off"
          value={answers.languages ?? ''}
          onChange={(event) => setAnswers({ ...answers, languages: event.currentTarget.value })}
        />
        <YesNo
          label={t('people.intake.readAloud')}
          value={answers.readAloud}
          onChange={(readAloud) => setAnswers({ ...answers, readAloud })}
        />
        {fluency('spanish')}
        {fluency('reads')}
      </SimpleGrid>
    </Block>
  )
}

function Barriers({ answers, setAnswers }: IntakeFieldsProps) {
  const t = useWords()
  return (
    <Block title={t('people.intake.block.barriers')}>
      <Checkbox.Group
        label={t('people.intake.barriers')}
        value={answers.barriers}
        onChange={(barriers) => setAnswers({ ...answers, barriers: barriers })}
      >
        <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="xs" mt={6}>
          {BARRIERS.map((value) => (
            <Checkbox key={value} value={value} label={t(`people.intake.barrier.${value}`)} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <Note
        label={t('people.intake.barriersNote')}
        value={answers.barriersNote}
        onChange={(barriersNote) => setAnswers({ ...answers, barriersNote })}
      />
      <MonthPickerInput
        mt="md"
        w={280}
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        label={t('people.intake.leavesAbout')}
        description={t('people.intake.leavesAboutHint')}
        valueFormat="MMMM YYYY"
        value={answers.leavesAbout ? `${answers.leavesAbout}-01` : null}
        onChange={(day) => setAnswers({ ...answers, leavesAbout: day ? day.slice(0, 7) : null })}
      />
    </Block>
  )
}

function Note({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string) => void
}) {
  return (
    <Textarea
      mt="md"
      label={label}
      autosize
      minRows={1}
      maxLength={300}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Three answers side by side, so that skipping is as easy as answering. */
function YesNo({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: boolean | null
  readonly onChange: (value: boolean | null) => void
}) {
  const t = useWords()
  return (
    <div>
      <div className={classes.fieldLabel}>{label}</div>
      <SegmentedControl
        aria-label={label}
        data={[
          { value: 'yes', label: t('people.intake.yes') },
          { value: 'no', label: t('people.intake.no') },
          { value: 'skip', label: t('people.intake.skipped') },
        ]}
        value={value === null ? 'skip' : value ? 'yes' : 'no'}
        onChange={(next) => onChange(next === 'skip' ? null : next === 'yes')}
      />
    </div>
  )
}
