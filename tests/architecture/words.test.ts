import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { contract } from '../../src/shared/contract'
import type { Channel } from '../../src/shared/contract/define'
import { dictionary, LANGUAGES } from '../../src/shared/i18n'

const root = new URL('../..', import.meta.url).pathname
const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.(test|d)\.tsx?$/.test(file))
  .sort()

/** Names under which code holds the function that speaks. */
const SPEAKERS = new Set(['t', 'words', 'say'])
/** Properties and attributes that hold a key for somebody else to speak. */
const HOLDERS = new Set(['words', 'countWords', 'labelKey'])

/** A key with holes, as `role.${role}.does` is written in code. */
interface Pattern {
  readonly text: string
  readonly where: string
  readonly match: RegExp
}

const literals = new Set<string>()
const names = new Set<string>()
const patterns: Pattern[] = []
const spoken: { key: string; where: string }[] = []
const spokenPatterns: Pattern[] = []
const events: { event: string; where: string }[] = []

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function patternOf(node: ts.TemplateExpression, where: string): Pattern {
  const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
  return { text: parts.join('…'), where, match: new RegExp(`^${parts.map(escaped).join('(.+)')}$`) }
}

/** The texts that an expression may come to: `a ? 'x' : 'y'` has two. */
function ends(node: ts.Node): ts.Node[] {
  if (ts.isConditionalExpression(node)) return [...ends(node.whenTrue), ...ends(node.whenFalse)]
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node) || ts.isAsExpression(node))
    return node.expression ? ends(node.expression) : []
  return [node]
}

function noteKeys(node: ts.Node, where: string): void {
  for (const end of ends(node)) {
    if (ts.isStringLiteralLike(end)) spoken.push({ key: end.text, where })
    else if (ts.isTemplateExpression(end)) spokenPatterns.push(patternOf(end, where))
  }
}

function nameOf(node: ts.Node): string {
  return ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : ''
}

function walk(node: ts.Node, where: string): void {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) literals.add(node.text)
  else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
    literals.add(node.kind === ts.SyntaxKind.TrueKeyword ? 'true' : 'false')
  else if (ts.isIdentifier(node)) names.add(node.text)
  else if (ts.isTemplateExpression(node) && /^[a-z][A-Za-z]*\./.test(node.head.text))
    patterns.push(patternOf(node, where))
  else if (ts.isCallExpression(node) && SPEAKERS.has(nameOf(node.expression)) && node.arguments[0])
    noteKeys(node.arguments[0], where)
  else if (ts.isPropertyAssignment(node) || ts.isJsxAttribute(node)) {
    const name = nameOf(node.name)
    if (HOLDERS.has(name) && node.initializer) noteKeys(node.initializer, where)
    if ((name === 'event' || name === 'audited') && node.initializer)
      for (const end of ends(node.initializer))
        if (ts.isStringLiteralLike(end) && end.text.includes('.')) events.push({ event: end.text, where })
  }
  ts.forEachChild(node, (child) => walk(child, where))
}

for (const file of files) {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  walk(ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.ES2023, true, kind), file)
}
for (const [name, channel] of Object.entries(contract as Record<string, Channel>)) {
  literals.add(name)
  for (const code of channel.refusals) literals.add(code)
}

const withoutCount = (key: string): string => key.replace(/_(zero|one|many|other)$/, '')
const knows = (value: string): boolean => literals.has(value) || names.has(value)

/** True if code names the key, or builds it out of a pattern and of values that code names too. */
const isUsed = (key: string): boolean =>
  [key, withoutCount(key)].some(
    (each) =>
      literals.has(each) ||
      patterns.some(({ match }) =>
        match
          .exec(each)
          ?.slice(1)
          .every((value) => knows(value)),
      ),
  )

const keysOf = (language: (typeof LANGUAGES)[number]): string[] => Object.keys(dictionary(language))

test('every sentence is used', () => {
  expect(files.length).toBeGreaterThan(300)
  expect(keysOf('es').filter((key) => !isUsed(key))).toEqual([])
})

describe.each(LANGUAGES)('in %s', (language) => {
  test('no two files say the same key: the one read last would win unseen', () => {
    const inFiles = globSync(`src/shared/i18n/${language}/*.json`, { cwd: root }).flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(`${root}/${file}`, 'utf8')) as Record<string, string>),
    )
    expect(inFiles.length).toBeGreaterThan(1000)
    expect(inFiles.filter((key, index) => inFiles.indexOf(key) !== index)).toEqual([])
  })

  const keys = keysOf(language)
  const known = new Set([...keys, ...keys.map(withoutCount)])

  test('every key that code speaks has its sentence', () => {
    expect(spoken.length).toBeGreaterThan(500)
    expect(spoken.filter(({ key }) => !known.has(key))).toEqual([])
  })

  test('every pattern that code speaks has at least one', () => {
    expect(spokenPatterns.length).toBeGreaterThan(50)
    expect(
      spokenPatterns.filter(({ match }) => ![...known].some((key) => match.test(key))).map(({ text }) => text),
    ).toEqual([])
  })

  test('every audit event that code writes has its words', () => {
    expect(events.length).toBeGreaterThan(40)
    expect(events.filter(({ event }) => !known.has(`audit.${event}`))).toEqual([])
  })
})
