/** Stock tools that some tests check our work with. */
import { execFileSync } from 'node:child_process'

/** True if the tool is installed. Where it is not, the test says so and is skipped; never on CI, where it fails instead. */
export function hasTool(name: string): boolean {
  if (process.env.CI) return true
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], { stdio: 'ignore' })
    return true
  } catch {
    console.warn(`${name} is not installed: its test is skipped`)
    return false
  }
}
