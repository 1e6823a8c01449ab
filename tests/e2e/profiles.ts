/** Where the specs of one run keep the office that holds the demo month: laid out once on each host and copied. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FOLDER = 'UMBRAL_E2E_PROFILES'

/** The profile that was laid out on a host, if a spec has done so. */
export const keptProfile = (host: string): string => join(process.env[FOLDER] ?? '', host)

/** Before all specs; what it returns is done after them. */
export default function keepProfiles(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'umbral-e2e-profiles-'))
  // The runner hands its environment to every worker.
  process.env[FOLDER] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
