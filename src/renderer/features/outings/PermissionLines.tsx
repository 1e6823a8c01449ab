/** Each outing of each child under a permission, on its own line. */
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Words } from '../../../shared/i18n'
import { useAct } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DataTable, type Column } from '../../ui/DataTable'
import { Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { OutingStatus } from './OutingStatus'
import type { Permission } from './permission-type'
import { shortDayAndTime, stateWord } from './outing-words'

type Line = Permission['lines'][number]

export function PermissionLines({ permission }: { readonly permission: Permission }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const [leaving, setLeaving] = useState<Line | null>(null)
  const cancels =
    permission.lines.length > 1 && permission.acts.includes('cancel') && may('outings.cancelOne') ? setLeaving : null
  const columns = useMemo(() => columnsOf(permission, t, cancels), [permission, t, cancels])
  return (
    <Section title={t('outings.permission.lines')}>
      <DataTable
        name="outings.permission.lines"
        label={t('outings.permission.lines')}
        size="content"
        columns={columns}
        rows={permission.lines}
        rowKey={(line) => line.id}
        onOpen={(line) => go(`/outings/${line.id}`)}
        countWords="outings.list.count"
        isQuiet={(line) => line.state === 'cancelled' || line.state === 'not-made'}
      />
      <CancelOne permission={permission} line={leaving} onClose={() => setLeaving(null)} />
    </Section>
  )
}

function columnsOf(permission: Permission, t: Words, cancels: ((line: Line) => void) | null): readonly Column<Line>[] {
  const printable = permission.state !== 'draft' && permission.lines.length > 1
  return [
    { id: 'child', header: t('outings.child'), value: (line) => line.child },
    {
      id: 'status',
      header: t('outings.status'),
      value: (line) => stateWord(line, t),
      cell: (line) => <OutingStatus row={line} />,
      width: 190,
    },
    {
      id: 'leaves',
      header: t('outings.leaves'),
      value: (line) => `${line.leavesOn} ${line.leavesAt}`,
      cell: (line) => shortDayAndTime(line.leavesOn, line.leavesAt, t),
      width: 115,
    },
    {
      id: 'returns',
      header: t('outings.returns'),
      value: (line) => `${line.returnsOn} ${line.returnsAt}`,
      cell: (line) => shortDayAndTime(line.returnsOn, line.returnsAt, t),
      width: 115,
    },
    { id: 'mother', header: t('outings.mother'), value: (line) => line.mother, width: 170 },
    { id: 'belongings', header: t('outings.belongings'), value: (line) => line.belongings, width: 160, hidden: true },
    { id: 'allergies', header: t('outings.allergies'), value: (line) => line.allergies, width: 160, hidden: true },
    {
      id: 'photo',
      header: t('outings.photo'),
      value: (line) => t(`outings.photo.${line.photo === null ? 'unknown' : line.photo ? 'yes' : 'no'}`),
      width: 110,
      hidden: true,
    },
    { id: 'folio', header: t('outings.folio'), value: (line) => line.folio, width: 165 },
    ...(printable || cancels
      ? [
          {
            id: 'acts',
            header: t('outings.acts'),
            value: () => null,
            width: 220,
            cell: (line: Line) =>
              line.open && (
                <span data-no-print>
                  {printable && (
                    <PaperButton
                      channel="outings.permission"
                      input={{ id: line.id }}
                      label={t('outings.slip.verb')}
                      size="compact-sm"
                      variant="subtle"
                    />
                  )}
                  {cancels && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="granada"
                      onClick={(event) => {
                        event.stopPropagation()
                        cancels(line)
                      }}
                    >
                      {t('outings.cancelOne.short')}
                    </Button>
                  )}
                </span>
              ),
          },
        ]
      : []),
  ]
}

function CancelOne({
  permission,
  line,
  onClose,
}: {
  readonly permission: Permission
  readonly line: Line | null
  readonly onClose: () => void
}) {
  const t = useWords()
  const act = useAct('outings.cancelOne')
  return (
    <ConfirmAct
      opened={line !== null}
      onClose={() => {
        act.clear()
        onClose()
      }}
      title={t('outings.cancelOne.title')}
      consequences={[
        t('outings.cancelOne.what', {
          child: line?.child ?? '',
          day: line ? shortDayAndTime(line.leavesOn, line.leavesAt, t) : '',
        }),
        t('outings.cancelOne.paper'),
      ]}
      verb={t('outings.cancelOne.confirm', { folio: line?.folio ?? '' })}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async (reason) =>
        line !== null &&
        (await act.run({ id: permission.id, version: permission.version, outingId: line.id, reason })).ok
      }
    />
  )
}
