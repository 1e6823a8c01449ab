/** One permission: how it stands and why, the plan, its signatures by round, each outing of each child, its history. */
import { Table } from '@mantine/core'
import { useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { Fact, Facts, NOTHING } from '../../ui/Facts'
import { Page, Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { stepName } from '../../ui/step-name'
import { HistoryTable } from './HistoryTable'
import type { Permission } from './permission-type'
import { PermissionActs } from './PermissionActs'
import { PermissionLines } from './PermissionLines'
import { PermissionStatus } from './PermissionStatus'
import { SignatureTable } from './SignatureTable'
import { reasonSentences } from './outing-words'
import outings from './outings.module.css'
import classes from './permission.module.css'

export function PermissionPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const { data: permission, refusals } = useRead('outings.getPermission', { id })
  return (
    <Page
      title={permission ? titleOf(permission, t) : t('outings.permission.title')}
      subtitle={permission && <PermissionStatus row={permission} />}
      back={{ to: '/permissions', label: t('outings.permissions.title') }}
      primary={permission && <PermissionActs permission={permission} />}
    >
      <Refusals of={refusals} />
      {permission && (
        <>
          <Standing permission={permission} />
          <Plan permission={permission} />
          <Section title={t('outings.record.signatures')}>
            <SignatureTable permission={permission} />
            {permission.struckOut.length > 0 && <StruckOut permission={permission} />}
          </Section>
          <PermissionLines permission={permission} />
          <HistoryTable events={permission.history} />
        </>
      )}
    </Page>
  )
}

/** Two names fit a title; of more, how many. */
const titleOf = ({ children, kind, folio }: Permission, t: Words): string =>
  children.length > 2
    ? `${t(`outings.kind.${kind}`)} · ${t('outings.list.noneCount', { count: children.length })} · ${folio}`
    : `${children.join(' · ')} · ${folio}`

/** Why it stands as it does: what was decided last, what is missing, what is owed. */
function Standing({ permission }: { readonly permission: Permission }) {
  const t = useWords()
  const decided = permission.stateReason !== null && permission.stateOn !== null
  const lines = [
    ...(decided
      ? [
          t('outings.permission.decided', {
            day: formatDay(permission.stateOn ?? '', t.language),
            by: permission.stateBy ?? NOTHING,
            reason: permission.stateReason ?? '',
          }),
        ]
      : []),
    ...permission.missing.map((authorisation) => t('refusal.outing-signature-missing', { authorisation })),
    ...reasonSentences(permission.reasons, t),
    ...permission.owed.map((authorisation) => t('outings.permission.owes', { authorisation })),
  ]
  if (lines.length === 0) return null
  return (
    <div className={outings.verdict} data-tone={permission.state === 'expired' ? 'quiet' : 'stop'}>
      <strong>{t(`outings.permission.say.${permission.state}`)}</strong>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function Plan({ permission }: { readonly permission: Permission }) {
  const t = useWords()
  const { adult, relation, returner, helpers } = permission
  return (
    <Section title={t('outings.permission.plan')}>
      <Facts>
        <Fact label={t('outings.kind')}>{t(`outings.kind.${permission.kind}`)}</Fact>
        <Fact label={t('outings.reason')}>{permission.reason}</Fact>
        {permission.separationStep && <Fact label={t('outings.step')}>{stepName(permission.separationStep, t)}</Fact>}
        <Fact label={t('outings.destination')}>{permission.destination}</Fact>
        <Fact label={t('outings.transport')}>
          {permission.travels
            ? [permission.transport, t('outings.travels.yes')].filter(Boolean).join(' · ')
            : permission.transport}
        </Fact>
        <Fact label={t('outings.adult')}>{relation ? `${adult} (${relation})` : adult}</Fact>
        <Fact label={t('outings.document')}>{permission.adultDocument}</Fact>
        <Fact label={t('outings.returner')}>{returner?.name ?? t('outings.returner.same')}</Fact>
        <Fact label={t('outings.phone')}>{permission.phone}</Fact>
        {helpers.length > 0 && (
          <Fact label={t('outings.helpers')} wide>
            {helpers.map((helper) => `${helper.name} (${t(`outings.duty.${helper.duty}`)})`).join(' · ')}
          </Fact>
        )}
        <Fact label={t('outings.requestedBy')}>{permission.requestedBy}</Fact>
        <Fact label={t('outings.permission.round')}>
          {t('outings.permission.roundOn', {
            round: permission.round,
            day: formatDay(permission.roundOn, t.language),
          })}
        </Fact>
        <Fact label={t('outings.note')} wide>
          {permission.note}
        </Fact>
      </Facts>
    </Section>
  )
}

/** What was signed and no longer counts: an earlier round, or taken back. */
function StruckOut({ permission }: { readonly permission: Permission }) {
  const t = useWords()
  return (
    <Table verticalSpacing={4} mt="sm">
      <Table.Caption>{t('outings.struck.caption')}</Table.Caption>
      <Table.Tbody>
        {permission.struckOut.map((each, n) => (
          <Table.Tr key={n}>
            <Table.Td className={classes.struck ?? ''}>
              {each.child ? `${each.authorisation} · ${each.child}` : each.authorisation}
            </Table.Td>
            <Table.Td w={120}>{t('outings.struck.round', { round: each.round })}</Table.Td>
            <Table.Td w={210}>{each.signedOn ? formatDay(each.signedOn, t.language) : NOTHING}</Table.Td>
            <Table.Td>
              {each.withdrawnOn
                ? t('outings.struck.withdrawn', {
                    day: formatDay(each.withdrawnOn, t.language),
                    reason: each.reason ?? '',
                  })
                : t('outings.struck.earlier')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
