/** Who works with Umbral: add, change role, suspend with reason, readmit. Nobody is ever deleted. */
import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { AddStaff } from './AddStaff'
import { SettingsTabs } from './SettingsTabs'
import { StaffDrawer, type StaffMember } from './StaffDrawer'

export function StaffPage() {
  const t = useWords()
  const moment = useMoment()
  const { may } = useSession()
  const { data, refusals } = useRead('office.staff', {})
  const [adding, setAdding] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const columns = useMemo<Column<StaffMember>[]>(
    () => [
      { id: 'name', header: t('office.staff.name'), value: (row) => row.name },
      { id: 'role', header: t('office.staff.role'), value: (row) => t(`role.${row.role}`), width: 240 },
      {
        id: 'state',
        header: t('office.staff.state'),
        width: 160,
        value: (row) => t(row.suspendedAt ? 'office.staff.suspended' : 'office.staff.active'),
        cell: (row) => (
          <Status
            tone={row.suspendedAt ? 'attention' : 'done'}
            label={t(row.suspendedAt ? 'office.staff.suspended' : 'office.staff.active')}
            reason={row.suspendedAt ? t('office.staff.suspendedSince', { when: moment(row.suspendedAt) }) : undefined}
          />
        ),
      },
      {
        id: 'lastSignIn',
        header: t('office.staff.lastSignIn'),
        width: 220,
        value: (row) => row.lastSignIn,
        cell: (row) => row.lastSignIn && moment(row.lastSignIn),
      },
    ],
    [t, moment],
  )
  return (
    <Page
      title={t('office.staff.title')}
      primary={
        may('office.addStaff') && (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('office.staff.add')}
          </Button>
        )
      }
    >
      <SettingsTabs />
      <Refusals of={refusals} />
      <DataTable
        name="office.staff"
        label={t('office.staff.title')}
        columns={columns}
        rows={data}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpenId(row.id)}
        search={t('office.staff.search')}
        initialSort={{ id: 'name' }}
        countWords="office.staff.count"
        isQuiet={(row) => row.suspendedAt !== null}
      />
      <AddStaff opened={adding} onClose={() => setAdding(false)} />
      <StaffDrawer member={data?.find((each) => each.id === openId) ?? null} onClose={() => setOpenId(null)} />
    </Page>
  )
}
