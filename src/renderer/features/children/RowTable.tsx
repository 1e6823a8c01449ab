/** Lines of a scheme that are typed one under the other, each with a way to take it out. */
import { ActionIcon, Button, NumberInput, Table, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'

export interface RowsProps<Row> {
  readonly rows: readonly Row[]
  readonly onChange: (rows: readonly Row[]) => void
}

interface RowTableProps<Row> extends RowsProps<Row> {
  readonly title: string
  readonly heads: readonly string[]
  readonly width?: number
  /** The cells of a row; `put` changes some of it. */
  readonly cells: (row: Row, at: number, put: (change: Partial<Row>) => void) => ReactNode
  /** The button that adds a row, and what that begins as. */
  readonly add: string
  readonly fresh: Row
}

export function RowTable<Row>({ title, heads, width, cells, add, fresh, rows, onChange }: RowTableProps<Row>) {
  const t = useWords()
  return (
    <Section title={title}>
      <Table aria-label={title} {...(width ? { w: width } : {})} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            {[...heads, t('children.health.acts')].map((head) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, at) => (
            <Table.Tr key={at}>
              {cells(row, at, (change) =>
                onChange(rows.map((each, index) => (index === at ? { ...each, ...change } : each))),
              )}
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('children.scheme.removeRow', { row: at + 1 })}
                  onClick={() => onChange(rows.filter((_, index) => index !== at))}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Button
        variant="default"
        size="xs"
        mt={6}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...rows, fresh])}
      >
        {add}
      </Button>
    </Section>
  )
}

interface CellProps<Value> {
  /** Its name is `children.scheme.row.<field>`, with the number of the row. */
  readonly field: string
  readonly at: number
  readonly max: number
  readonly value: Value
  readonly onChange: (value: Value) => void
}

export function TextCell({ field, at, max, value, onChange }: CellProps<string>) {
  const t = useWords()
  return (
    <Table.Td>
      <TextInput
        size="xs"
        aria-label={t(`children.scheme.row.${field}`, { row: at + 1 })}
        maxLength={max}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Table.Td>
  )
}

export function NumberCell({ field, at, min, max, value, onChange }: CellProps<number> & { readonly min: number }) {
  const t = useWords()
  return (
    <Table.Td>
      <NumberInput
        size="xs"
        w={96}
        aria-label={t(`children.scheme.row.${field}`, { row: at + 1 })}
        min={min}
        max={max}
        allowDecimal={false}
        value={value}
        onChange={(typed) => onChange(Number(typed))}
      />
    </Table.Td>
  )
}
