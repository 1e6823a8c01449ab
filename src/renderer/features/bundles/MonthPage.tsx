/** Mes y envío: the figures of a month, the way to its export, what was exported before, and the backups. */
import { Button } from '@mantine/core'
import { IconUsb } from '@tabler/icons-react'
import type { MonthFigures } from '../../../shared/contract/bundles.contract'
import { formatMonth, formatNumber } from '../../../shared/i18n/format'
import { monthOf, type CivilMonth } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { Backups } from './Backups'
import { Figure } from './Figure'
import { History } from './History'
import { axisRows, markRows, outingRows, sessionRows, unlessNothing, womenRows } from './month-figures'
import { MonthSteps } from './MonthSteps'

export function MonthPage() {
  const clock = useClock()
  const [chosen, choose] = useFilter<CivilMonth | null>('bundles.month', null)
  if (!clock) return null
  const last = monthOf(clock.today)
  return <Month period={chosen ?? last} last={last} onChange={choose} />
}

function Month({
  period,
  last,
  onChange,
}: {
  readonly period: CivilMonth
  readonly last: CivilMonth
  readonly onChange: (period: CivilMonth) => void
}) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const { data, refusals } = useRead('bundles.month', { period })
  return (
    <Page
      title={t('bundles.nav')}
      subtitle={data && <MonthLine figures={data} />}
      primary={
        may('bundles.export') && (
          <Button leftSection={<IconUsb size={18} aria-hidden />} onClick={() => go(`/month/${period}/export`)}>
            {t('bundles.export.verb', { month: formatMonth(period, t.language) })}
          </Button>
        )
      }
      filters={<MonthSteps month={period} last={last} onChange={onChange} />}
    >
      <Refusals of={refusals} />
      {data && <Figures figures={data} />}
      <History />
      <Backups />
    </Page>
  )
}

function MonthLine({ figures }: { readonly figures: MonthFigures }) {
  const t = useWords()
  return (
    <>
      {t('bundles.month.certificates', {
        count: figures.certificates,
        shown: formatNumber(figures.certificates),
      })}
      {' · '}
      {figures.over ? (
        <Status tone="done" label={t('bundles.month.over')} />
      ) : (
        <Status tone="info" label={t('bundles.month.running')} />
      )}
    </>
  )
}

function Figures({ figures }: { readonly figures: MonthFigures }) {
  const t = useWords()
  const count = t('bundles.month.count')
  return (
    <>
      <Figure
        title={t('bundles.month.sessions')}
        unit={count}
        note={t('bundles.month.hours')}
        rows={figures.sessions.planned === 0 ? [] : sessionRows(figures, t)}
      />
      <Figure
        title={t('bundles.month.rate')}
        unit="%"
        note={t('bundles.month.counted')}
        rows={axisRows(figures, t)}
        percent
        color="nopal.6"
      />
      <Figure title={t('bundles.month.marks')} unit={count} rows={unlessNothing(markRows(figures, t))} />
      <Figure
        title={t('bundles.month.women')}
        unit={count}
        rows={unlessNothing(womenRows(figures, t))}
        color="cielo.6"
      />
      <Figure
        title={t('bundles.month.outings')}
        unit={count}
        rows={unlessNothing(outingRows(figures, t))}
        color="cempasuchil.6"
      />
    </>
  )
}
