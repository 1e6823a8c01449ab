/** Small habits of one person (hidden columns, light or dark), kept in the encrypted database and nowhere else. */
import { useEffect, useRef, useState } from 'react'
import { call } from '../platform/client'

const inMemory = new Map<string, unknown>()

/** Forgets what was remembered: when another person signs in. */
export const forgetHabits = (): void => inMemory.clear()

/** Like `useState`, but hers: found again on the next day. */
export function useRemembered<Value>(key: string, initial: Value): readonly [Value, (next: Value) => void] {
  const form = `habit:${key}`
  const [value, setValue] = useState<Value>(() => (inMemory.has(form) ? (inMemory.get(form) as Value) : initial))
  const touched = useRef(false)
  useEffect(() => {
    if (inMemory.has(form)) return
    void call('office.draft', { form }).then((outcome) => {
      if (!outcome.ok || !outcome.value || touched.current) return
      const kept = JSON.parse(outcome.value.content) as Value
      inMemory.set(form, kept)
      setValue(kept)
    })
  }, [form])
  const change = (next: Value) => {
    touched.current = true
    inMemory.set(form, next)
    setValue(next)
    void call('office.saveDraft', { form, content: JSON.stringify(next) })
  }
  return [value, change]
}
