/** The decision of one edition: met and missing per woman with the figure, both rates, and the way to the certificates. */
import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { DecisionRow } from '../../../shared/contract/decisions.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useFilter, useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page, Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { DecisionDrawer } from './DecisionDrawer'
import { ruleLine } from './decision-words'
import classes from './decision.module.css'
import { IssueSteps } from './IssueSteps'
import { RunActs } from './RunActs'
import { useDecisionColumns } from './use-decision-columns'

type Decisions = Output<'certificates.decisions'>

const FILTERS = ['all', 'missing', 'earned', 'atRisk', 'changed'] as const
type Filter = (typeof FILTERS)[number]

const SIFTS: Readonly<Record<Filter, (row: DecisionRow) => boolean>> = {
  all: () => true,
  missing: (row) => !row.earned,
  earned: (row) => row.earned,
  atRisk: (row) => row.reachable === false,
  changed: (row) => row.since !== null,
}

export function EditionPage() {
  const t = useWords()
  const go = useGo()
  const editionId = useRouteParam('id')
  const read = useRead('certificates.decisions', { editionId })
  const decisions = read.data
  return (
    <Page
      title={decisions?.edition.title ?? t('certificates.nav')}
      subtitle={decisions && <Head decisions={decisions} />}
      back={{ to: '/certificates', label: t('certificates.back') }}
      primary={
        decisions && (
          <Group gap="sm">
            <RunActs editionId={editionId} />
            <Button
              variant="default"
              leftSection={<IconListCheck size={18} aria-hidden />}
              onClick={() => go(`/certificates/${editionId}/results`)}
            >
              {t('certificates.decision.results')}
            </Button>
          </Group>
        )
      }
    >
      <Refusals of={read.refusals} />
      {decisions && <Changed women={decisions.women} />}
      {decisions && <IssueSteps editionId={editionId} title={decisions.edition.title} />}
      <Section title={t('certificates.decision.section')}>
        <Women decisions={decisions} />
      </Section>
    </Page>
  )
}

/** What the edition is, what is asked, who recognises it, and whether tools are open. */
function Head({ decisions }: { readonly decisions: Decisions }) {
  const t = useWords()
  const { edition, registration, ruleFrom, openTools } = decisions
  const day = (value: string) => formatDay(value, t.language)
  return (
    <div className={classes.head}>
      <span>
        <RecordLink inText to="/programs" id={edition.id}>
          {edition.code}
        </RecordLink>
        {` · ${String(edition.hours)} h · ${day(edition.startsOn)} – ${day(edition.endsOn)}`}
      </span>
      <Status
        tone="info"
        label={ruleLine(edition, t)}
        reason={
          ruleFrom === null
            ? t('certificates.decision.ruleOwn')
            : t('certificates.decision.ruleTaken', { day: day(ruleFrom) })
        }
      />
      <Status
        tone={registration ? 'done' : 'quiet'}
        label={
          registration
            ? t('certificates.decision.registrationOf', { body: registration.body, number: registration.number })
            : t('certificates.decision.noRegistration')
        }
        reason={registration?.standard}
      />
      {openTools.length > 0 && (
        <Status
          tone="attention"
          label={t('certificates.decision.openTools', { count: openTools.length })}
          reason={openTools.map((each) => (
            <div key={each.sessionId}>
              <RecordLink to="/attendance/rolls" id={each.sessionId}>
                {t('certificates.decision.toSession', { day: day(each.day) })}
              </RecordLink>
            </div>
          ))}
        />
      )}
    </div>
  )
}

/** Said plainly, above everything: certificates that were prepared by another rule or other figures. */
function Changed({ women }: { readonly women: readonly DecisionRow[] }) {
  const t = useWords()
  const [, setFilter] = useFilter<Filter>('certificates.decision', 'all')
  const count = women.filter((row) => row.since !== null).length
  if (count === 0) return null
  return (
    <Group gap="sm" className={classes.since} mb="md" role="status">
      <Status tone="attention" label={t('certificates.since.notice', { count })} />
      <Button variant="subtle" size="compact-sm" onClick={() => setFilter('changed')}>
        {t('certificates.since.show')}
      </Button>
    </Group>
  )
}

function Women({ decisions }: { readonly decisions: Decisions | undefined }) {
  const t = useWords()
  const [filter, setFilter] = useFilter<Filter>('certificates.decision', 'all')
  const [openId, setOpenId] = useState<string | null>(null)
  const editionId = useRouteParam('id')
  const list = useRead('certificates.list', { editionId })
  const candidates = useMemo(() => new Map(list.data?.candidates.map((each) => [each.personId, each])), [list.data])
  const women = decisions?.women
  const columns = useDecisionColumns(decisions, candidates, editionId)
  const counts = (each: Filter) => women?.filter(SIFTS[each]).length ?? 0
  const open = women?.find((row) => row.personId === openId) ?? null
  return (
    <>
      <DataTable
        name="certificates.decisions"
        label={t('certificates.decision.section')}
        columns={columns}
        rows={women?.filter(SIFTS[filter])}
        rowKey={(row) => row.personId}
        onOpen={(row) => setOpenId(row.personId)}
        search={t('certificates.search')}
        countWords="certificates.list.count"
        onShowAll={() => setFilter('all')}
        tools={
          <SegmentedControl
            aria-label={t('certificates.decision.filter')}
            value={filter}
            onChange={(value) => setFilter(value)}
            data={FILTERS.filter((each) => each === 'all' || each === filter || counts(each) > 0).map((each) => ({
              value: each,
              label: (
                <>
                  {t(`certificates.decision.filter.${each}`)}{' '}
                  <Text span size="xs" c="dimmed">
                    {counts(each)}
                  </Text>
                </>
              ),
            }))}
          />
        }
        empty={<Empty title={t('certificates.emptyEdition.title')} hint={t('certificates.emptyEdition.hint')} />}
      />
      {decisions && (
        <DecisionDrawer
          edition={decisions.edition}
          row={open}
          isIssued={open !== null && Boolean(candidates.get(open.personId)?.certificate)}
          onClose={() => setOpenId(null)}
        />
      )}
    </>
  )
}
