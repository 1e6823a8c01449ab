/** What paper or import left in doubt: marks nobody could read, and women who were not on the list. */
import { Button, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { MARKS, type Mark } from '../../../shared/contract/attendance.contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Page, Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { useReturnFocus } from '../../ui/use-return-focus'
import classes from './attendance.module.css'

type Doubt = Output<'attendance.doubts'>['doubts'][number]
type Unlisted = Output<'attendance.doubts'>['unlisted'][number]

export function DoubtsPage() {
  const t = useWords()
  const { data, refusals } = useRead('attendance.doubts', {})
  const none = data && data.doubts.length + data.unlisted.length === 0
  return (
    <Page
      title={t('attendance.doubts.title')}
      subtitle={t('attendance.doubts.hint')}
      back={{ to: '/attendance', label: t('attendance.nav') }}
    >
      <Refusals of={refusals} />
      {none && <Empty title={t('attendance.doubts.none')} />}
      {data && data.doubts.length > 0 && (
        <Section title={t('attendance.doubts.marks')}>
          {data.doubts.map((doubt) => (
            <SettleDoubt key={doubt.id} doubt={doubt} />
          ))}
        </Section>
      )}
      {data && data.unlisted.length > 0 && (
        <Section title={t('attendance.doubts.unlisted')}>
          {data.unlisted.map((row) => (
            <SettleUnlisted key={row.id} row={row} />
          ))}
        </Section>
      )}
    </Page>
  )
}

function Session({ row }: { readonly row: Doubt | Unlisted }) {
  const t = useWords()
  return (
    <RecordLink to="/attendance/rolls" id={row.sessionId}>
      {`${row.title}, ${formatDay(row.day, t.language)}`}
    </RecordLink>
  )
}

function SettleDoubt({ doubt }: { readonly doubt: Doubt }) {
  const t = useWords()
  // Settled, its line goes, and the keyboard with it.
  useReturnFocus()
  const { may } = useSession()
  const [mark, setMark] = useState<Mark | null>(null)
  const act = useAct('attendance.settleDoubt')
  const settle = async () => {
    if (!mark) return
    const outcome = await act.run({ id: doubt.id, mark })
    if (outcome.ok) notifications.show({ message: t('attendance.doubts.settled', { mark }) })
  }
  return (
    <div className={classes.doubt}>
      <div className={classes.doubtWhat}>
        <b>{listName(doubt)}</b> · {doubt.fileNumber}
        <br />
        <Session row={doubt} /> · {t('attendance.doubts.written', { written: doubt.written })}
      </div>
      {may('attendance.settleDoubt') && (
        <div className={classes.doubtActs}>
          <Select
            label={t('attendance.doubts.is')}
            placeholder={t('attendance.doubts.choose')}
            w={220}
            data={MARKS.map((each) => ({ value: each, label: `${each} · ${t(`attendance.mark.${each}`)}` }))}
            value={mark}
            onChange={(next) => setMark(MARKS.find((each) => each === next) ?? null)}
          />
          <Button variant="default" disabled={!mark} loading={act.pending} onClick={() => void settle()}>
            {t('attendance.doubts.settle')}
          </Button>
        </div>
      )}
      <Refusals of={act.refusals} />
    </div>
  )
}

function SettleUnlisted({ row }: { readonly row: Unlisted }) {
  const t = useWords()
  useReturnFocus()
  const { may } = useSession()
  const [search, setSearch] = useState('')
  const [personId, setPersonId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const found = useRead('places.women', { search }, { enabled: search.length > 1 && may('places.women') })
  const act = useAct('attendance.settleUnlisted')
  const settle = async (who: string | null) => {
    const outcome = await act.run({ id: row.id, personId: who, reason })
    if (outcome.ok) notifications.show({ message: t('attendance.doubts.settledUnlisted', { name: row.name }) })
  }
  return (
    <div className={classes.doubt}>
      <div className={classes.doubtWhat}>
        <b>{row.name}</b>
        <br />
        <Session row={row} /> · {t('attendance.doubts.written', { written: row.mark })}
      </div>
      {may('attendance.settleUnlisted') && (
        <div className={classes.doubtActs}>
          {may('places.women') && (
            <>
              <Select
                label={t('attendance.doubts.who')}
                placeholder={t('attendance.doubts.search')}
                w={280}
                searchable
                nothingFoundMessage={search.length > 1 ? t('attendance.doubts.nobody') : undefined}
                data={(found.data ?? []).map((woman) => ({
                  value: woman.personId,
                  label: `${listName(woman)} · ${woman.fileNumber}`,
                }))}
                filter={({ options }) => options}
                searchValue={search}
                onSearchChange={setSearch}
                value={personId}
                onChange={setPersonId}
              />
              <Button
                variant="default"
                disabled={!personId}
                loading={act.pending}
                onClick={() => void settle(personId)}
              >
                {t('attendance.doubts.isShe')}
              </Button>
            </>
          )}
          <TextInput
            label={t('attendance.doubts.reason')}
            w={220}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            variant="subtle"
            color="gray"
            disabled={!reason.trim()}
            loading={act.pending}
            onClick={() => void settle(null)}
          >
            {t('attendance.doubts.dismiss')}
          </Button>
        </div>
      )}
      <Refusals of={act.refusals} />
    </div>
  )
}
