/** The authorisations of a permission: given, with its day and by whom recorded; or missing, with the way to record it. */
import { Button, Group, Radio, Table, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatDay, formatShortDay } from '../../../shared/i18n/format'
import type { SignatureLine } from '../../../shared/contract/permissions.contract'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { NOTHING } from '../../ui/Facts'
import { Status } from '../../ui/Status'
import type { Permission } from './permission-type'

interface Props {
  readonly permission: Permission
  readonly signature: SignatureLine
}

export function SignatureTable({ permission }: { readonly permission: Permission }) {
  const t = useWords()
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('outings.authorisation')}</Table.Th>
          <Table.Th w={190}>{t('outings.status')}</Table.Th>
          <Table.Th w={190}>{t('outings.signedOn')}</Table.Th>
          <Table.Th w={190}>{t('outings.recordedBy')}</Table.Th>
          <Table.Th w={200} data-no-print>
            {t('outings.acts')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {permission.signatures.map((signature) => (
          <Table.Tr key={`${signature.authorisation} ${signature.outingId ?? ''}`}>
            <Table.Td>
              <Of signature={signature} />
            </Table.Td>
            <Table.Td>
              <Given signature={signature} />
            </Table.Td>
            <Table.Td>
              {signature.signedOn
                ? formatDay(signature.signedOn, t.language)
                : signature.signed
                  ? t('outings.signature.noDate')
                  : NOTHING}
            </Table.Td>
            <Table.Td>{signature.recorder ?? NOTHING}</Table.Td>
            <Table.Td data-no-print>
              <Acts permission={permission} signature={signature} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Of({ signature }: { readonly signature: SignatureLine }) {
  const t = useWords()
  const of = [signature.child, signature.day && formatShortDay(signature.day, t.language)].filter(Boolean).join(', ')
  return (
    <>
      {signature.authorisation}
      {of && ` · ${of}`}
      {signature.evidence && ` · ${signature.evidence}`}
    </>
  )
}

function Given({ signature }: { readonly signature: SignatureLine }) {
  const t = useWords()
  if (signature.signed && signature.how === 'phone')
    return <Status tone="attention" label={t('outings.signature.phone')} reason={t('outings.signature.phoneHint')} />
  if (signature.signed) return <Status tone="done" label={t('outings.signature.given')} />
  if (signature.when === 'after')
    return <Status tone="info" label={t('outings.signature.after')} reason={t('outings.signature.afterHint')} />
  return <Status tone="attention" label={t('outings.signature.missing')} />
}

/** Signing, or taking back: whatever the state of the permission lets somebody do. */
function Acts({ permission, signature }: Props) {
  const owes = permission.acts.includes('regularise') && (!signature.signed || signature.how === 'phone')
  const signs = permission.acts.includes(signature.recordedBy === 'director' ? 'authorise' : 'sign') || owes
  const waits = signature.recordedBy === 'director' && permission.acts.includes('sign')
  const withdraws = permission.acts.includes('withdraw')
  return (
    <Group gap={4}>
      {(!signature.signed || (signature.how === 'phone' && owes)) && (signs || waits) && (
        <Sign permission={permission} signature={signature} />
      )}
      {signature.signed && withdraws && <Withdraw permission={permission} signature={signature} />}
    </Group>
  )
}

export function Sign({ permission, signature, large }: Props & { readonly large?: true }) {
  const t = useWords()
  const { may } = useSession()
  const today = useClock()?.today ?? null
  const act = useAct('outings.sign')
  const [asking, setAsking] = useState(false)
  const [day, setDay] = useState<string | null>(null)
  const [how, setHow] = useState<'paper' | 'phone'>('paper')
  const [evidence, setEvidence] = useState('')
  const byPhone = permission.kind === 'emergency' && signature.when !== 'before' && signature.how !== 'phone'
  if (!may('outings.sign')) return null
  // What the direction says by phone is written down by whoever hears it.
  if (signature.whyNot && !(byPhone && signature.whyNot === 'signature-of-director'))
    return (
      <Status
        tone="quiet"
        label={t(signature.whyNot === 'consents-missing' ? 'outings.signature.waits' : 'outings.signature.notYours')}
        reason={t(`refusal.${signature.whyNot}`, {
          authorisation: signature.authorisation,
          missing: permission.missing.join(', '),
        })}
      />
    )
  const onlyPhone = signature.whyNot !== null
  const chosen = onlyPhone ? 'phone' : how
  const signedOn = day ?? today
  const { authorisation } = signature
  const verb = signature.recordedBy === 'director' && !onlyPhone ? t('outings.authorise.verb') : t('outings.sign.verb')
  return (
    <>
      <Button {...(large ? {} : { size: 'compact-sm', variant: 'light' })} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => {
          act.clear()
          setAsking(false)
        }}
        title={t('outings.sign.title', { authorisation })}
        consequences={[
          t(`outings.sign.what.${signature.recordedBy === 'director' && !onlyPhone ? 'director' : chosen}`, {
            child: signature.child ?? permission.children.join(' · '),
            adult: permission.adult,
          }),
        ]}
        verb={verb}
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={async () => {
          if (signedOn === null) return false
          const outcome = await act.run({
            id: permission.id,
            version: permission.version,
            authorisation,
            outingIds: signature.outingId === null ? [] : [signature.outingId],
            signedOn,
            how: chosen,
            ...(evidence.trim() ? { evidence } : {}),
          })
          return outcome.ok
        }}
      >
        {byPhone && !onlyPhone && (
          <Radio.Group
            label={t('outings.sign.how')}
            value={how}
            onChange={(value) => setHow(value === 'phone' ? 'phone' : 'paper')}
          >
            <Group mt={4}>
              <Radio value="paper" label={t('outings.sign.how.paper')} />
              <Radio value="phone" label={t('outings.sign.how.phone')} />
            </Group>
          </Radio.Group>
        )}
        <Group align="flex-end">
          <DayField
            label={t('outings.signedOn')}
            value={signedOn}
            onChange={setDay}
            {...(today ? { maxDate: today } : {})}
          />
          <TextInput
            label={t(chosen === 'phone' ? 'outings.sign.spoke' : 'outings.sign.number')}
            required={chosen === 'phone'}
            maxLength={120}
            flex={1}
            value={evidence}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
        </Group>
      </ConfirmAct>
    </>
  )
}

function Withdraw({ permission, signature }: Props) {
  const t = useWords()
  const { may } = useSession()
  const act = useAct('outings.withdrawSignature')
  const [asking, setAsking] = useState(false)
  if (!may('outings.withdrawSignature')) return null
  const { authorisation, outingId } = signature
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="granada" onClick={() => setAsking(true)}>
        {t('outings.withdraw.verb')}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => {
          act.clear()
          setAsking(false)
        }}
        title={t('outings.withdraw.title', { authorisation })}
        consequences={[
          t('outings.withdraw.what', { child: signature.child ?? permission.children.join(' · ') }),
          t('outings.withdraw.paper'),
        ]}
        verb={t('outings.withdraw.confirm', { authorisation })}
        danger
        reason
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={async (reason) =>
          (await act.run({ id: permission.id, version: permission.version, authorisation, outingId, reason })).ok
        }
      />
    </>
  )
}
