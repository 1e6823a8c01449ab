/** The checklist of an edition that is to be closed: each open item leads to where it is seen to. */
import { Anchor, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ClosingItem } from '../../../shared/contract/editions.contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import classes from './programs.module.css'

/** The page on which an item is seen to as a whole; items of sessions lead to each session's roll. */
const PLACES: Partial<
  Readonly<Record<ClosingItem['kind'], { readonly to: (id: string) => string; readonly words: string }>>
> = {
  'sessions-ahead': { to: (id) => `/programs/${id}`, words: 'programs.closing.seeEdition' },
  'attendees-unknown': { to: () => '/attendance/doubts', words: 'programs.closing.seeDoubts' },
  'places-open': { to: (id) => `/places/editions/${id}/endings`, words: 'programs.closing.seeEndings' },
  'certificates-undecided': { to: (id) => `/certificates/${id}`, words: 'programs.edition.seeCertificates' },
}

export function CloseEditionPage() {
  const t = useWords()
  const go = useGo()
  const id = useRouteParam('id')
  const edition = useRead('programs.edition', { id })
  const read = useRead('programs.closing', { id })
  const act = useAct('programs.close')
  const [asking, setAsking] = useState(false)
  const open = read.data?.reduce((sum, item) => sum + item.open, 0)
  const code = edition.data?.code ?? ''
  const version = edition.data?.version
  const may = open === 0 && version !== undefined && edition.data?.state !== 'closed'
  return (
    <Page
      width="form"
      title={t('programs.closing.title')}
      subtitle={edition.data && `${edition.data.code} · ${edition.data.title}`}
      back={{ to: `/programs/${id}`, label: edition.data?.title ?? t('programs.edition.back') }}
      primary={
        <Button disabled={!may} onClick={() => setAsking(true)}>
          {t('programs.closing.verb', { code })}
        </Button>
      }
    >
      <Refusals of={[...edition.refusals, ...read.refusals]} />
      {open !== undefined && (
        <p role="status" className={classes.lead}>
          {open === 0 ? t('programs.closing.ready') : t('programs.closing.open', { count: open })}
        </p>
      )}
      <ul className={classes.checklist}>
        {read.data?.map((item) => (
          <Item key={item.kind} item={item} editionId={id} />
        ))}
      </ul>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('programs.closing.ask', { code })}
        consequences={[t('programs.closing.readOnly'), t('programs.closing.reopen')]}
        verb={t('programs.closing.verb', { code })}
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={async () => {
          if (version === undefined) return false
          const outcome = await act.run({ id, version })
          if (!outcome.ok) return false
          notifications.show({ message: t('programs.closing.done', { code }) })
          go(`/programs/${id}`)
          return true
        }}
      />
    </Page>
  )
}

function Item({ item, editionId }: { readonly item: ClosingItem; readonly editionId: string }) {
  const t = useWords()
  const done = item.open === 0
  const where = PLACES[item.kind]
  return (
    <li className={classes.checkItem}>
      <Status
        tone={done ? 'done' : 'attention'}
        label={
          done
            ? t(`programs.closing.${item.kind}.done`)
            : t(`programs.closing.${item.kind}`, { count: item.open, total: item.total })
        }
      />
      {!done && where && (
        <Anchor component={Link} to={where.to(editionId)}>
          {t(where.words)}
        </Anchor>
      )}
      {!done && !where && (
        <span className={classes.links}>
          {item.sessions.map((session) => (
            <Anchor key={session.id} component={Link} to={`/attendance/rolls/${session.id}`}>
              {formatDay(session.day, t.language)}
            </Anchor>
          ))}
          {item.open > item.sessions.length && t('programs.closing.more', { count: item.open - item.sessions.length })}
        </span>
      )}
    </li>
  )
}
