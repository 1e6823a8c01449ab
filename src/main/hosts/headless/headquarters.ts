/** Headquarters' side of the demo: the keys, the sealed file, and what it holds once opened and checked. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openBundle } from '../../features/bundles'
import { Refused } from './call'

interface Arrival {
  readonly folder: string
  readonly usb: string
  readonly fileName: string
  readonly identity: string
  readonly publicKey: string
}

/** Writes `hq.key` and `center.pub`, opens the bundle as the recipe does, and lays its files out under `opened/`. */
export async function openAsHeadquarters(arrival: Arrival): Promise<void> {
  mkdirSync(arrival.folder, { recursive: true })
  writeFileSync(join(arrival.folder, 'hq.key'), `${arrival.identity}\n`, { mode: 0o600 })
  writeFileSync(join(arrival.folder, 'center.pub'), arrival.publicKey)
  const sealed = readFileSync(join(arrival.usb, arrival.fileName))
  const opened = await openBundle(
    { fileName: arrival.fileName, sealed },
    { identity: arrival.identity, publicKey: arrival.publicKey },
  )
  if (!opened.ok) throw new Refused(`headquarters: ${JSON.stringify(opened.refusals)}`)
  for (const file of opened.value.files) {
    const path = join(arrival.folder, 'opened', file.path)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, file.bytes)
  }
}
