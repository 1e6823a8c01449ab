/** The clock of a mother who does not keep custody: hours left, who was told, and how it ends. */
import { Alert, Button, Group, List } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { useState } from 'react'
import type { CustodyClock } from '../../../shared/contract/child-standing'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { useAct } from '../../platform/client'
import { useClock, useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { FormDialog, said } from './FormDialog'

type Ask = 'tell' | 'handed-over' | 'mother-keeps'

export function ClockNotice({ child, clock }: { readonly child: ChildRecord; readonly clock: CustodyClock }) {
  const t = useWords()
  const moment = useMoment()
  const [ask, setAsk] = useState<Ask | null>(null)
  const over = clock.minutesLeft < 0
  const minutes = Math.abs(clock.minutesLeft)
  const left = `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`
  return (
    <Alert
      color={over ? 'granada' : 'cempasuchil'}
      icon={<IconClockExclamation aria-hidden />}
      title={t(over ? 'children.clock.over' : 'children.clock.left', { left })}
    >
      <p>{t('children.clock.due', { began: moment(clock.beganAt), due: moment(clock.dueAt), reason: clock.reason })}</p>
      <List size="sm">
        {clock.told.length === 0 && <List.Item>{t('children.clock.nobodyTold')}</List.Item>}
        {clock.told.map((each) => (
          <List.Item key={each.id}>
            {[each.authority, each.person, moment(each.toldAt), each.note].filter(Boolean).join(' · ')}
          </List.Item>
        ))}
      </List>
      <Group gap="xs" mt="sm" data-no-print>
        <Button size="compact-sm" variant="default" onClick={() => setAsk('tell')}>
          {t('children.clock.tell')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsk('handed-over')}>
          {t('children.clock.handOver')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsk('mother-keeps')}>
          {t('children.clock.keeps')}
        </Button>
      </Group>
      {ask === 'tell' && <Tell clock={clock} onClose={() => setAsk(null)} />}
      {ask && ask !== 'tell' && <CloseClock child={child} clock={clock} kind={ask} onClose={() => setAsk(null)} />}
    </Alert>
  )
}

function Tell({ clock, onClose }: { readonly clock: CustodyClock; readonly onClose: () => void }) {
  const t = useWords()
  const now = useClock()
  const act = useAct('children.tellAuthority')
  if (!now) return null
  return (
    <FormDialog
      title={t('children.clock.tell')}
      verb={t('children.clock.tell')}
      fields={[
        { name: 'toldAuthority', kind: 'text', required: true, max: 120, hint: t('children.form.toldAuthorityHint') },
        { name: 'person', kind: 'text', max: 120 },
        { name: 'toldOn', kind: 'day', half: true, required: true, maxDay: now.today },
        { name: 'toldAt', kind: 'time', half: true, required: true },
        { name: 'note', kind: 'area' },
      ]}
      start={{ toldOn: now.today, toldAt: now.time }}
      act={act}
      send={(values) =>
        act.run({
          clockId: clock.id,
          authority: said(values, 'toldAuthority'),
          person: values.person ?? null,
          toldOn: said(values, 'toldOn'),
          toldAt: said(values, 'toldAt'),
          note: values.note ?? null,
        })
      }
      told={t('children.clock.toldDone')}
      onClose={onClose}
    />
  )
}

interface CloseProps {
  readonly child: ChildRecord
  readonly clock: CustodyClock
  readonly kind: 'handed-over' | 'mother-keeps'
  readonly onClose: () => void
}

function CloseClock({ child, clock, kind, onClose }: CloseProps) {
  const t = useWords()
  const now = useClock()
  const act = useAct('children.closeClock')
  if (!now) return null
  const handed = kind === 'handed-over'
  const title = t(handed ? 'children.clock.handOver' : 'children.clock.keeps')
  return (
    <FormDialog
      title={title}
      verb={title}
      fields={[
        { name: 'closedOn', kind: 'day', half: true, required: true, maxDay: now.today },
        { name: 'closedAt', kind: 'time', half: true, required: true },
        ...(handed
          ? ([
              { name: 'handedTo', kind: 'text', required: true, max: 160 },
              { name: 'handoverDocument', kind: 'text', required: true, max: 80 },
            ] as const)
          : []),
        { name: 'note', kind: 'area', required: !handed },
      ]}
      start={{ closedOn: now.today, closedAt: now.time }}
      consequences={[
        t(handed ? 'children.clock.meansHanded' : 'children.clock.meansKeeps', { name: child.facts.givenNames }),
      ]}
      act={act}
      send={(values) =>
        act.run({
          id: clock.id,
          version: clock.version,
          kind,
          closedOn: said(values, 'closedOn'),
          closedAt: said(values, 'closedAt'),
          handedTo: values.handedTo ?? null,
          document: values.handoverDocument ?? null,
          note: values.note ?? null,
        })
      }
      told={t('children.clock.closed')}
      onClose={onClose}
    />
  )
}
