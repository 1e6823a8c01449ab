/** The rows that were not taken, as a spreadsheet with their reasons, to be mended and imported again. */
import writeXlsx from 'write-excel-file/node'
import type { Input, Output } from '../../../shared/contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { sayReason } from '../../../shared/i18n/import-reason'
import { done, refuse } from '../../../shared/kernel/outcome'
import { issueSteps } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { textOf } from './cells.rules'
import { plan, type FileCode } from './imports.service'

interface Leftover {
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

interface Plan {
  readonly fileName: string
  readonly leftovers: readonly Leftover[]
}

/** Three steps: find the rows, write the workbook in memory, record that a clear file was saved. */
export const saveRejected = (tools: Pick<Tools, 'desk'>) =>
  issueSteps<
    Input<'imports.saveRejected'>,
    Output<'imports.saveRejected'>,
    FileCode | 'no-rejected-rows',
    Plan,
    { savedAs: string | null; rows: number }
  >({
    async prepare(input, look) {
      const planned = await plan(look, { ...input, chosen: input.chosen ?? [] })
      if (!planned.ok) return planned
      const words = wordsIn(PAPER_LANGUAGE)
      const leftovers = planned.value.preview.sheets.flatMap((sheet) => {
        const known = planned.value.read.known.find((each) => each.name === sheet.name)
        const kept = sheet.rows.filter((row) => !row.written && row.level !== 'unchanged' && row.reasons.length > 0)
        if (!known || kept.length === 0) return []
        const cellsOf = new Map([...known.titles, ...known.rows].map((raw) => [raw.row, raw.cells]))
        const rows = kept.map((row) => [
          row.reasons.map((each) => sayReason(words, each)).join(' '),
          ...(cellsOf.get(row.row) ?? []).map(textOf),
        ])
        return [{ name: sheet.name, headers: [words('imports.rejected.reason'), ...known.headers], rows }]
      })
      if (leftovers.length === 0) return refuse('no-rejected-rows')
      return done({ fileName: input.fileName, leftovers })
    },
    async build({ fileName, leftovers }, bench) {
      const bytes = await writeWorkbook(leftovers)
      const savedAs = await tools.desk.saveFile(
        `${plainName(fileName)} - ${wordsIn(PAPER_LANGUAGE)('imports.rejected.file')}.xlsx`,
        bytes,
        () => bench.stopped(),
      )
      return done({ savedAs, rows: leftovers.reduce((sum, sheet) => sum + sheet.rows.length, 0) })
    },
    async record({ savedAs, rows }, act) {
      await act.audit({
        event: savedAs === null ? 'import.rejected-not-saved' : 'import.rejected-saved',
        subjectType: 'import',
        after: { rows },
      })
      return done({ savedAs, rows })
    },
  })

/** The file's name without folder, ending and whatever a file system takes for more than a letter. */
const plainName = (fileName: string): string =>
  fileName
    .replace(/^.*[\\/]/s, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[<>:"|?*\p{C}]/gu, '')
    .replace(/^[.\s]+/, '')

const bold = (value: string) => ({ value, fontWeight: 'bold' as const })

// Everything as text: a cell that begins with = in the office's file must not become a formula in ours.
const asText = (value: string) => ({ value, type: String })

async function writeWorkbook(leftovers: readonly Leftover[]): Promise<Buffer> {
  const sheets = leftovers.map(({ name, headers, rows }) => ({
    sheet: name.slice(0, 31),
    data: [headers.map(bold), ...rows.map((row) => row.map(asText))],
  }))
  return await writeXlsx(sheets).toBuffer()
}
