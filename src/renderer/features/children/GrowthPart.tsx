/** Weight, length and head over time: a picture over the reference of the WHO, and the measurements beside it. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Growth } from '../../../shared/contract/child-health-facts'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { GrowthChart } from './GrowthChart'
import type { HealthFile, HealthPartProps } from './health-file'
import { RecordGrowth } from './RecordGrowth'
import { WithdrawHealth } from './WithdrawHealth'
import { ageWords, centimetres, kilograms } from './health-words'
import classes from './health.module.css'

export function GrowthPart({ file, bar }: HealthPartProps) {
  const t = useWords()
  const [adding, setAdding] = useState(false)
  const [wrong, setWrong] = useState<Growth | null>(null)
  const columns = useMemo(() => columnsOf(t, setWrong), [t])
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t('children.growth.add')}
    </Button>
  )
  return (
    <section aria-label={t('children.health.part.growth')}>
      {bar(file.growth.length > 0 && add)}
      {file.growth.length === 0 ? (
        <Empty title={t('children.growth.empty')} hint={t('children.growth.emptyHint')} action={add} />
      ) : (
        <>
          <p className={classes.quiet}>{referenceWords(file, t)}</p>
          <div className={classes.charts}>
            {(['weight', 'height', 'head'] as const).map((measure) => (
              <GrowthChart key={measure} file={file} measure={measure} />
            ))}
          </div>
          <DataTable
            name="children.growth"
            label={t('children.health.part.growth')}
            size="content"
            columns={columns}
            rows={file.growth}
            rowKey={(row) => row.id}
            initialSort={{ id: 'day', desc: true }}
            countWords="children.growth.count"
          />
        </>
      )}
      {adding && <RecordGrowth file={file} onClose={() => setAdding(false)} />}
      {wrong && (
        <WithdrawHealth
          kind="growth"
          record={wrong}
          what={t('children.growth.of', { day: formatDay(wrong.day, t.language) })}
          onClose={() => setWrong(null)}
        />
      )}
    </section>
  )
}

function referenceWords(file: HealthFile, t: Words): string {
  if (!file.birthDate) return t('children.growth.noAge')
  if (file.sex !== 'M' && file.sex !== 'H') return t('children.growth.noReference')
  return [t('children.growth.reference'), file.age.approximate && t('children.age.approximateHint')]
    .filter(Boolean)
    .join(' ')
}

const columnsOf = (t: Words, onWrong: (row: Growth) => void): readonly Column<Growth>[] => [
  {
    id: 'day',
    header: t('children.screening.day'),
    value: (row) => row.day,
    cell: (row) => formatDay(row.day, t.language),
    width: 150,
  },
  {
    id: 'age',
    header: t('children.age'),
    value: (row) => row.age,
    cell: (row) => (row.months === null ? null : ageWords(t, row.months)),
    width: 130,
  },
  {
    id: 'weight',
    header: t('children.growth.weightKg'),
    value: (row) => row.weightG,
    cell: (row) => kilograms(row.weightG),
    width: 100,
    align: 'end',
  },
  {
    id: 'height',
    header: t('children.growth.heightCm'),
    value: (row) => row.heightMm,
    cell: (row) =>
      row.heightMm === null
        ? null
        : `${centimetres(row.heightMm) ?? ''} ${t(row.lying ? 'children.growth.lyingShort' : 'children.growth.standingShort')}`,
    width: 150,
    align: 'end',
  },
  {
    id: 'head',
    header: t('children.growth.headCm'),
    value: (row) => row.headMm,
    cell: (row) => centimetres(row.headMm),
    width: 110,
    align: 'end',
  },
  { id: 'by', header: t('children.growth.by'), value: (row) => row.measuredBy },
  {
    id: 'recorded',
    header: t('children.health.recorded'),
    value: (row) => row.recordedOn,
    cell: (row) => [formatDay(row.recordedOn, t.language), row.recordedBy].filter(Boolean).join(' · '),
    width: 250,
  },
  {
    id: 'acts',
    header: t('children.health.acts'),
    value: () => null,
    cell: (row) => (
      <Button variant="subtle" color="gray" size="compact-sm" data-no-print onClick={() => onWrong(row)}>
        {t('children.health.withdraw')}
      </Button>
    ),
    width: 128,
  },
]
