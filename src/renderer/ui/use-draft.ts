/** Half-typed forms survive a lock, a crash and a power cut. */
import { useEffect, useRef, useState } from 'react'
import { call } from '../platform/client'
import { keepDraft, type DraftKeeper } from '../platform/drafts'

export interface Draft {
  /** True if the form was found half-typed and put back: the page may say so and offer to begin anew. */
  readonly restored: boolean
  /** The form was sent or thrown away. Call it when the act has succeeded. */
  drop(): void
}

/**
 * `form` names the form and its record: `people.register`, `outings.request:<id>`. `value` is plain data (JSON).
 * Never hand it a password.
 */
export function useDraft<Value>(form: string, value: Value, setValue: (value: Value) => void): Draft {
  const [restored, setRestored] = useState(false)
  const keeper = useRef<DraftKeeper | null>(null)
  const latest = useRef({ value, setValue, untouched: JSON.stringify(value) })
  const content = JSON.stringify(value)
  useEffect(() => {
    latest.current.setValue = setValue
  })

  useEffect(() => {
    let gone = false
    void call('office.draft', { form }).then((outcome) => {
      if (gone) return
      const kept = outcome.ok && outcome.value ? outcome.value.content : null
      keeper.current = keepDraft(form, latest.current.untouched, kept)
      if (kept === null) return
      latest.current.setValue(JSON.parse(kept) as Value)
      setRestored(true)
    })
    return () => {
      gone = true
      keeper.current?.close()
      keeper.current = null
    }
  }, [form])

  useEffect(() => keeper.current?.note(content), [content])

  return {
    restored,
    drop: () => {
      setRestored(false)
      void keeper.current?.forget()
    },
  }
}
