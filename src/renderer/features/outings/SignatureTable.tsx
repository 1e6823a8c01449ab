/** The authorisations of an outing: given, with its day and by whom recorded; or missing, with the way to record it. */
import { Button, Group, Table } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { NOTHING } from '../../ui/Facts'
import { Status } from '../../ui/Status'
import { isPlan } from './outing-words'

type Outing = Output<'outings.get'>
type Signature = Outing['signatures'][number]

export function SignatureTable({ outing }: { readonly outing: Outing }) {
  const t = useWords()
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('outings.authorisation')}</Table.Th>
          <Table.Th w={170}>{t('outings.status')}</Table.Th>
          <Table.Th w={210}>{t('outings.signedOn')}</Table.Th>
          <Table.Th w={190}>{t('outings.recordedBy')}</Table.Th>
          <Table.Th w={200} data-no-print>
            {t('outings.acts')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {outing.signatures.map((signature) => (
          <Table.Tr key={signature.authorisation}>
            <Table.Td>{signature.authorisation}</Table.Td>
            <Table.Td>
              <Status
                tone={signature.signed ? 'done' : 'attention'}
                label={t(signature.signed ? 'outings.signature.given' : 'outings.signature.missing')}
              />
            </Table.Td>
            <Table.Td>
              {signature.signedOn
                ? formatDay(signature.signedOn, t.language)
                : signature.signed
                  ? t('outings.signature.noDate')
                  : NOTHING}
            </Table.Td>
            <Table.Td>{signature.recordedBy ?? NOTHING}</Table.Td>
            <Table.Td data-no-print>
              {isPlan(outing.state) &&
                (signature.signed ? (
                  <Withdraw outing={outing} signature={signature} />
                ) : (
                  <Sign outing={outing} signature={signature} />
                ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Sign({ outing, signature }: { readonly outing: Outing; readonly signature: Signature }) {
  const t = useWords()
  const { may } = useSession()
  const today = useClock()?.today ?? null
  const act = useAct('outings.sign')
  const [asking, setAsking] = useState(false)
  const [day, setDay] = useState<string | null>(null)
  if (!may('outings.sign')) return null
  if (signature.whyNot)
    return (
      <Status
        tone="quiet"
        label={t('outings.signature.notYours')}
        reason={t(`refusal.${signature.whyNot}`, { authorisation: signature.authorisation })}
      />
    )
  const signedOn = day ?? today
  return (
    <>
      <Button size="compact-sm" variant="light" onClick={() => setAsking(true)}>
        {t('outings.sign.verb')}
      </Button>
      <ConfirmAct
        opened={asking}
        onClose={() => {
          act.clear()
          setAsking(false)
        }}
        title={t('outings.sign.title', { authorisation: signature.authorisation })}
        consequences={[t('outings.sign.what', { child: outing.child, adult: outing.adult })]}
        verb={t('outings.sign.verb')}
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={async () => {
          if (signedOn === null) return false
          const input = { id: outing.id, version: outing.version, authorisation: signature.authorisation, signedOn }
          return (await act.run(input)).ok
        }}
      >
        <Group>
          <DayField
            label={t('outings.signedOn')}
            value={signedOn}
            onChange={setDay}
            {...(today ? { maxDate: today } : {})}
          />
        </Group>
      </ConfirmAct>
    </>
  )
}

function Withdraw({ outing, signature }: { readonly outing: Outing; readonly signature: Signature }) {
  const t = useWords()
  const { may } = useSession()
  const act = useAct('outings.withdrawSignature')
  const [asking, setAsking] = useState(false)
  if (!may('outings.withdrawSignature')) return null
  const { authorisation } = signature
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
        consequences={[t('outings.withdraw.what', { child: outing.child }), t('outings.withdraw.paper')]}
        verb={t('outings.withdraw.confirm', { authorisation })}
        danger
        reason
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={async (reason) =>
          (await act.run({ id: outing.id, version: outing.version, authorisation, reason })).ok
        }
      />
    </>
  )
}
