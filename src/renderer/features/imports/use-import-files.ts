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

/** How far a round over several files has come. */
export interface Work {
  readonly kind: 'checking' | 'confirming'
  /** The one at hand, counted from 1. */
  readonly at: number
  readonly total: number
}

/** A file as it enters the list: to be checked, or refused for what it is before a byte is read. */
function entryOf(id: number, file: Pick<File, 'name' | 'size'>): { readonly entry: ImportFile } {
  const entry = { id, name: file.name, bytes: '', chosen: [], preview: null, batchId: null }
  const megabytes = Math.ceil(file.size / 1_000_000)
  if (megabytes > LIMIT_MB) {
    const facts = { megabytes, limit: LIMIT_MB }
    return { entry: { ...entry, state: 'refused', refusals: [{ code: 'file-too-large', facts }] } }
  }
  if (file.size === 0) return { entry: { ...entry, state: 'refused', refusals: [{ code: 'file-empty' }] } }
  return { entry: { ...entry, state: 'checking', refusals: [] } }
}

export interface ImportFiles {
  readonly files: readonly ImportFile[]
  readonly work: Work | null
  /** Ends the round after the file at hand: one file is done whole or not at all. */
  stop(): void
  /** One file after the other; answers how many were left when it was stopped. */
  inTurn(kind: Work['kind'], ids: readonly number[], act: (id: number) => Promise<void>): Promise<number>
  /** Answers how many were left unread because she stopped. */
  add(picked: readonly File[]): Promise<number>
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
  const [work, setWork] = useState<Work | null>(null)
  const stopping = useRef(false)
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

  const inTurn = useCallback(async (kind: Work['kind'], ids: readonly number[], act: (id: number) => Promise<void>) => {
    stopping.current = false
    let left = ids.length
    for (const id of ids) {
      if (stopping.current) break
      setWork({ kind, at: ids.length - left + 1, total: ids.length })
      await act(id)
      left--
    }
    setWork(null)
    return left
  }, [])
  const stop = useCallback(() => {
    stopping.current = true
  }, [])

  const recheck = useCallback(async () => {
    const ids = held.current.filter(({ state }) => state !== 'done').map(({ id }) => id)
    await inTurn('checking', ids, check)
  }, [check, inTurn])

  /** All stand in the list at once; then each is read and checked. What a stop leaves unread goes from the list again. */
  const add = useCallback(
    async (picked: readonly File[]) => {
      const entered = picked.map((file) => ({ file, ...entryOf(next.current++, file) }))
      set((all) => [...all, ...entered.map(({ entry }) => entry)])
      const readable = entered.filter(({ entry }) => entry.state === 'checking')
      const read = async (id: number) => {
        const file = readable.find(({ entry }) => entry.id === id)?.file
        const bytes = file ? await base64Of(file).catch(() => '') : ''
        if (bytes === '') return patch(id, { state: 'refused', refusals: [{ code: 'file-truncated' }] })
        patch(id, { bytes })
        await check(id)
      }
      const ids = readable.map(({ entry }) => entry.id)
      const left = await inTurn('checking', ids, read)
      if (left > 0) set((all) => all.filter((file) => !ids.slice(-left).includes(file.id)))
      return left
    },
    [check, inTurn, patch, set],
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

  return { files, work, stop, inTurn, add, remove, choose, confirm, recheck }
}
