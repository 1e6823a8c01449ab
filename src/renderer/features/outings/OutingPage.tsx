/** One outing: the plan, the verdict with every reason, its permission, and all that happened. */
import { Button, Table } from '@mantine/core'
import type { Output } from '../../../shared/contract'
import { useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Clashes } from '../../ui/Clashes'
import { Page, Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { HistoryTable } from './HistoryTable'
import { OutingStatus, ReasonList } from './OutingStatus'
import { dayAndTime, isPlan } from './outing-words'
import classes from './outings.module.css'

type Outing = Output<'outings.get'>

export function OutingPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const { data: outing, refusals } = useRead('outings.get', { id })
  return (
    <Page
      title={outing ? `${outing.child} · ${outing.folio}` : t('outings.record.title')}
      subtitle={outing && <OutingStatus row={outing} />}
      back={{ to: '/outings', label: t('outings.nav') }}
      primary={outing && <Acts outing={outing} />}
    >
      <Refusals of={refusals} />
      {outing && (
        <>
          <Verdict outing={outing} />
          <Plan outing={outing} />
          {outing.clashes.length > 0 && (
            <Section title={t('outings.meets')}>
              <Clashes clashes={outing.clashes} none="" isOwn={(side) => side.is === 'outing'} />
            </Section>
          )}
          {outing.attempts.length > 0 && <Attempts outing={outing} />}
          <HistoryTable events={outing.history} />
        </>
      )}
    </Page>
  )
}

function Acts({ outing }: { readonly outing: Outing }) {
  const t = useWords()
  const go = useGo()
  return (
    <>
      <Button variant="default" onClick={() => go(`/permissions/${outing.permissionId}`)}>
        {t('outings.permission.open')}
      </Button>
      {outing.cancelledOn === null && (
        <PaperButton channel="outings.permission" input={{ id: outing.id }} label={t('outings.slip.verb')} />
      )}
    </>
  )
}

/** What stands against leaving; nothing is shown once the child has left. */
function Verdict({ outing }: { readonly outing: Outing }) {
  const t = useWords()
  if (!isPlan(outing.state) && outing.state !== 'not-made') return null
  if (outing.reasons.length === 0)
    return outing.state === 'not-made' ? null : (
      <div className={classes.verdict} data-tone="done">
        <strong>{t('outings.leave.planned', { day: dayOnly(outing, t), time: outing.leavesAt })}</strong>
      </div>
    )
  return (
    <div className={classes.verdict} data-tone={outing.state === 'not-made' ? 'quiet' : 'stop'}>
      <strong>{t(outing.state === 'not-made' ? 'outings.leave.couldNot' : 'outings.leave.no')}</strong>
      <ReasonList reasons={outing.reasons} />
    </div>
  )
}

const dayOnly = (outing: Outing, t: ReturnType<typeof useWords>): string =>
  dayAndTime(outing.leavesOn, '', t).replace(' · ', '')

function Plan({ outing }: { readonly outing: Outing }) {
  const t = useWords()
  return (
    <Section title={t('outings.record.plan')}>
      <Facts>
        <Fact label={t('outings.child')}>
          <RecordLink to="/children" id={outing.childId}>
            {outing.child}
          </RecordLink>
        </Fact>
        <Fact label={t('outings.mother')}>{outing.mother}</Fact>
        <Fact label={t('outings.kind')}>{t(`outings.kind.${outing.kind}`)}</Fact>
        <Fact label={t('outings.reason')}>{outing.reason}</Fact>
        <Fact label={t('outings.leaves')}>{dayAndTime(outing.leavesOn, outing.leavesAt, t)}</Fact>
        <Fact label={t('outings.returns')}>{dayAndTime(outing.returnsOn, outing.returnsAt, t)}</Fact>
        <Fact label={t('outings.adult')}>
          {outing.relation ? `${outing.adult} (${outing.relation})` : outing.adult}
        </Fact>
        <Fact label={t('outings.document')}>{outing.adultDocument}</Fact>
        {outing.out && <Fact label={t('outings.leftAt')}>{dayAndTime(outing.out.day, outing.out.time, t)}</Fact>}
        {outing.back && <Fact label={t('outings.backAt')}>{dayAndTime(outing.back.day, outing.back.time, t)}</Fact>}
        {outing.back && <Fact label={t('outings.broughtBy')}>{outing.returnAdult}</Fact>}
        {outing.returnNote && <Fact label={t('outings.returnNote')}>{outing.returnNote}</Fact>}
        {outing.cancelledReason && <Fact label={t('outings.cancelledReason')}>{outing.cancelledReason}</Fact>}
        <Fact label={t('outings.returner')}>{outing.returner ?? t('outings.returner.same')}</Fact>
        <Fact label={t('outings.destination')}>{outing.destination}</Fact>
        <Fact label={t('outings.belongings')}>{outing.belongings}</Fact>
        <Fact label={t('outings.allergies')}>{outing.allergies}</Fact>
        <Fact label={t('outings.photo')}>
          {t(`outings.photo.${outing.photo === null ? 'unknown' : outing.photo ? 'yes' : 'no'}`)}
        </Fact>
        <Fact label={t('outings.permission.title')}>
          <RecordLink to="/permissions" id={outing.permissionId}>
            {`${outing.permission.folio} · ${t(`outings.permission.state.${outing.permission.state}`)}`}
          </RecordLink>
        </Fact>
        <Fact label={t('outings.requestedBy')}>{outing.requestedBy}</Fact>
        <Fact label={t('outings.note')} wide>
          {outing.note}
        </Fact>
      </Facts>
    </Section>
  )
}

function Attempts({ outing }: { readonly outing: Outing }) {
  const t = useWords()
  return (
    <Section title={t('outings.record.attempts')}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={190}>{t('outings.when')}</Table.Th>
            <Table.Th w={180}>{t('outings.who')}</Table.Th>
            <Table.Th>{t('outings.why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {outing.attempts.map((attempt) => (
            <Table.Tr key={attempt.at}>
              <Table.Td>{dayAndTime(attempt.day, attempt.time, t)}</Table.Td>
              <Table.Td>{attempt.by ?? '—'}</Table.Td>
              <Table.Td>
                <ReasonList reasons={attempt.reasons} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}
