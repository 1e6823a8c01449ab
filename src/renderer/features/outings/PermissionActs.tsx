/** What may be done with a permission as it stands: one button first, the rest in a menu, each with its consequences. */
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useAct } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import type { Permission } from './permission-type'
import { Sign } from './SignatureTable'

/** Acts on the whole permission that ask for a reason; the order of the menu. */
const DECISIONS = [
  ['resume', 'outings.resume'],
  ['pause', 'outings.pause'],
  ['return', 'outings.return'],
  ['review', 'outings.review'],
  ['deny', 'outings.deny'],
  ['cancel', 'outings.cancel'],
] as const
type Decision = (typeof DECISIONS)[number][0]
const DANGER: ReadonlySet<Decision> = new Set(['deny', 'cancel'])

export function PermissionActs({ permission }: { readonly permission: Permission }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const submit = useAct('outings.submit')
  const [asking, setAsking] = useState<Decision | null>(null)
  const decisions = DECISIONS.filter(([act, channel]) => permission.acts.includes(act) && may(channel))
  // The one signature that is hers and that everything waits for.
  const decisive = permission.acts.includes('authorise')
    ? permission.signatures.find((each) => each.recordedBy === 'director' && !each.signed && each.whyNot === null)
    : undefined
  const alters = permission.acts.includes('alter') && may('outings.alter')
  return (
    <>
      {(decisions.length > 0 || alters) && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('outings.permission.acts')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {alters && (
              <Menu.Item onClick={() => go(`/permissions/${permission.id}/alter`)}>{t('outings.alter.verb')}</Menu.Item>
            )}
            {decisions.map(([act]) => (
              <Menu.Item key={act} {...(DANGER.has(act) ? { color: 'granada' } : {})} onClick={() => setAsking(act)}>
                {t(`outings.${act}.verb`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {permission.state !== 'cancelled' && permission.state !== 'denied' && permission.state !== 'draft' && (
        <>
          <PaperButton
            channel="outings.printConsent"
            input={{ id: permission.id }}
            label={t('outings.consent.verb')}
            variant="default"
          />
          <PaperButton
            channel="outings.printPermission"
            input={{ id: permission.id }}
            label={t('outings.permission.verb')}
            variant={decisive ? 'default' : 'filled'}
          />
          {decisive && <Sign permission={permission} signature={decisive} large />}
        </>
      )}
      {permission.acts.includes('submit') && may('outings.submit') && (
        <Button
          leftSection={<IconSend size={18} aria-hidden />}
          loading={submit.pending}
          onClick={() => void submit.run({ id: permission.id, version: permission.version })}
        >
          {t('outings.submit.verb')}
        </Button>
      )}
      <Refusals of={submit.refusals} />
      {DECISIONS.map(([act]) => (
        <Decide key={act} act={act} permission={permission} opened={asking === act} onClose={() => setAsking(null)} />
      ))}
    </>
  )
}

function Decide({
  act,
  permission,
  opened,
  onClose,
}: {
  readonly act: Decision
  readonly permission: Permission
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const t = useWords()
  const decision = useAct(`outings.${act}`)
  const { folio } = permission
  const open = permission.lines.filter((line) => line.open).length
  return (
    <ConfirmAct
      opened={opened}
      onClose={() => {
        decision.clear()
        onClose()
      }}
      title={t(`outings.${act}.title`)}
      consequences={[t(`outings.${act}.what`, { folio, count: open }), t(`outings.${act}.paper`)]}
      verb={t(`outings.${act}.confirm`, { folio })}
      danger={DANGER.has(act)}
      reason
      pending={decision.pending}
      refusals={decision.refusals}
      onConfirm={async (reason) => (await decision.run({ id: permission.id, version: permission.version, reason })).ok}
    />
  )
}
