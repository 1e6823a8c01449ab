/** Turns a password into a key: Argon2id, calibrated on this PC to 0.5–1 s, never below OWASP's floor. */
import { hashRaw } from '@node-rs/argon2'

/** Memory in KiB, passes, lanes: stored in each slot, so that an older slot still opens after a re-calibration. */
export interface KdfCost {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

// The package's `Algorithm` is a const enum, which isolated modules cannot read; 2 is Argon2id.
const ARGON2ID = 2

/** OWASP Password Storage Cheat Sheet, Argon2id minimum: 19 MiB, 2 passes, 1 lane. */
export const FLOOR: KdfCost = { memory: 19_456, passes: 2, lanes: 1 }
const START: KdfCost = { memory: 262_144, passes: 3, lanes: 4 }

const atLeastFloor = (cost: KdfCost): boolean =>
  cost.memory >= FLOOR.memory && cost.passes >= FLOOR.passes && cost.lanes >= FLOOR.lanes

/** 32 bytes from a password. NFKC first, so that the same word typed on another keyboard is the same word. */
export async function deriveKey(password: string, salt: Buffer, cost: KdfCost): Promise<Buffer> {
  // SECURITY: a slot file altered to ask for a cheap hash is refused before a guess can be made against it.
  if (!atLeastFloor(cost)) throw new Error('The slot asks for less than the minimum cost')
  return hashRaw(password.normalize('NFKC'), {
    algorithm: ARGON2ID,
    salt,
    memoryCost: cost.memory,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
  })
}

/** Finds a cost that takes 0.5–1 s here: fewer passes, then less memory, until under a second; more passes if too quick. */
export async function calibrate(): Promise<KdfCost> {
  let cost = START
  for (let tries = 0; tries < 8; tries++) {
    const started = performance.now()
    await deriveKey('calibration', Buffer.alloc(16, 7), cost)
    const took = performance.now() - started
    if (took > 1000 && cost.memory > 65_536) cost = { ...cost, memory: cost.memory / 2 }
    else if (took < 500)
      cost = { ...cost, passes: Math.min(12, Math.max(cost.passes + 1, Math.floor((cost.passes * 700) / took))) }
    else return cost
  }
  return cost
}

export type PasswordProblem = 'password-short' | 'password-simple' | 'password-has-name'

/** Twelve characters, of which at least six differ, and not built around one's own name. */
export function judgePassword(password: string, name: string): PasswordProblem | undefined {
  const plain = password.normalize('NFKC')
  if ([...plain].length < 12) return 'password-short'
  if (new Set(plain.toLowerCase()).size < 6) return 'password-simple'
  const words = name
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 3)
  return words.some((word) => plain.toLowerCase().includes(word)) ? 'password-has-name' : undefined
}
