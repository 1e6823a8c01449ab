/** The run-time half of the read-only handle: any query that is not a select is refused before it reaches SQLite. */
import type { KyselyPlugin } from 'kysely'

export const readOnly: KyselyPlugin = {
  transformQuery({ node }) {
    if (node.kind !== 'SelectQueryNode') throw new Error(`A read may not run ${node.kind}`)
    return node
  },
  transformResult: ({ result }) => Promise.resolve(result),
}
