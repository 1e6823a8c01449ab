/** The text of a PDF, read by a tool that is not ours. */
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function pdfText(base64: string): string {
  const file = join(tmpdir(), `umbral-text-${randomUUID()}.pdf`)
  writeFileSync(file, Buffer.from(base64, 'base64'))
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  } finally {
    rmSync(file)
  }
}
