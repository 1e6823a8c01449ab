/** Statements that were printed of her, whether they still agree with the marks, and printing new ones in one step. */
import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Portfolio } from '../../../shared/contract/portfolio.contract'
import { formatDay } from '../../../shared/i18n/format'
import { call, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { PaperViewer, type ShownPaper } from '../../ui/PaperViewer'
import { Refusals, useRefusalSentence } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import classes from './people.module.css'

type Statement = Output<'certificates.statements'>[number]

interface PortfolioStatementsProps {
  readonly personId: string
  readonly workshops: Portfolio['workshops']
}

export function PortfolioStatements({ personId, workshops }: PortfolioStatementsProps) {
  const t = useWords()
  const { may } = useSession()
  const read = useRead('certificates.statements', { personId })
  const [paper, setPaper] = useState<ShownPaper | null>(null)
  return (
    <Section title={t('people.portfolio.statements')}>
      <Refusals of={read.refusals} />
      {read.data?.length === 0 && <p className={classes.quiet}>{t('people.portfolio.noStatements')}</p>}
      <ul className={classes.rows}>
        {read.data?.map((each) => (
          <StatementRow key={each.paperId} of={each} onOpen={setPaper} />
        ))}
      </ul>
      <OfGroup personId={personId} workshops={workshops} />
      {may('certificates.printActivities') && <ForCourt personId={personId} />}
      <PaperViewer paper={paper} onClose={() => setPaper(null)} />
    </Section>
  )
}

function StatementRow({ of, onOpen }: { readonly of: Statement; readonly onOpen: (paper: ShownPaper) => void }) {
  const t = useWords()
  const sentence = useRefusalSentence()
  const open = async () => {
    const outcome = await call('certificates.statementPaper', { paperId: of.paperId })
    if (outcome.ok) onOpen(outcome.value)
    else
      notifications.show({
        color: 'granada',
        message: outcome.refusals.map(sentence).join(' '),
        closeButtonProps: { 'aria-label': t('ui.close') },
      })
  }
  return (
    <li>
      <div className={classes.rowText}>
        <strong>{t(`people.portfolio.statement.${of.kind}`)}</strong>{' '}
        {of.changed.length > 0 && (
          <Status
            tone="attention"
            label={t('people.portfolio.statementChanged')}
            reason={of.changed.map((each) => (
              <div key={each.title}>{t('people.portfolio.statementChange', each)}</div>
            ))}
          />
        )}
        <div className={classes.quiet}>
          {of.folio} · {formatDay(of.issuedOn, t.language)}
        </div>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t('people.portfolio.open', { folio: of.folio })}
        onClick={() => void open()}
      >
        {t('certificates.open')}
      </Button>
    </li>
  )
}

/** Hours of one group or of all, and the data of a DC-3 of one. */
function OfGroup({ personId, workshops }: PortfolioStatementsProps) {
  const t = useWords()
  const [editionId, setEditionId] = useState('')
  const known = workshops.filter((each) => each.minutes > 0)
  if (known.length === 0) return null
  return (
    <Group gap="sm" align="flex-end" mt="sm" data-no-print>
      <NativeSelect
        size="xs"
        w={240}
        label={t('people.portfolio.group')}
        value={editionId}
        onChange={(event) => setEditionId(event.currentTarget.value)}
        data={[
          { value: '', label: t('people.portfolio.allGroups') },
          ...known.map((each) => ({ value: each.editionId, label: `${each.title} · ${each.code}` })),
        ]}
      />
      <PaperButton
        size="xs"
        variant="default"
        channel="certificates.printHours"
        input={{ personId, editionId: editionId || null }}
        label={t('people.portfolio.printHours')}
      />
      {editionId !== '' && (
        <PaperButton
          size="xs"
          variant="default"
          channel="certificates.printTrainingData"
          input={{ personId, editionId }}
          label={t('people.portfolio.printDc3')}
        />
      )}
    </Group>
  )
}

function ForCourt({ personId }: { readonly personId: string }) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const [from, setFrom] = useState<string | null>(null)
  const [typed, setUntil] = useState<string | null>(null)
  const until = typed ?? today
  return (
    <Stack gap={4} mt="md" data-no-print>
      <Group gap="sm" align="flex-end" role="group" aria-label={t('people.portfolio.forCourt')}>
        <DayField size="xs" w={140} label={t('people.portfolio.from')} value={from} onChange={setFrom} />
        <DayField size="xs" w={140} label={t('people.portfolio.until')} value={until} onChange={setUntil} />
        <PaperButton
          size="xs"
          variant="default"
          disabled={from === null || until === null}
          channel="certificates.printActivities"
          input={{ personId, from: from ?? '', until: until ?? '' }}
          label={t('people.portfolio.printActivities')}
        />
      </Group>
      <p className={classes.quiet}>{t('people.portfolio.forCourtHint')}</p>
    </Stack>
  )
}
