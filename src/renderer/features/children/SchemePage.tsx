/** The scheme of vaccines and check-ups: the version in force, those before it, and a new one made from it. */
import { Button, Table } from '@mantine/core'
import { IconCopyPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Page, Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { SchemeEditor } from './SchemeEditor'
import { ageWords, milestoneWords } from './health-words'
import classes from './health.module.css'

type Scheme = Output<'children.schemes'>[number]

export function SchemePage() {
  const t = useWords()
  const { data, refusals } = useRead('children.schemes', {})
  const [editing, setEditing] = useState(false)
  const current = data?.find((scheme) => scheme.inForce)
  const back = { to: '/children/vaccines', label: t('children.due.title') }
  if (editing && current)
    return (
      <Page title={t('children.scheme.new')} back={back} subtitle={t('children.scheme.newLead')}>
        <SchemeEditor from={current} onDone={() => setEditing(false)} />
      </Page>
    )
  return (
    <Page
      title={t('children.scheme.title')}
      back={back}
      subtitle={t('children.scheme.lead')}
      primary={
        current && (
          <Button leftSection={<IconCopyPlus size={18} aria-hidden />} onClick={() => setEditing(true)}>
            {t('children.scheme.new')}
          </Button>
        )
      }
    >
      <Refusals of={refusals} />
      {current && <Version scheme={current} />}
      {data && data.length > 1 && (
        <Section title={t('children.scheme.others')}>
          <ul className={classes.rows}>
            {data
              .filter((scheme) => !scheme.inForce)
              .map((scheme) => (
                <li key={scheme.id}>
                  <span>{scheme.name}</span>
                  <span className={classes.quiet}>
                    {t('children.scheme.fromOn', { day: formatDay(scheme.fromDay, t.language) })}
                    {' · '}
                    {t('children.scheme.dated', { day: formatDay(scheme.sourceDay, t.language) })}
                  </span>
                </li>
              ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function Version({ scheme }: { readonly scheme: Scheme }) {
  const t = useWords()
  return (
    <>
      <Section title={scheme.name}>
        <div className={classes.head}>
          <Status tone="done" label={t('children.scheme.inForce')} />
          <span>{t('children.scheme.dated', { day: formatDay(scheme.sourceDay, t.language) })}</span>
          <span className={classes.quiet}>{scheme.source}</span>
        </div>
      </Section>
      <div className={classes.columns}>
        <Table aria-label={t('children.scheme.doses')} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('children.vaccines.vaccine')}</Table.Th>
              <Table.Th scope="col">{t('children.health.dose')}</Table.Th>
              <Table.Th scope="col">{t('children.scheme.fromAge')}</Table.Th>
              <Table.Th scope="col">{t('children.scheme.overdueAt')}</Table.Th>
              <Table.Th scope="col">{t('children.scheme.note')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {scheme.doses.map((row) => (
              <Table.Tr key={`${row.vaccine}|${row.dose}`}>
                <Table.Td>{row.vaccine}</Table.Td>
                <Table.Td>{row.dose}</Table.Td>
                <Table.Td>
                  {row.fromMonths === 0 ? t('children.vaccines.atBirth') : ageWords(t, row.fromMonths)}
                </Table.Td>
                <Table.Td>{ageWords(t, row.untilMonths)}</Table.Td>
                <Table.Td>{row.note ?? '—'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Table aria-label={t('children.scheme.checks')} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('children.scheme.checks')}</Table.Th>
              <Table.Th scope="col">{t('children.scheme.overdueAt')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {scheme.checks.map(({ age, untilAge, unit }) => {
              const letter = unit === 'days' ? 'd' : 'm'
              return (
                <Table.Tr key={`${String(age)}${letter}`}>
                  <Table.Td>{milestoneWords(t, `${String(age)}${letter}`)}</Table.Td>
                  <Table.Td>{milestoneWords(t, `${String(untilAge)}${letter}`)}</Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
    </>
  )
}
