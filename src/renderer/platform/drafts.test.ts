import { expect, test } from 'vitest'
import { flushDrafts, keepDraft, type DraftStore } from './drafts'

function aStore() {
  const acts: string[] = []
  const store: DraftStore = {
    save: (form, content) => Promise.resolve(acts.push(`save ${form} ${content}`)),
    drop: (form) => Promise.resolve(acts.push(`drop ${form}`)),
  }
  return { acts, store }
}

test('a lock writes what was typed last, once', async () => {
  const { acts, store } = aStore()
  const keeper = keepDraft('f', '{}', null, store)
  keeper.note('{"a":1}')
  keeper.note('{"a":2}')
  await flushDrafts()
  await flushDrafts()
  expect(acts).toEqual(['save f {"a":2}'])
  keeper.close()
})

test('a form as it was before the first key is no draft, and going back to it drops the draft', async () => {
  const { acts, store } = aStore()
  const keeper = keepDraft('f', '{}', null, store)
  keeper.note('{}')
  await keeper.flush()
  expect(acts).toEqual([])
  keeper.note('{"a":1}')
  await keeper.flush()
  keeper.note('{}')
  await keeper.flush()
  expect(acts).toEqual(['save f {"a":1}', 'drop f'])
  keeper.close()
})

test('a form that was sent leaves nothing behind, not even what was still waiting', async () => {
  const { acts, store } = aStore()
  const keeper = keepDraft('f', '{}', '{"old":1}', store)
  keeper.note('{"a":1}')
  await keeper.forget()
  await keeper.flush()
  expect(acts).toEqual(['drop f'])
  keeper.close()
})
