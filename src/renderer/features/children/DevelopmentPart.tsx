/** Screening of development: the light of each skill over time, and what followed. A screening is no diagnosis, and says so. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ScreeningRecord } from '../../../shared/contract/child-health-facts'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Status } from '../../ui/Status'
import { DevelopmentGrid } from './DevelopmentGrid'
import type { HealthPartProps } from './health-file'
import { RecordScreening } from './RecordScreening'
import { ScreeningDrawer } from './ScreeningDrawer'
import { LIGHT_TONES } from './health-words'
import classes from './health.module.css'

export function DevelopmentPart({ file, bar }: HealthPartProps) {
  const t = useWords()
  const [adding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const columns = useMemo(() => columnsOf(t), [t])
  const open = file.screenings.find((each) => each.id === chosen)
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t('children.screening.add')}
    </Button>
  )
  return (
    <section aria-label={t('children.health.part.development')}>
      {bar(file.screenings.length > 0 && add)}
      {file.screenings.length === 0 ? (
        <Empty title={t('children.screening.empty')} hint={t('children.screening.emptyHint')} action={add} />
      ) : (
        <>
          <p className={classes.quiet}>{t('children.screening.lead')}</p>
          <DevelopmentGrid screenings={file.screenings} />
          <DataTable
            name="children.screenings"
            label={t('children.health.part.development')}
            size="content"
            columns={columns}
            rows={file.screenings}
            rowKey={(row) => row.id}
            onOpen={(row) => setChosen(row.id)}
            initialSort={{ id: 'day', desc: true }}
            countWords="children.screening.count"
          />
        </>
      )}
      {adding && <RecordScreening file={file} onClose={() => setAdding(false)} />}
      {open && <ScreeningDrawer key={open.id} screening={open} today={file.today} onClose={() => setChosen(null)} />}
    </section>
  )
}

const columnsOf = (t: Words): readonly Column<ScreeningRecord>[] => [
  {
    id: 'day',
    header: t('children.screening.day'),
    value: (row) => row.day,
    cell: (row) => formatDay(row.day, t.language),
    width: 150,
  },
  {
    id: 'instrument',
    header: t('children.screening.instrument'),
    value: (row) => row.instrument,
    cell: (row) => `${row.instrument} · ${row.instrumentVersion}`,
    width: 170,
  },
  {
    id: 'group',
    header: t('children.screening.group'),
    value: (row) => row.ageGroup,
    cell: (row) => groupWords(t, row),
    width: 226,
  },
  {
    id: 'overall',
    header: t('children.screening.overall'),
    value: (row) => t(`children.screening.light.${row.overall}`),
    cell: (row) => <Status tone={LIGHT_TONES[row.overall]} label={t(`children.screening.light.${row.overall}`)} />,
    width: 130,
  },
  { id: 'evaluator', header: t('children.screening.evaluator'), value: (row) => row.evaluator },
  {
    id: 'referral',
    header: t('children.screening.referral'),
    value: (row) => row.referral?.on ?? null,
    cell: (row) =>
      row.referral &&
      t(row.referral.answeredOn ? 'children.screening.answeredShort' : 'children.screening.waitingShort', {
        to: row.referral.to,
      }),
  },
]

const groupWords = (t: Words, row: ScreeningRecord): string =>
  [
    row.instrument === 'EDI'
      ? t('children.screening.groupOf', { group: row.ageGroup })
      : t('children.screening.questionnaireOf', { count: row.ageGroup }),
    row.corrected && t('children.screening.correctedShort'),
  ]
    .filter(Boolean)
    .join(' · ')
