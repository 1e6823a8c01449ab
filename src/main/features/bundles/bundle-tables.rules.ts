/**
 * Everything that may leave the center, declared as data: this one place decides. What is not a column here cannot be in
 * a bundle. The words of each column and reason stand in i18n (`bundles.column.<table>.<column>`, `bundles.why.<why>`).
 *
 * Left out on purpose: names, CURP, file numbers, child codes, folios (they stand on papers beside a name), contacts,
 * photos, notes and reasons in free text, dormitories, schooling and languages (rare values point at one woman), exact
 * days of birth, admission and release (they stand in court records), and who attends an axis marked as sensitive: of
 * those only counts leave.
 */

/** Why a column may leave; each has its sentence. */
export type Why = 'random-id' | 'month-only' | 'age-group' | 'catalog' | 'closed-list' | 'program-day' | 'count'

export type ColumnType =
  | { readonly kind: 'id' }
  | { readonly kind: 'month' }
  | { readonly kind: 'day' }
  | { readonly kind: 'time' }
  | { readonly kind: 'count' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'list'; readonly values: readonly string[] }
  /** Typed in by people, so the preview shows every value. Only names of the program's own offer may be such. */
  | { readonly kind: 'text'; readonly max: number }

export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly why: Why
  /** May be empty. */
  readonly optional?: true
  /** The table whose `id` it is. */
  readonly refers?: string
}

export interface BundleTable {
  readonly name: string
  readonly key: readonly string[]
  readonly columns: readonly Column[]
}

const id = (name: string, refers?: string): Column => ({
  name,
  type: { kind: 'id' },
  why: 'random-id',
  ...(refers ? { refers } : {}),
})
const list = (name: string, values: readonly string[]): Column => ({
  name,
  type: { kind: 'list', values },
  why: 'closed-list',
})
const month = (name: string): Column => ({ name, type: { kind: 'month' }, why: 'month-only' })
const day = (name: string): Column => ({ name, type: { kind: 'day' }, why: 'program-day' })
const time = (name: string): Column => ({ name, type: { kind: 'time' }, why: 'program-day' })
const count = (name: string): Column => ({ name, type: { kind: 'count' }, why: 'count' })
const catalog = (name: string, max: number): Column => ({ name, type: { kind: 'text', max }, why: 'catalog' })
const optional = (column: Column): Column => ({ ...column, optional: true })

export const AGE_GROUPS = ['18-24', '25-29', '30-34', '35-39', '40-44', '45-49', '50-59', '60+'] as const
export const CHILD_AGE_GROUPS = ['0-5m', '6-11m', '12-17m', '18-23m', '24-29m', '30-35m', '36m+'] as const
/** The reason of an excuse (doctor, court, visit, child) stays here: beside a day, a court date points at one woman. */
export const MARKS = ['A', 'R', 'F', 'J', 'C', 'S'] as const
const CAUSES = ['custody', 'provider', 'office', 'justice', 'health', 'care', 'choice'] as const

