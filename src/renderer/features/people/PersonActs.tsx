/** What can be done with a woman's record: correct, move, away and back, leaving, coming, joining with another record. */
import { Button, Menu } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import {
  IconArrowMerge,
  IconCalendarPlus,
  IconChevronDown,
  IconDoorEnter,
  IconDoorExit,
  IconEdit,
  IconHome,
  IconPlaneDeparture,
  IconPlaneArrival,
  IconTruck,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import type { StayOfPerson } from '../../../shared/contract/stays.contract'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { useDormitoryWord } from '../../platform/use-dormitory-word'
import { GoAway, Return } from './AwayDialogs'
import { Announce, ConfirmArrival, Move, Readmit } from './ArrivalDialogs'
import { Leave } from './Leave'
import type { StayActProps } from './stay-acts'

type Asked = 'move' | 'release' | 'transfer' | 'away' | 'return' | 'readmit' | 'announce' | 'confirm' | null

export function PersonActs({ person }: { readonly person: PersonRecord }) {
  const { may } = useSession()
  const stay = useRead('people.stay', { id: person.id }).data
  if (!may('people.correct') || !stay) return null
  return <Acts person={person} stay={stay} />
}

function Acts({ person, stay }: Omit<StayActProps, 'onClose'>) {
  const t = useWords()
  const go = useGo()
  const [asked, setAsked] = useState<Asked>(null)
  const here = stay.state === 'active' || stay.state === 'away'
  // Fifteen minutes' warning is the rule for a transfer: one key from her record.
  useHotkeys(here ? [['alt+T', () => setAsked('transfer')]] : [])
  const props = { person, stay, onClose: () => setAsked(null) }
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={280}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('people.stay.acts')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <StayItems stay={stay} ask={setAsked} />
          <JoinItem person={person} />
        </Menu.Dropdown>
      </Menu>
      <Button leftSection={<IconEdit size={18} aria-hidden />} onClick={() => go(`/people/${person.id}/correct`)}>
        {t('people.correct.verb')}
      </Button>
      {dialogOf(asked, props)}
    </>
  )
}

function dialogOf(asked: Asked, props: StayActProps): ReactNode {
  switch (asked) {
    case null:
      return null
    case 'release':
    case 'transfer':
      return <Leave {...props} cause={asked} />
    case 'move':
      return <Move {...props} />
    case 'away':
      return <GoAway {...props} />
    case 'return':
      return <Return {...props} />
    case 'readmit':
      return <Readmit {...props} />
    case 'announce':
      return <Announce {...props} />
    case 'confirm':
      return <ConfirmArrival {...props} />
  }
}

function StayItems({ stay, ask }: { readonly stay: StayOfPerson; readonly ask: (act: Asked) => void }) {
  const t = useWords()
  const dormitoryWord = useDormitoryWord()
  const icon = { size: 16, 'aria-hidden': true }
  switch (stay.state) {
    case 'active':
    case 'away':
      return (
        <>
          {stay.state === 'away' ? (
            <Menu.Item leftSection={<IconPlaneArrival {...icon} />} onClick={() => ask('return')}>
              {t('stays.return.verb')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconPlaneDeparture {...icon} />} onClick={() => ask('away')}>
              {t('stays.away.verb')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconHome {...icon} />} onClick={() => ask('move')}>
            {t('people.move.verb', { word: dormitoryWord.toLowerCase() })}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTruck {...icon} />} rightSection="Alt+T" onClick={() => ask('transfer')}>
            {t('stays.leave.transfer')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDoorExit {...icon} />} onClick={() => ask('release')}>
            {t('stays.leave.release')}
          </Menu.Item>
        </>
      )
    case 'registered':
      return (
        <Menu.Item leftSection={<IconDoorEnter {...icon} />} onClick={() => ask('confirm')}>
          {t('stays.confirm.verb')}
        </Menu.Item>
      )
    case 'none':
    case 'left':
      return (
        <>
          <Menu.Item leftSection={<IconDoorEnter {...icon} />} onClick={() => ask('readmit')}>
            {t(stay.state === 'left' ? 'people.readmit.verb' : 'stays.admit.verb')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCalendarPlus {...icon} />} onClick={() => ask('announce')}>
            {t('stays.announce.verb')}
          </Menu.Item>
        </>
      )
  }
}

function JoinItem({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  if (!may('people.merge')) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconArrowMerge size={16} aria-hidden />}
        onClick={() => go(`/people/${person.id}/merge`)}
      >
        {t('merge.verb')}
      </Menu.Item>
    </>
  )
}
