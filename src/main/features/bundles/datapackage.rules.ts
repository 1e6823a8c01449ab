/** `datapackage.json`: Frictionless Data Package v2, so that any statistics tool knows every table, type and key. */
import type { Words } from '../../../shared/i18n'
import type { Column, FilledTable } from './bundle-tables.rules'

export interface WrittenTable extends FilledTable {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export interface Manifest {
  readonly format: 'umbral-bundle-1'
  readonly center: string
  readonly period: string
  readonly sequence: number
  /** The sequence of the first bundle of this period, if this one completes it. */
  readonly supplementOf: number | null
  /** The center's bundle before this one; headquarters sees a gap, a replay or a fork by it. */
  readonly previous: { readonly sequence: number; readonly sha256: string } | null
  readonly schema: string
  readonly app: string
  readonly audit: { readonly size: number; readonly head: string }
  /** SHA-256 of each recipient's text: a bundle sealed again for somebody else names the wrong ones. */
  readonly recipients: readonly string[]
  readonly signedBy: string
}

/** The description of a bundle. Keys stand in a fixed order: the same bundle gives the same text. */
export function describePackage(
  manifest: Pick<Manifest, 'center' | 'period' | 'sequence'>,
  tables: readonly WrittenTable[],
  words: Words,
): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `umbral-${manifest.center.toLowerCase()}-${manifest.period}-${manifest.sequence}`,
    title: words('bundles.package.title', { center: manifest.center, period: manifest.period }),
    version: String(manifest.sequence),
    resources: tables.map((written) => ({
      $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
      name: written.table.name,
      title: words(`bundles.table.${written.table.name}`),
      type: 'table',
      path: written.path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: written.bytes,
      hash: `sha256:${written.sha256}`,
      rows: written.rows.length,
      dialect: {
        $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
        delimiter: ',',
        lineTerminator: '\r\n',
        quoteChar: '"',
        doubleQuote: true,
        header: true,
      },
      schema: schemaOf(written, words),
    })),
  }
}

const schemaOf = ({ table }: WrittenTable, words: Words): object => ({
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  fields: table.columns.map((column) => ({
    name: column.name,
    title: words(`bundles.column.${table.name}.${column.name}`),
    ...typeOf(column),
  })),
  missingValues: [''],
  primaryKey: table.key,
  foreignKeys: table.columns
    .filter((column) => column.refers)
    .map((column) => ({ fields: [column.name], reference: { resource: column.refers, fields: ['id'] } })),
})

function typeOf({ type, optional }: Column): object {
  const required = optional ? {} : { required: true }
  switch (type.kind) {
    case 'id':
      return { type: 'string', format: 'uuid', constraints: required }
    case 'month':
      return { type: 'yearmonth', constraints: required }
    case 'day':
      return { type: 'date', constraints: required }
    case 'time':
      return { type: 'time', format: '%H:%M', constraints: required }
    case 'count':
      return { type: 'integer', constraints: { ...required, minimum: 0 } }
    case 'flag':
      return { type: 'boolean', constraints: required }
    case 'list':
      return { type: 'string', constraints: { ...required, enum: type.values } }
    case 'text':
      return { type: 'string', constraints: { ...required, maxLength: type.max } }
  }
}