export const BUNDLE_TABLES: readonly BundleTable[] = [
  {
    name: 'people',
    key: ['id'],
    columns: [
      id('id'),
      optional({ name: 'age_group', type: { kind: 'list', values: AGE_GROUPS }, why: 'age-group' }),
      optional(list('legal_status', ['tried', 'sentenced'])),
    ],
  },
  {
    name: 'stays',
    key: ['id'],
    columns: [
      id('id'),
      id('person_id', 'people'),
      month('admitted_month'),
      optional(month('left_month')),
      optional(list('left_cause', ['release', 'transfer', 'house-arrest', 'death', 'other'])),
    ],
  },
  // Two records turned out to be one woman's: what was sent under the one belongs to the other from then on.
  { name: 'merges', key: ['merged_id'], columns: [id('merged_id'), id('kept_id', 'people')] },
  { name: 'axes', key: ['id'], columns: [id('id'), catalog('code', 20), catalog('name', 120)] },
  { name: 'workshops', key: ['id'], columns: [id('id'), id('axis_id', 'axes'), catalog('title', 160)] },
  {
    name: 'editions',
    key: ['id'],
    columns: [
      id('id'),
      catalog('code', 40),
      id('workshop_id', 'workshops'),
      id('instructor_id'),
      count('hours'),
      count('capacity'),
      day('starts_on'),
      day('ends_on'),
      count('min_rate_percent'),
    ],
  },
  {
    name: 'edition_counts',
    key: ['edition_id'],
    columns: [id('edition_id', 'editions'), count('places'), count('passed'), count('certificates')],
  },
  {
    name: 'sessions',
    key: ['id'],
    columns: [
      id('id'),
      id('edition_id', 'editions'),
      day('day'),
      time('starts_at'),
      time('ends_at'),
      optional(list('cancelled_cause', CAUSES)),
    ],
  },
  {
    name: 'session_counts',
    key: ['session_id', 'code'],
    columns: [
      id('session_id', 'sessions'),
      list('code', ['A', 'R', 'F', 'JM', 'JA', 'JV', 'JH', 'C', 'S']),
      count('people'),
    ],
  },
  {
    name: 'places',
    key: ['id'],
    columns: [
      id('id'),
      id('person_id', 'people'),
      id('edition_id', 'editions'),
      day('opened_on'),
      optional(day('ended_on')),
      optional(list('end_result', ['completed', 'partial', 'not-completed'])),
    ],
  },
  {
    name: 'marks',
    key: ['session_id', 'person_id'],
    columns: [id('session_id', 'sessions'), id('person_id', 'people'), list('code', MARKS)],
  },
  {
    // Marks of months already sent; their sessions stand in the bundle of that month.
    name: 'rectifications',
    key: ['session_id', 'person_id'],
    columns: [
      id('session_id'),
      id('person_id', 'people'),
      day('day'),
      optional(list('code_was', MARKS)),
      optional(list('code_now', MARKS)),
    ],
  },
  {
    name: 'evaluations',
    key: ['edition_id', 'person_id'],
    columns: [id('edition_id', 'editions'), id('person_id', 'people'), list('result', ['A', 'NA', 'NP'])],
  },
  {
    name: 'certificates',
    key: ['id'],
    columns: [
      id('id'),
      id('person_id', 'people'),
      id('edition_id', 'editions'),
      day('issued_on'),
      optional(day('delivered_on')),
      list('kind', ['first', 'replacement', 'renewal']),
      optional(day('valid_until')),
      list('state', ['issued', 'delivered', 'replaced', 'revoked', 'annulled']),
      day('state_on'),
      optional(id('replaced_by')),
    ],
  },
  {
    name: 'waits',
    key: ['id'],
    columns: [
      id('id'),
      id('person_id', 'people'),
      id('workshop_id', 'workshops'),
      day('requested_on'),
      optional(day('closed_on')),
      optional(list('close_cause', ['accepted', 'declined', 'withdrawn', 'removed'])),
    ],
  },
  {
    name: 'children',
    key: ['id'],
    columns: [
      id('id'),
      id('mother_id', 'people'),
      optional({ name: 'age_group', type: { kind: 'list', values: CHILD_AGE_GROUPS }, why: 'age-group' }),
      optional(month('lives_here_from')),
      optional(month('lives_here_until')),
    ],
  },
  {
    name: 'outings',
    key: ['id'],
    columns: [
      id('id'),
      id('child_id', 'children'),
      list('kind', ['family', 'group', 'medical', 'school', 'papers', 'separation', 'emergency']),
      day('leaves_on'),
      day('returns_on'),
      { name: 'cancelled', type: { kind: 'flag' }, why: 'closed-list' },
      { name: 'made', type: { kind: 'flag' }, why: 'closed-list' },
      optional(day('back_on')),
      optional(count('minutes_late')),
    ],
  },
]

export type Cell = string | number | boolean | null
/** One row, its cells by column name. */
export type Row = Readonly<Record<string, Cell>>
export interface FilledTable {
  readonly table: BundleTable
  readonly rows: readonly Row[]
}
