/** The files on the page: read, checked, ticked, confirmed. Their bytes stay in memory and only as long as the page. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Refusal } from '../../../shared/kernel/outcome'
import { call } from '../../platform/client'

export type Preview = Output<'imports.dryRun'>

export interface ImportFile {
  readonly id: number
  readonly name: string
  readonly bytes: string
  readonly chosen: readonly string[]
  readonly state: 'checking' | 'checked' | 'refused' | 'confirming' | 'done'
  readonly preview: Preview | null
  readonly refusals: readonly Refusal[]
  readonly batchId: string | null
}

/** Main refuses larger ones too; here it saves reading them at all. */
const LIMIT_MB = 20
const WAITS_FOR = new Set(['people-first', 'programs-first', 'children-first'])

/** True if the file only waits for another to be imported before it. */
export const isWaiting = (file: ImportFile): boolean =>
  file.state === 'refused' && file.refusals.some((refusal) => WAITS_FOR.has(refusal.code))

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => reject(new Error('The file cannot be read'))
    reader.readAsDataURL(file)
  })
}

export interface ImportFiles {
  readonly files: readonly ImportFile[]
  add(picked: readonly File[]): Promise<void>
  remove(id: number): void
  choose(id: number, key: string, taken: boolean): Promise<void>
  /** Answers the batch, or null if main refused: it takes only the very plan that was shown. */
  confirm(id: number): Promise<string | null>
  /** Checks all files anew that are not imported: another import or undo may have changed what they would do. */
  recheck(): Promise<void>
}

export function useImportFiles(): ImportFiles {
  const queries = useQueryClient()
  const [files, setFiles] = useState<readonly ImportFile[]>([])
  // What the acts below read: a state of this moment, not of the render in which they were made.
  const held = useRef<readonly ImportFile[]>([])
  const next = useRef(1)
  const set = useCallback((change: (files: readonly ImportFile[]) => readonly ImportFile[]) => {
    held.current = change(held.current)
    setFiles(held.current)
  }, [])
  const patch = useCallback(
    (id: number, part: Partial<ImportFile>) =>
      set((all) => all.map((file) => (file.id === id ? { ...file, ...part } : file))),
    [set],
  )

  const check = useCallback(
    async (id: number) => {
      const file = held.current.find((each) => each.id === id)
      if (!file || file.bytes === '') return
      patch(id, { state: 'checking' })
      const { name, bytes, chosen } = file
      const outcome = await call('imports.dryRun', { fileName: name, bytes, chosen: [...chosen] })
      if (outcome.ok) patch(id, { state: 'checked', preview: outcome.value, refusals: [] })
      else patch(id, { state: 'refused', preview: null, refusals: outcome.refusals })
    },
    [patch],
  )

  const recheck = useCallback(async () => {
    for (const { id, state } of held.current) if (state !== 'done') await check(id)
  }, [check])

  const add = useCallback(
    async (picked: readonly File[]) => {
      for (const one of picked) {
        const id = next.current++
        const megabytes = Math.ceil(one.size / 1_000_000)
        const base = { id, name: one.name, chosen: [], preview: null, batchId: null }
        if (megabytes > LIMIT_MB) {
          const facts = { megabytes, limit: LIMIT_MB }
          set((all) => [
            ...all,
            { ...base, bytes: '', state: 'refused', refusals: [{ code: 'file-too-large', facts }] },
          ])
          continue
        }
        if (one.size === 0) {
          set((all) => [...all, { ...base, bytes: '', state: 'refused', refusals: [{ code: 'file-empty' }] }])
          continue
        }
        const bytes = await base64Of(one).catch(() => '')
        const unread = bytes === ''
        set((all) => [
          ...all,
          {
            ...base,
            bytes,
            state: unread ? 'refused' : 'checking',
            refusals: unread ? [{ code: 'file-truncated' }] : [],
          },
        ])
        await check(id)
      }
    },
    [check, set],
  )

  const remove = useCallback((id: number) => set((all) => all.filter((file) => file.id !== id)), [set])

  const choose = useCallback(
    async (id: number, key: string, taken: boolean) => {
      const file = held.current.find((each) => each.id === id)
      if (!file) return
      const others = file.chosen.filter((each) => each !== key)
      patch(id, { chosen: taken ? [...others, key] : others })
      await check(id)
    },
    [check, patch],
  )

  const confirm = useCallback(
    async (id: number) => {
      const file = held.current.find((each) => each.id === id)
      if (!file?.preview || file.state !== 'checked') return null
      patch(id, { state: 'confirming' })
      const { name, bytes, chosen, preview } = file
      const outcome = await call('imports.confirm', {
        fileName: name,
        bytes,
        chosen: [...chosen],
        token: preview.token,
      })
      if (!outcome.ok) {
        if (outcome.refusals.some((refusal) => refusal.code === 'plan-changed')) await check(id)
        patch(id, { state: 'checked', refusals: outcome.refusals })
        return null
      }
      patch(id, { state: 'done', batchId: outcome.value.batchId, bytes: '', refusals: [] })
      await queries.invalidateQueries()
      return outcome.value.batchId
    },
    [check, patch, queries],
  )

  return { files, add, remove, choose, confirm, recheck }
}
