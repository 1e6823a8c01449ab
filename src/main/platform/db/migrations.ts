/** All migrations, built into the bundle so that none can be missing when packed (docs/style.md §5.7). */
import type { Kysely } from 'kysely'

export interface Migration {
  readonly name: string
  up(db: Kysely<unknown>): Promise<void>
}

const modules = import.meta.glob<Omit<Migration, 'name'>>('../../../../migrations/*.ts', { eager: true })

/** In order of their UTC stamp. */
export const migrations: readonly Migration[] = Object.entries(modules)
  .map(([path, module]) => ({ name: path.slice(path.lastIndexOf('/') + 1, -'.ts'.length), up: module.up }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
