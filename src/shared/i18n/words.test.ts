import { expect, test } from 'vitest'
import { wordsIn } from './index'

test('each language has words of its own, made once', () => {
  const [es, en] = [wordsIn('es'), wordsIn('en')]
  expect([es.language, es('ui.stop')]).toEqual(['es', 'Detener'])
  expect([en.language, en('ui.stop')]).toEqual(['en', 'Stop'])
  expect(wordsIn('es')).toBe(es)
})
