import { expect, test } from 'vitest'
import { formatSpan } from './format'

test.each([
  [95, 'es', '1:35'],
  [1439, 'es', '23:59'],
  [1440, 'es', '1 día'],
  [1500, 'es', '1 día 1 h'],
  [28_881, 'es', '20 días 1 h'],
  [28_881, 'en', '20 days 1 h'],
] as const)('%i minutes late is said in %s as %s', (minutes, language, said) =>
  expect(formatSpan(minutes, language)).toBe(said),
)
