/** How often whoever was planned came: by instructor or by who sends them. Who missed most comes first. */
import { useRead } from '../../platform/client'
import { formatNumber, formatPercent } from '../../../shared/i18n/format'
import type { Instruction } from '../../../shared/contract/workshops.contract'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'

export function InstructionTable({
  by,
  from,
  until,
  workshopId,
  editionId,
  size = 'content',
}: {
  readonly by: 'instructor' | 'provider'
  readonly from: string
  readonly until: string
  readonly workshopId?: string
  readonly editionId?: string
  readonly size?: 'content' | 'fill'
}) {
  const t = useWords()
  const read = useRead('programs.instruction', {
    by,
    from,
    until,
    ...(workshopId && { workshopId }),
    ...(editionId && { editionId }),
  })
  const number = (id: 'sessions' | 'given' | 'substituted' | 'otherwise', width: number): Column<Instruction> => ({
    id,
    header: t(`programs.instruction.${id}`),
    value: (row) => row[id],
    width,
    align: 'end',
  })
  const columns: readonly Column<Instruction>[] = [
    {
      id: 'name',
      header: t(by === 'instructor' ? 'programs.column.instructor' : 'programs.instruction.provider'),
      value: (row) => row.name ?? t('programs.instruction.noProvider'),
      // Beside other parts of a page it has half the width; the last column must not be cut.
      ...(size === 'content' && { width: 138 }),
    },
    number('sessions', 78),
    number('given', 68),
    number('substituted', 76),
    {
      id: 'missed',
      header: t('programs.instruction.missed'),
      value: (row) => row.missed,
      cell: (row) =>
        row.missed === 0 ? (
          0
        ) : (
          <Status
            tone="attention"
            label={String(row.missed)}
            reason={t('programs.instruction.missedReason', {
              rate: formatPercent(row.missed, row.sessions),
              hours: formatNumber(row.missedMinutes / 60),
            })}
          />
        ),
      width: 84,
      align: 'end',
    },
    number('otherwise', 94),
  ]
  return (
    <>
      <Refusals of={read.refusals} />
      <DataTable
        name={`programs.instruction.${by}`}
        label={t('programs.instruction.title')}
        size={size}
        columns={columns}
        rows={read.data}
        rowKey={(row) => `${row.name ?? ''} ${row.provider ?? ''}`}
        countWords={by === 'instructor' ? 'programs.instruction.count' : 'programs.instruction.countProviders'}
        empty={t('programs.instruction.empty')}
      />
    </>
  )
}
