/** What happened, when, by whom and why: of an outing or of a permission. */
import { Table } from '@mantine/core'
import type { Output } from '../../../shared/contract'
import { hasWords, useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { dayAndTime } from './outing-words'

type Event = Output<'outings.get'>['history'][number]

export function HistoryTable({ events }: { readonly events: readonly Event[] }) {
  const t = useWords()
  const wordOf = (event: string): string => (hasWords(`audit.${event}`, t.language) ? t(`audit.${event}`) : event)
  const saidOf = ({ event, fileName }: Event): string =>
    fileName ? t(`outings.history.${event}`, { file: fileName }) : wordOf(event)
  return (
    <Section title={t('outings.record.history')}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={190}>{t('outings.when')}</Table.Th>
            <Table.Th w={180}>{t('outings.who')}</Table.Th>
            <Table.Th>{t('outings.what')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map((event, index) => (
            <Table.Tr key={`${event.at}-${String(index)}`}>
              <Table.Td>{dayAndTime(event.day, event.time, t)}</Table.Td>
              <Table.Td>{event.by}</Table.Td>
              <Table.Td>{event.reason ? `${saidOf(event)}: ${event.reason}` : saidOf(event)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}
