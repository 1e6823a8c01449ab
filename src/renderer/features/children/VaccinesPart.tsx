/** The doses of the scheme, where each stands, and what was recorded; a card is keyed as a whole. */
import { Button } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { DoseLine } from '../../../shared/contract/child-health-facts'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { PaperButton } from '../../ui/PaperButton'
import { Status } from '../../ui/Status'
import { useUndoNotice } from '../../ui/use-undo'
import { useAct } from '../../platform/client'
import type { HealthFile, HealthPartProps } from './health-file'
import { LineDrawer, type Recording } from './LineDrawer'
import { ageWords, LINE_TONES, lineWords, windowWords } from './health-words'

const keyOf = (line: DoseLine): string => `${line.vaccine}|${line.dose}`
const titleOf = (line: DoseLine): string => `${line.vaccine} · ${line.dose}`

export function VaccinesPart({ file, bar }: HealthPartProps) {
  const t = useWords()
  const go = useGo()
  const [chosen, setChosen] = useState<string | null>(null)
  const columns = useMemo(() => columnsOf(t), [t])
  const open = file.doses.find((line) => keyOf(line) === chosen)
  const missing = file.doses.some((line) => ['due', 'overdue', 'unread'].includes(line.state))
  return (
    <section aria-label={t('children.health.part.vaccines')}>
      {bar(
        <>
          {missing && (
            <PaperButton
              channel="children.printDue"
              input={{ childIds: [file.id] }}
              label={t('children.vaccines.printOne')}
              variant="default"
            />
          )}
          <Button leftSection={<IconChecklist size={18} aria-hidden />} onClick={() => go(`/children/${file.id}/card`)}>
            {t('children.vaccines.key')}
          </Button>
        </>,
      )}
      {file.doses.every((line) => line.records.length === 0) && (
        <Status tone="attention" label={t('children.vaccines.blank')} />
      )}
      <DataTable
        name="children.vaccines"
        label={t('children.health.part.vaccines')}
        size="content"
        columns={columns}
        rows={file.doses}
        rowKey={keyOf}
        onOpen={(row) => setChosen(keyOf(row))}
        countWords="children.vaccines.count"
        isQuiet={(row) => row.state === 'ahead'}
      />
      {open && <DoseDrawer file={file} line={open} onClose={() => setChosen(null)} />}
    </section>
  )
}

function DoseDrawer({
  file,
  line,
  onClose,
}: {
  readonly file: HealthFile
  readonly line: DoseLine
  readonly onClose: () => void
}) {
  const t = useWords()
  const act = useAct('children.recordDoses')
  const say = useUndoNotice()
  const record = async ({ outcome, day, seenOnCard, note }: Recording) => {
    const { vaccine, dose } = line
    const answer = await act.run({
      doses: [{ childId: file.id, vaccine, dose, day }],
      ...{ outcome, seenOnCard, reason: note },
    })
    if (answer.ok) say(answer.value.batchId, t('children.vaccines.saved', { dose: titleOf(line) }))
    return answer.ok
  }
  return (
    <LineDrawer
      kind="dose"
      title={titleOf(line)}
      line={line}
      about={line.note}
      today={file.today}
      act={act}
      onRecord={record}
      onClose={onClose}
    />
  )
}

const columnsOf = (t: Words): readonly Column<DoseLine>[] => [
  { id: 'vaccine', header: t('children.vaccines.vaccine'), value: (row) => row.vaccine, width: 170 },
  { id: 'dose', header: t('children.health.dose'), value: (row) => row.dose, width: 150 },
  {
    id: 'state',
    header: t('children.health.state'),
    value: (row) => lineWords(t, 'dose', row.state),
    cell: (row) => <Status tone={LINE_TONES[row.state]} label={lineWords(t, 'dose', row.state)} />,
    width: 150,
  },
  {
    id: 'day',
    header: t('children.health.dayOf'),
    value: (row) => row.records[0]?.day ?? null,
    cell: (row) => {
      const said = row.records.find((record) => record.outcome === 'done') ?? row.records[0]
      if (!said) return null
      const seen = said.seenOnCard ? ` · ${t('children.health.seen')}` : ''
      return `${formatDay(said.day, t.language)}${seen}`
    },
    width: 240,
  },
  {
    id: 'window',
    header: t('children.health.due'),
    value: (row) => row.from,
    cell: (row) => (row.inScheme ? windowWords(t, row) : t('children.vaccines.notInScheme')),
    width: 270,
  },
  {
    id: 'age',
    header: t('children.vaccines.atAge'),
    value: (row) => row.fromMonths,
    cell: (row) => row.fromMonths !== null && atAge(t, row.fromMonths),
    width: 120,
  },
]

const atAge = (t: Words, months: number): string =>
  months === 0 ? t('children.vaccines.atBirth') : ageWords(t, months)
