/** Sheets picked for a second reading, what the readings differed in, and how often they do. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Output } from '../../../shared/contract'
import { formatDay, formatPercent } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Page, Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import classes from './attendance.module.css'

type Samples = Output<'attendance.samples'>
type Sample = Samples['done'][number]

export function SamplesPage() {
  const t = useWords()
  const { data, refusals } = useRead('attendance.samples', {})
  return (
    <Page
      title={t('attendance.samples.title')}
      subtitle={t('attendance.samples.hint')}
      back={{ to: '/attendance', label: t('attendance.nav') }}
    >
      <Refusals of={refusals} />
      {data && (
        <>
          <Section title={t('attendance.samples.due')}>
            {data.due.length === 0 && <p className={classes.hint}>{t('attendance.samples.none')}</p>}
            {data.due.map((sheet) => (
              <DueSheet key={sheet.sessionId} sheet={sheet} />
            ))}
          </Section>
          <Section
            title={t('attendance.samples.done')}
            actions={
              data.marks > 0 && (
                <b>
                  {t('attendance.samples.rate', {
                    count: data.differences,
                    marks: data.marks,
                    percent: formatPercent(data.differences, data.marks),
                  })}
                </b>
              )
            }
          >
            {data.done.length === 0 && <p className={classes.hint}>{t('attendance.samples.noneDone')}</p>}
            {data.done.map((sample) => (
              <ReadTwice key={sample.id} sample={sample} />
            ))}
          </Section>
        </>
      )}
    </Page>
  )
}

function DueSheet({ sheet }: { readonly sheet: Samples['due'][number] }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  return (
    <div className={classes.doubt}>
      <div>
        <b>{sheet.folio}</b> · {sheet.title}, {formatDay(sheet.day, t.language)} {sheet.startsAt}
        <br />
        {t('attendance.samples.keyedBy')}: {sheet.keyedBy ?? '—'}
      </div>
      <div className={classes.doubtActs}>
        {sheet.isMine ? (
          <Status tone="info" label={t('attendance.samples.mine')} />
        ) : (
          may('attendance.keySample') && (
            <Button variant="default" onClick={() => go(`/attendance/samples/${sheet.sessionId}`)}>
              {t('attendance.samples.read')}
            </Button>
          )
        )}
      </div>
    </div>
  )
}

function ReadTwice({ sample }: { readonly sample: Sample }) {
  const t = useWords()
  const open = sample.differences.filter((each) => each.settled === null).length
  return (
    <div className={classes.doubt}>
      <div>
        <b>{sample.folio}</b> ·{' '}
        <RecordLink to="/attendance/rolls" id={sample.sessionId}>
          {`${sample.title}, ${formatDay(sample.day, t.language)}`}
        </RecordLink>
        <br />
        {sample.firstBy ?? '—'} · {sample.secondBy ?? '—'}
      </div>
      <div className={classes.doubtActs}>
        {sample.differences.length === 0 ? (
          <Status tone="done" label={t('attendance.samples.agree')} />
        ) : open > 0 ? (
          <Status tone="attention" label={t('attendance.samples.open', { count: open })} />
        ) : (
          <Status tone="done" label={t('attendance.samples.settled')} />
        )}
      </div>
      {sample.differences.map((each) => (
        <Difference key={each.personId} sampleId={sample.id} difference={each} />
      ))}
    </div>
  )
}

function Difference({
  sampleId,
  difference,
}: {
  readonly sampleId: string
  readonly difference: Sample['differences'][number]
}) {
  const t = useWords()
  const { may } = useSession()
  const act = useAct('attendance.settleDifference')
  const none = t('attendance.roll.history.none')
  const settle = async (settled: 'first' | 'second') => {
    const outcome = await act.run({ sampleId, personId: difference.personId, settled })
    if (outcome.ok) notifications.show({ message: t('attendance.samples.settledDone') })
  }
  return (
    <>
      <div>
        {listName(difference)} · {t('attendance.samples.first', { mark: difference.first ?? none })} ·{' '}
        {t('attendance.samples.second', { mark: difference.second ?? none })}
      </div>
      <div className={classes.doubtActs}>
        {difference.settled !== null
          ? t('attendance.samples.was', { mark: difference[difference.settled] ?? none })
          : may('attendance.settleDifference') && (
              <>
                <Button variant="default" size="compact-sm" loading={act.pending} onClick={() => void settle('first')}>
                  {t('attendance.samples.isFirst')}
                </Button>
                <Button variant="default" size="compact-sm" loading={act.pending} onClick={() => void settle('second')}>
                  {t('attendance.samples.isSecond')}
                </Button>
              </>
            )}
        <Refusals of={act.refusals} />
      </div>
    </>
  )
}
