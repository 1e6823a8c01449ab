/** Check-ups by age: made, due, only referred. What was found stands with the health service, not here. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { CheckLine } from '../../../shared/contract/child-health-facts'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Status } from '../../ui/Status'
import type { HealthFile, HealthPartProps } from './health-file'
import { LineDrawer, type Recording } from './LineDrawer'
import { LINE_TONES, milestoneWords, windowWords } from './health-words'
import classes from './health.module.css'

const OTHER: CheckLine = { milestone: null, from: null, until: null, state: 'unknown', records: [] }
const keyOf = (line: CheckLine): string => line.milestone ?? line.records[0]?.id ?? 'new'

export function ChecksPart({ file, bar }: HealthPartProps) {
  const t = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const columns = useMemo(() => columnsOf(t), [t])
  const open = chosen === 'new' ? OTHER : file.checks.find((line) => keyOf(line) === chosen)
  return (
    <section aria-label={t('children.health.part.checks')}>
      {bar(
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setChosen('new')}>
          {t('children.checks.other')}
        </Button>,
      )}
      <p className={classes.quiet}>{t('children.checks.lead')}</p>
      <DataTable
        name="children.checks"
        label={t('children.health.part.checks')}
        size="content"
        columns={columns}
        rows={file.checks}
        rowKey={keyOf}
        onOpen={(row) => setChosen(keyOf(row))}
        countWords="children.checks.count"
        isQuiet={(row) => row.state === 'ahead'}
      />
      {open && <CheckDrawer key={keyOf(open)} file={file} line={open} onClose={() => setChosen(null)} />}
    </section>
  )
}

function CheckDrawer({
  file,
  line,
  onClose,
}: {
  readonly file: HealthFile
  readonly line: CheckLine
  readonly onClose: () => void
}) {
  const t = useWords()
  const act = useAct('children.recordCheck')
  const record = async ({ outcome, day, note }: Recording) => {
    const answer = await act.run({ childId: file.id, milestone: line.milestone, outcome, day, note })
    if (answer.ok) notifications.show({ color: 'nopal', message: t('children.checks.saved') })
    return answer.ok
  }
  return (
    <LineDrawer
      kind="check"
      title={t('children.checks.of', { age: milestoneWords(t, line.milestone) })}
      line={line}
      today={file.today}
      act={act}
      onRecord={record}
      onClose={onClose}
    />
  )
}

const columnsOf = (t: Words): readonly Column<CheckLine>[] => [
  {
    id: 'milestone',
    header: t('children.age'),
    value: (row) => row.from,
    cell: (row) => milestoneWords(t, row.milestone),
    width: 170,
  },
  {
    id: 'state',
    header: t('children.health.state'),
    value: (row) => t(`children.health.line.${row.state}`),
    cell: (row) => <Status tone={LINE_TONES[row.state]} label={t(`children.health.line.${row.state}`)} />,
    width: 150,
  },
  {
    id: 'day',
    header: t('children.health.dayOf'),
    value: (row) => row.records[0]?.day ?? null,
    cell: (row) => row.records[0] && formatDay(row.records[0].day, t.language),
    width: 150,
  },
  {
    id: 'window',
    header: t('children.health.due'),
    value: (row) => row.from,
    cell: (row) => windowWords(t, row),
    width: 270,
  },
  { id: 'note', header: t('children.health.note'), value: (row) => row.records[0]?.note ?? null },
]
