/** The places of one edition: who is in and in which state, who could be, who was. */
import { Button, Checkbox, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconClipboardList, IconFlag, IconUserPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { listName } from '../../../shared/kernel/text'
import { useAct } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useDormitoryWord } from '../../platform/use-dormitory-word'
import { useWords } from '../../platform/words'
import { DataTable } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page, Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useReserved } from '../../ui/use-reserved'
import { EndPlace } from './EndPlace'
import { ExcludeDays } from './ExcludeDays'
import { endedColumns, openColumns, type PlaceActName, type PlaceLine } from './place-columns'
import { excludedDay } from './PlaceState'
import { ResumePlace, SuspendPlace } from './SuspendPlace'
import classes from './places.module.css'

type Edition = Output<'places.ofEdition'>['edition']

export function EditionPlacesPage() {
  const t = useWords()
  const go = useGo()
  const id = useRouteParam('id')
  const { may } = useSession()
  const [acting, setActing] = useState<{ readonly name: PlaceActName; readonly place: PlaceLine } | null>(null)
  const { data, refusals, reserved } = useReserved('places.ofEdition', 'places.ofSensitiveEdition', { id })
  const edition = data?.edition
  const plans = may('places.give') && edition?.closed === false
  const dormitory = useDormitoryWord()
  const minimum = edition?.minRatePercent ?? 0
  const open = useMemo(
    () => openColumns({ t, dormitory, minimum, act: plans ? (name, place) => setActing({ name, place }) : null }),
    [t, dormitory, minimum, plans],
  )
  const ended = useMemo(
    () => endedColumns({ t, minimum, decide: may('certificates.list') ? () => go(`/certificates/${id}`) : null }),
    [t, minimum, may, go, id],
  )
  const close = () => setActing(null)
  return (
    <Page
      title={edition ? t('places.edition.title', { title: edition.title }) : t('places.waiting.title')}
      subtitle={edition && seats(t, edition)}
      back={{ to: `/attendance/editions/${id}`, label: t('places.edition.back') }}
      primary={
        plans && (
          <>
            <More id={id} edition={edition} />
            <Button
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={() => go(`/places/editions/${id}/candidates`)}
            >
              {t('places.give.verb')}
            </Button>
          </>
        )
      }
    >
      <Refusals of={refusals} />
      {reserved}
      {data && <Orphans places={data.open} />}
      {!reserved && refusals.length === 0 && (
        <Section title={t('places.edition.open')}>
          <DataTable
            name="places-open"
            label={t('places.edition.open')}
            size="content"
            columns={open}
            rows={data?.open}
            rowKey={(row) => row.id}
            {...(plans ? { onOpen: (place: PlaceLine) => setActing({ name: 'end', place }) } : {})}
            countWords="places.edition.count"
            empty={<Empty title={t('places.edition.nobody')} hint={t('places.edition.nobodyHint')} />}
          />
        </Section>
      )}
      {data && data.ended.length > 0 && (
        <Section title={t('places.edition.ended')}>
          <DataTable
            name="places-ended"
            label={t('places.edition.ended')}
            size="content"
            columns={ended}
            rows={data.ended}
            rowKey={(row) => row.id}
            countWords="places.edition.count"
          />
        </Section>
      )}
      {edition && acting?.name === 'end' && <EndPlace place={acting.place} title={edition.title} onClose={close} />}
      {edition && acting?.name === 'suspend' && (
        <SuspendPlace place={acting.place} title={edition.title} onClose={close} />
      )}
      {edition && acting?.name === 'resume' && (
        <ResumePlace place={acting.place} title={edition.title} onClose={close} />
      )}
      {edition && acting?.name === 'exclude' && (
        <ExcludeDays place={acting.place} title={edition.title} slots={edition.slots} onClose={close} />
      )}
    </Page>
  )
}

const seats = (t: ReturnType<typeof useWords>, edition: Edition): string =>
  [
    t('places.edition.taken', { code: edition.code, taken: edition.taken, capacity: edition.capacity }),
    edition.suspended > 0 && t('places.edition.suspended', { count: edition.suspended }),
    edition.closed && t('places.edition.closed'),
  ]
    .filter(Boolean)
    .join(' · ')

/** What is done to the whole edition: a pasted list, its end, and whether suspended places free their seats. */
function More({ id, edition }: { readonly id: string; readonly edition: Edition }) {
  const t = useWords()
  const go = useGo()
  const seating = useAct('places.setSeating')
  const change = async (suspendedFrees: boolean) => {
    const outcome = await seating.run({ editionId: id, suspendedFrees })
    if (outcome.ok)
      notifications.show({ message: t(suspendedFrees ? 'places.edition.freesDone' : 'places.edition.keepsDone') })
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default">{t('places.edition.more')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconClipboardList size={16} aria-hidden />}
          onClick={() => go(`/places/editions/${id}/list`)}
        >
          {t('places.list.open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFlag size={16} aria-hidden />}
          onClick={() => go(`/places/editions/${id}/endings`)}
        >
          {t('places.endings.open')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={edition.suspendedFrees}
          closeMenuOnClick={false}
          leftSection={<Checkbox.Indicator size="xs" checked={edition.suspendedFrees} />}
          onClick={() => void change(!edition.suspendedFrees)}
        >
          {t('places.edition.frees')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The hours of the group have changed and took the days of some women with them: said here until somebody looks. */
function Orphans({ places }: { readonly places: readonly PlaceLine[] }) {
  const t = useWords()
  const lost = places.flatMap((place) =>
    place.exclusions.filter((each) => each.orphan).map((exclusion) => ({ place, exclusion })),
  )
  if (lost.length === 0) return null
  return (
    <div role="status" className={classes.orphans}>
      <Status tone="attention" label={t('places.edition.orphans', { count: lost.length })} />
      <ul>
        {lost.map(({ place, exclusion }) => (
          <li key={exclusion.id}>
            {t('places.edition.orphan', {
              name: listName(place),
              days: excludedDay(t, exclusion),
              reason: t(`places.exclusion.${exclusion.reason}`),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
