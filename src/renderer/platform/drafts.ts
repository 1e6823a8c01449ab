/** Keeps half-typed forms: writes each a moment after the last key, at once before a lock. Knows no React. */
import { call } from './client'

const REST_MS = 700
const flushers = new Set<() => Promise<void>>()

/** Writes every half-typed form now: called before the lock closes the database. */
export const flushDrafts = async (): Promise<void> => {
  await Promise.all([...flushers].map((flush) => flush()))
}

export interface DraftStore {
  save(form: string, content: string): Promise<unknown>
  drop(form: string): Promise<unknown>
}

const inDatabase: DraftStore = {
  save: (form, content) => call('office.saveDraft', { form, content }),
  drop: (form) => call('office.dropDraft', { form }),
}

export interface DraftKeeper {
  /** The form as it stands now. What equals the untouched form is no draft. */
  note(content: string): void
  /** The form was sent or thrown away: nothing is kept. */
  forget(): Promise<void>
  flush(): Promise<void>
  close(): void
}

/** Keeps one form's draft. `untouched` is the form before the first key; `kept` what the database holds already. */
export function keepDraft(
  form: string,
  untouched: string,
  kept: string | null,
  store: DraftStore = inDatabase,
): DraftKeeper {
  let written = kept
  let waiting: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    const content = waiting
    waiting = null
    if (content === null || content === written) return
    if (content !== untouched) {
      written = content
      await store.save(form, content)
    } else if (written !== null) {
      written = null
      await store.drop(form)
    }
  }

  flushers.add(flush)
  return {
    note(content) {
      waiting = content
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), REST_MS)
    },
    async forget() {
      clearTimeout(timer)
      waiting = null
      if (written === null) return
      written = null
      await store.drop(form)
    },
    flush,
    close() {
      void flush()
      flushers.delete(flush)
    },
  }
}
