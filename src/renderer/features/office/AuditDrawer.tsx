/** One entry of the audit: everything it says, before and after side by side. */
import { Drawer, Stack, Table } from '@mantine/core'
import { useMoment } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Fact, Facts, NOTHING } from '../../ui/Facts'
import { RecordLink } from '../../ui/RecordLink'
import { differences, eventWords, fieldWords, subjectWords, valueWords, type Entry } from './audit-words'

export function AuditDrawer({ entry, onClose }: { readonly entry: Entry | null; readonly onClose: () => void }) {
  const t = useWords()
  return (
    <Drawer
      opened={entry !== null}
      onClose={onClose}
      size={560}
      title={entry ? eventWords(t, entry.event) : ''}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {entry && <Told entry={entry} />}
    </Drawer>
  )
}

/** Where the record that an entry is about can be seen. */
const PAGES: Readonly<Record<string, string>> = {
  person: '/people',
  child: '/children',
  edition: '/programs',
  session: '/attendance/rolls',
  outing: '/outings',
}

function Subject({ entry }: { readonly entry: Entry }) {
  const t = useWords()
  const words = [subjectWords(t, entry.subjectType), entry.subjectId].filter(Boolean).join(' ')
  const page = PAGES[entry.subjectType ?? '']
  if (!page || !entry.subjectId) return words
  return (
    <RecordLink to={page} id={entry.subjectId}>
      {words}
    </RecordLink>
  )
}

function Told({ entry }: { readonly entry: Entry }) {
  const t = useWords()
  const moment = useMoment()
  const changed = differences(entry.before, entry.after, {
    field: (name) => fieldWords(t, name),
    value: (value, field) => valueWords(t, moment, value, field),
  })
  return (
    <Stack gap="lg">
      <Facts>
        <Fact label={t('office.audit.at')}>{moment(entry.at)}</Fact>
        <Fact label={t('office.audit.actor')}>{entry.actor}</Fact>
        <Fact label={t('office.audit.seq')}>{entry.seq}</Fact>
        <Fact label={t('office.audit.code')}>{entry.event}</Fact>
        <Fact label={t('ui.confirm.reason')} wide>
          {entry.reason}
        </Fact>
        <Fact label={t('office.audit.subject')} wide>
          <Subject entry={entry} />
        </Fact>
      </Facts>
      {changed.length > 0 && (
        <Table fz="sm" aria-label={t('office.audit.changes')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('office.audit.field')}</Table.Th>
              {entry.before !== null && <Table.Th>{t('office.audit.before')}</Table.Th>}
              <Table.Th>{t('office.audit.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changed.map((each) => (
              <Table.Tr key={each.field}>
                <Table.Th scope="row" fw={400}>
                  {fieldWords(t, each.field)}
                </Table.Th>
                {entry.before !== null && <Table.Td>{each.before ?? NOTHING}</Table.Td>}
                <Table.Td>{each.after ?? NOTHING}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}
