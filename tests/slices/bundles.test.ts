import { mkdtempSync } from 'node:fs'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, describe, expect, test } from 'vitest'
import { openBundle } from '../../src/main/features/bundles'
import { openTestOffice, type TestOffice } from '../factories/office'

let it: TestOffice
afterEach(() => it.close())

describe('thread', () => {
  test('exports and opens', async () => {
    const identity = await generateX25519Identity()
    const stick = mkdtempSync(join(tmpdir(), 'umbral-stick-'))
    it = await openTestOffice({
      center: { hqRecipients: [await identityToRecipient(identity)] },
      desk: { chooseFolder: () => Promise.resolve(stick) },
    })
    const folder = await it.must('bundles.chooseFolder', {})
    const made = await it.must('bundles.export', { period: '2026-10', folder: folder?.token ?? '' })
    expect(readdirSync(stick)).toEqual([made.fileName])
    const key = await it.must('bundles.publicKey', {})
    const opened = await openBundle(
      { fileName: made.fileName, sealed: readFileSync(join(stick, made.fileName)) },
      { identity, publicKey: key.text },
    )
    expect(opened).toMatchObject({ ok: true })
    console.log(JSON.stringify(opened.ok && opened.value.manifest))
    const cover = await it.must('bundles.cover', {})
    const { writeFileSync } = await import('node:fs')
    writeFileSync('/tmp/umbral/bundles-cover.pdf', Buffer.from(cover.pdf, 'base64'))
    console.log(await it.must('bundles.backupNow', {}), await it.must('bundles.backupStatus', {}))
    console.log(JSON.stringify(await it.must('bundles.month', { period: '2026-10' })))
  })
})
