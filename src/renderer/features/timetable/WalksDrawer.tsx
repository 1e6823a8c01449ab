/** Minutes on foot between two rooms, where they are not the usual ones. */
import { ActionIcon, Button, Drawer, Group, NumberInput, Select, Stack, Table } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import classes from './timetable.module.css'

export function WalksDrawer({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useWords()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={440}
      title={t('timetable.walk.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Walks />
    </Drawer>
  )
}

function Walks() {
  const t = useWords()
  const { may } = useSession()
  const read = useRead('timetable.walks', {})
  const act = useAct('timetable.setWalk')
  const [a, setA] = useState<string | null>(null)
  const [b, setB] = useState<string | null>(null)
  const [minutes, setMinutes] = useState<number | string>('')
  const rooms = (read.data?.rooms ?? []).map((room) => ({ value: room.id, label: room.name }))
  const set = async (walk: { a: string; b: string; minutes: number | null }) => {
    const outcome = await act.run(walk)
    if (outcome.ok) notifications.show({ message: t('timetable.walk.done') })
    return outcome.ok
  }
  const ready = a !== null && b !== null && typeof minutes === 'number'
  return (
    <Stack gap="md">
      <p className={classes.soft}>{t('timetable.walk.hint', { usual: read.data?.usual ?? 0 })}</p>
      <Refusals of={[...read.refusals, ...act.refusals]} />
      {read.data?.walks.length === 0 && <p>{t('timetable.walk.none', { usual: read.data.usual })}</p>}
      {read.data && read.data.walks.length > 0 && (
        <Table aria-label={t('timetable.walk.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('timetable.walk.between')}</Table.Th>
              <Table.Th scope="col">{t('timetable.walk.minutes')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {read.data.walks.map((walk) => (
              <Table.Tr key={`${walk.a} ${walk.b}`}>
                <Table.Td>
                  {walk.roomA} {t('timetable.walk.and')} {walk.roomB}
                </Table.Td>
                <Table.Td>{walk.minutes}</Table.Td>
                <Table.Td>
                  {may('timetable.setWalk') && (
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('timetable.walk.drop', { a: walk.roomA, b: walk.roomB })}
                      onClick={() => void set({ a: walk.a, b: walk.b, minutes: null })}
                    >
                      <IconX size={16} aria-hidden />
                    </ActionIcon>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {may('timetable.setWalk') && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (!ready) return
            void set({ a, b, minutes }).then((ok) => ok && setMinutes(''))
          }}
        >
          <Stack gap="sm">
            <Select searchable label={t('timetable.walk.between')} data={rooms} value={a} onChange={setA} />
            <Select
              searchable
              label={t('timetable.walk.and')}
              data={rooms.filter((room) => room.value !== a)}
              value={b}
              onChange={setB}
            />
            <Group align="flex-end">
              <NumberInput
                label={t('timetable.walk.minutes')}
                w={112}
                min={0}
                max={60}
                allowDecimal={false}
                value={minutes}
                onChange={setMinutes}
              />
              <Button type="submit" disabled={!ready} loading={act.pending}>
                {t('timetable.walk.add')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Stack>
  )
}
