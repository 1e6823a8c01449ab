/** Where the tests of one run keep the profiles that set-up left: each is made once and copied (`factories/office.ts`). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    profiles: string
  }
}

export default function keepProfiles(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'umbral-profiles-'))
  project.provide('profiles', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
