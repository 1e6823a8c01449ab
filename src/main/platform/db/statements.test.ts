import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepingStatements } from './statements'

let raw: Database.Database
beforeEach(() => {
  raw = new Database(':memory:')
  raw.exec('CREATE TABLE woman (name TEXT)')
})
afterEach(() => raw.close())

test('the same query is prepared once, and answers what stands each time', () => {
  const prepare = vi.spyOn(raw, 'prepare')
  const kept = keepingStatements(raw)
  for (const name of ['Ana', 'Luz', 'Sol']) kept.prepare('insert into woman (name) values (?)').run([name])
  const names = () => kept.prepare('select * from woman').all([])
  expect(names()).toEqual([{ name: 'Ana' }, { name: 'Luz' }, { name: 'Sol' }])
  expect(kept.prepare('delete from woman where name = ?').run(['Luz']).changes).toBe(1)
  expect(names()).toEqual([{ name: 'Ana' }, { name: 'Sol' }])
  expect(prepare).toHaveBeenCalledTimes(3)
})

test('a kept query sees a column that came since', () => {
  const kept = keepingStatements(raw)
  const all = () => kept.prepare('select * from woman').all([])
  kept.prepare('insert into woman (name) values (?)').run(['Ana'])
  expect(all()).toEqual([{ name: 'Ana' }])
  kept.prepare('ALTER TABLE woman ADD COLUMN file TEXT').run([])
  expect(all()).toEqual([{ name: 'Ana', file: null }])
})

test('what takes effect when it is prepared is prepared each time', () => {
  const kept = keepingStatements(raw)
  const read = () => raw.pragma('foreign_keys', { simple: true })
  for (const [value, expected] of [
    ['OFF', 0],
    ['ON', 1],
    ['OFF', 0],
    ['ON', 1],
  ] as const) {
    kept.prepare(`PRAGMA foreign_keys = ${value}`).run([])
    expect(read()).toBe(expected)
  }
})

test('of very many texts the one not asked for longest is prepared anew', () => {
  const prepare = vi.spyOn(raw, 'prepare')
  const kept = keepingStatements(raw)
  for (let n = 0; n < 1000; n++) {
    kept.prepare('select 1').all([])
    kept.prepare(`select ${n} as n`).all([])
  }
  kept.prepare('select 1').all([])
  const before = prepare.mock.calls.length
  kept.prepare('select 999 as n').all([])
  expect(prepare.mock.calls.length).toBe(before)
  kept.prepare('select 2 as n').all([])
  expect(prepare.mock.calls.length).toBe(before + 1)
})
