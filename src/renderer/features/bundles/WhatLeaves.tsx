/** Every table and column that leaves, what it means and why it may; and every value of the columns that people type in. */
import { Accordion, Table } from '@mantine/core'
import type { Output } from '../../../shared/contract'
import { formatNumber } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import classes from './bundles.module.css'

type Leaving = Output<'bundles.preview'>['tables'][number]

export function WhatLeaves({ tables }: { readonly tables: readonly Leaving[] }) {
  const t = useWords()
  return (
    <>
      <p className={classes.never}>{t('bundles.export.never')}</p>
      <Accordion multiple chevronPosition="left" variant="default">
        {tables.map((table) => (
          <Accordion.Item key={table.name} value={table.name}>
            <Accordion.Control>
              <span className={classes.leaving}>
                <b>{t(`bundles.table.${table.name}`)}</b>
                <span>{t('bundles.export.rows', { count: table.rows, shown: formatNumber(table.rows) })}</span>
                <span className={classes.columnNames}>
                  {table.columns.map((column) => t(`bundles.column.${table.name}.${column.name}`)).join(' · ')}
                </span>
              </span>
            </Accordion.Control>
            <Accordion.Panel>
              <Columns table={table} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </>
  )
}

function Columns({ table }: { readonly table: Leaving }) {
  const t = useWords()
  return (
    <Table verticalSpacing={4} layout="fixed" aria-label={t(`bundles.table.${table.name}`)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w={170}>
            {t('bundles.export.column')}
          </Table.Th>
          <Table.Th scope="col">{t('bundles.export.meaning')}</Table.Th>
          <Table.Th scope="col" w="42%">
            {t('bundles.export.why')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {table.columns.map((column) => (
          <Table.Tr key={column.name}>
            <Table.Td className={classes.hash ?? ''}>{column.name}</Table.Td>
            <Table.Td>
              {t(`bundles.column.${table.name}.${column.name}`)}
              {column.values && column.values.length > 0 && (
                <div className={classes.values}>{column.values.join(' · ')}</div>
              )}
            </Table.Td>
            <Table.Td>{t(`bundles.why.${column.why}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
