import { expect, test } from 'vitest'
import type { FilledTable } from './bundle-tables.rules'
import { HIDDEN, withoutNames, type Named } from './names.rules'

const elena: Named = {
  surname1: 'Ñáñez',
  surname2: 'Soto',
  givenNames: 'María Elena',
  chosenName: null,
  number: 'X-204/24',
}
const luz: Named = { surname1: 'Campos', surname2: null, givenNames: 'Luz', chosenName: 'Lucero', number: '12' }

const found = (title: string): boolean => {
  const workshops: FilledTable = {
    table: {
      name: 'workshops',
      key: ['id'],
      columns: [{ name: 'title', type: { kind: 'text', max: 160 }, why: 'catalog' }],
    },
    rows: [{ title }],
  }
  return withoutNames([workshops], [elena, luz])[0]?.rows[0]?.title === HIDDEN
}

test.each([
  'Taller de María Elena Ñáñez',
  'COSTURA (NANEZ SOTO, MARIA ELENA)',
  'Bordado con maría ñáñez',
  'Grupo Lucero Campos',
  'Apoyo X-204/24',
])('%s names somebody', (title) => expect(found(title)).toBe(true))

test.each(['Campos de luz', 'María y Elena leen', 'Luz', 'Costura 12', 'Soto Elena'])('%s names nobody', (title) =>
  expect(found(title)).toBe(false),
)
