/** A person of the staff at a glance, and the acts on her: change role, suspend, readmit. */
import { Button, Drawer, NativeSelect, Stack } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { ROLES, type Role } from '../../../shared/kernel/roles'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { Fact, Facts } from '../../ui/Facts'

export type StaffMember = Output<'office.staff'>[number]

export function StaffDrawer({
  member,
  onClose,
}: {
  readonly member: StaffMember | null
  readonly onClose: () => void
}) {
  const t = useWords()
  const [asking, setAsking] = useState<Asking>(null)
  const stop = () => setAsking(null)
  // The question takes the drawer's place: never a dialog over another.
  return (
    <>
      <Drawer
        opened={member !== null && asking === null}
        onClose={onClose}
        title={member?.name ?? ''}
        size={440}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {member && <Member member={member} ask={setAsking} />}
      </Drawer>
      {member && (
        <Fragment key={member.id}>
          <ChangeRole member={member} opened={asking === 'role'} onClose={stop} />
          <Suspend member={member} opened={asking === 'suspend'} onClose={stop} />
          <Readmit member={member} opened={asking === 'readmit'} onClose={stop} />
        </Fragment>
      )}
    </>
  )
}

type Asking = 'role' | 'suspend' | 'readmit' | null

function Member({ member, ask }: { readonly member: StaffMember; readonly ask: (what: Asking) => void }) {
  const t = useWords()
  const moment = useMoment()
  const { me, may } = useSession()
  return (
    <Stack gap="lg">
      <Facts>
        <Fact label={t('office.staff.role')}>{t(`role.${member.role}`)}</Fact>
        <Fact label={t('office.staff.state')}>
          {t(member.suspendedAt ? 'office.staff.suspended' : 'office.staff.active')}
        </Fact>
        <Fact label={t('office.staff.lastSignIn')}>{member.lastSignIn && moment(member.lastSignIn)}</Fact>
        {member.suspendedAt && <Fact label={t('office.staff.suspendedAt')}>{moment(member.suspendedAt)}</Fact>}
      </Facts>
      <p>{t(`role.${member.role}.does`)}</p>
      {may('office.changeRole') && (
        <Stack gap="xs" align="flex-start">
          <Button variant="default" onClick={() => ask('role')}>
            {t('office.staff.changeRole')}
          </Button>
          {member.suspendedAt ? (
            <Button variant="default" onClick={() => ask('readmit')}>
              {t('office.staff.readmit')}
            </Button>
          ) : (
            member.id !== me.id && (
              <Button variant="outline" color="granada" onClick={() => ask('suspend')}>
                {t('office.staff.suspend')}
              </Button>
            )
          )}
        </Stack>
      )}
    </Stack>
  )
}

interface ActProps {
  readonly member: StaffMember
  readonly opened: boolean
  readonly onClose: () => void
}

function ChangeRole({ member, opened, onClose }: ActProps) {
  const t = useWords()
  const { run, pending, refusals } = useAct('office.changeRole')
  const [role, setRole] = useState<Role>(member.role)
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={t('office.staff.changeRoleOf', { name: member.name })}
      consequences={[t('office.staff.changeRoleEffect'), t(`role.${role}.does`)]}
      verb={t('office.staff.changeRoleVerb', { role: t(`role.${role}`) })}
      reason
      pending={pending}
      refusals={refusals}
      onConfirm={async (reason) => (await run({ id: member.id, version: member.version, role, reason })).ok}
    >
      <NativeSelect
        label={t('office.staff.newRole')}
        value={role}
        data={ROLES.map((each) => ({ value: each, label: t(`role.${each}`) }))}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
      />
    </ConfirmAct>
  )
}

function Suspend({ member, opened, onClose }: ActProps) {
  const t = useWords()
  const { run, pending, refusals } = useAct('office.suspendStaff')
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      danger
      title={t('office.staff.suspendOf', { name: member.name })}
      consequences={[1, 2, 3].map((each) => t(`office.staff.suspendEffect${String(each)}`))}
      verb={t('office.staff.suspendVerb', { name: member.name })}
      reason
      pending={pending}
      refusals={refusals}
      onConfirm={async (reason) => (await run({ id: member.id, version: member.version, reason })).ok}
    />
  )
}

function Readmit({ member, opened, onClose }: ActProps) {
  const t = useWords()
  const { run, pending, refusals } = useAct('office.readmitStaff')
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={t('office.staff.readmitOf', { name: member.name })}
      consequences={[t('office.staff.readmitEffect')]}
      verb={t('office.staff.readmitVerb', { name: member.name })}
      reason
      pending={pending}
      refusals={refusals}
      onConfirm={async (reason) => (await run({ id: member.id, version: member.version, reason })).ok}
    />
  )
}
