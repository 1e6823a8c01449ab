/** What can be done with a woman's record: correct, move, record that she left, readmit. */
import { Button, Checkbox, Menu, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconDoorEnter, IconDoorExit, IconEdit, IconHome } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { OutingState } from '../../../shared/contract/outings.contract'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import { spokenName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { RecordLink } from '../../ui/RecordLink'
import { usePack } from './use-pack'
import { useDormitoryWord } from '../../platform/use-dormitory-word'

type Asked = 'move' | 'leave' | 'readmit' | null

interface ActProps {
  readonly person: PersonRecord
  readonly opened: boolean
  readonly onClose: () => void
}

export function PersonActs({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const dormitoryWord = useDormitoryWord()
  const [asked, setAsked] = useState<Asked>(null)
  if (!may('people.correct')) return null
  const close = () => setAsked(null)
  return (
    <>
      {person.here ? (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('people.stay.acts')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconHome size={16} aria-hidden />} onClick={() => setAsked('move')}>
              {t('people.move.verb', { word: dormitoryWord.toLowerCase() })}
            </Menu.Item>
            <Menu.Item leftSection={<IconDoorExit size={16} aria-hidden />} onClick={() => setAsked('leave')}>
              {t('people.leave.title')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button
          variant="default"
          leftSection={<IconDoorEnter size={18} aria-hidden />}
          onClick={() => setAsked('readmit')}
        >
          {t('people.readmit.verb')}
        </Button>
      )}
      <Button leftSection={<IconEdit size={18} aria-hidden />} onClick={() => go(`/people/${person.id}/correct`)}>
        {t('people.correct.verb')}
      </Button>
      <Move person={person} opened={asked === 'move'} onClose={close} />
      <Leave person={person} opened={asked === 'leave'} onClose={close} />
      <Readmit person={person} opened={asked === 'readmit'} onClose={close} />
    </>
  )
}

function Move({ person, opened, onClose }: ActProps) {
  const t = useWords()
  const dormitoryWord = useDormitoryWord()
  const act = useAct('people.setDormitory')
  const stay = person.stays[0]
  const [dormitory, setDormitory] = useState(stay?.dormitory ?? '')
  const verb = t('people.move.verb', { word: dormitoryWord.toLowerCase() })
  const move = async () => {
    const outcome = await act.run({ id: person.id, stayVersion: stay?.version ?? 0, dormitory })
    if (outcome.ok) notifications.show({ message: t('people.move.done', { dormitory: dormitory || '—' }) })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={verb}
      consequences={[]}
      verb={verb}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={move}
    >
      <TextInput
        data-autofocus
        label={dormitoryWord}
        maxLength={20}
        autoComplete="off"
        value={dormitory}
        onChange={(event) => setDormitory(event.currentTarget.value)}
      />
    </ConfirmAct>
  )
}

const CAUSES = ['release', 'transfer', 'death', 'other'] as const
type Cause = (typeof CAUSES)[number]

/** What closes with her stay: open places and waits, and her children who still count as living here. */
function useConsequences(person: PersonRecord, opened: boolean): { places: number; sentences: readonly ReactNode[] } {
  const t = useWords()
  const { may } = useSession()
  const outings = useRead('outings.list', {}, { enabled: opened && may('outings.list') })
  const children = useRead(
    'children.ofMother',
    { motherId: person.id },
    { enabled: opened && may('children.ofMother') },
  )
  const open = person.places.filter((place) => place.endedOn === null)
  const living = children.data?.filter((child) => child.livesHereUntil === null) ?? []
  const hers = new Set(children.data?.map((child) => child.id))
  const standing = outings.data?.filter((row) => hers.has(row.childId) && OPEN_STATES.includes(row.state)) ?? []
  return {
    places: open.length,
    sentences: [
      t('people.leave.closesStay'),
      ...open.map((place) => t('people.leave.endsPlace', { title: place.title, code: place.code })),
      ...person.waits.map((wait) => t('people.leave.closesWait', { title: wait.title })),
      ...(living.length > 0
        ? [
            t('people.leave.childrenStay', {
              count: living.length,
              names: living.map((child) => child.givenNames).join(', '),
            }),
          ]
        : []),
      ...standing.map((outing) => (
        <>
          {t(outing.out ? 'people.leave.outingOut' : 'people.leave.outingPlanned', { child: outing.child })}{' '}
          <RecordLink to="/outings" id={outing.id}>
            {outing.folio}
          </RecordLink>
        </>
      )),
    ],
  }
}

/** Outings that somebody must still look after: the child is out, or may yet leave. */
const OPEN_STATES: readonly OutingState[] = ['late', 'out', 'authorised', 'requested']

function Leave({ person, opened, onClose }: ActProps) {
  const t = useWords()
  const clock = useClock()
  const act = useAct('people.recordLeaving')
  const { places, sentences } = useConsequences(person, opened)
  const [leftOn, setLeftOn] = useState<string | null>(null)
  const [cause, setCause] = useState<Cause | null>(null)
  const [note, setNote] = useState('')
  const [withPack, setWithPack] = useState(true)
  const pack = usePack()
  const day = leftOn ?? clock?.today ?? null
  const leave = async () => {
    const stayVersion = person.stays[0]?.version ?? 0
    if (!day || !cause) return false
    const outcome = await act.run({ id: person.id, stayVersion, leftOn: day, cause, note })
    if (!outcome.ok) return false
    notifications.show({ message: t('people.leave.done', { count: outcome.value.places }) })
    // Not waited for: the question closes at once, and the viewer opens when the paper is made.
    if (withPack) void pack.print(person.id)
    return true
  }
  return (
    <>
      {pack.viewer}
      <ConfirmAct
        opened={opened}
        onClose={onClose}
        title={t('people.leave.title')}
        consequences={sentences}
        verb={
          withPack ? t('people.pack.verb') : t('people.leave.verb', { name: spokenName(person.facts), count: places })
        }
        danger
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={leave}
      >
        <Stack gap="sm">
          <Select
            data-autofocus
            required
            label={t('people.leave.cause')}
            data={CAUSES.map((value) => ({ value, label: t(`people.left.${value}`) }))}
            value={cause}
            onChange={(value) => setCause(value)}
          />
          <DayField required label={t('people.leave.day')} value={day} maxDate={clock?.today} onChange={setLeftOn} />
          <TextInput
            label={t('people.leave.note')}
            maxLength={300}
            autoComplete="off"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Checkbox
            label={t('people.pack.withLeaving')}
            checked={withPack}
            onChange={(event) => setWithPack(event.currentTarget.checked)}
          />
        </Stack>
      </ConfirmAct>
    </>
  )
}

function Readmit({ person, opened, onClose }: ActProps) {
  const t = useWords()
  const clock = useClock()
  const dormitoryWord = useDormitoryWord()
  const act = useAct('people.readmit')
  const [admittedOn, setAdmittedOn] = useState<string | null>(null)
  const [dormitory, setDormitory] = useState('')
  const day = admittedOn ?? clock?.today ?? null
  const readmit = async () => {
    if (!day) return false
    const outcome = await act.run({ id: person.id, admittedOn: day, dormitory })
    if (outcome.ok) notifications.show({ message: t('people.readmit.done') })
    return outcome.ok
  }
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={t('people.readmit.verb')}
      consequences={[t('people.readmit.newStay')]}
      verb={t('people.readmit.verb')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={readmit}
    >
      <DayField
        data-autofocus
        required
        label={t('people.admittedOn')}
        value={day}
        maxDate={clock?.today}
        onChange={setAdmittedOn}
      />
      <TextInput
        label={dormitoryWord}
        maxLength={20}
        autoComplete="off"
        value={dormitory}
        onChange={(event) => setDormitory(event.currentTarget.value)}
      />
    </ConfirmAct>
  )
}
