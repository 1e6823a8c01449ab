/**
 * What the papers of a child share. They go to families, schools, doctors and authorities, and none may tell where the
 * child lives: the program stands in the letterhead, never the center.
 */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { z } from 'zod'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { civilDate } from '../../../shared/kernel/civil-date'
import { label, sheetFrame } from '../../platform/documents/parts'
import { sheet } from '../../platform/documents/sheet'

/** A child as a paper names one: the age always with how sure the birth date is. */
export const paperChild = z.strictObject({
  code: z.string(),
  name: z.string(),
  birthDate: civilDate.nullable(),
  birthPrecision: z.enum(['exact', 'approximate', 'unknown']),
  months: z.int().nullable(),
})
export type PaperChild = z.output<typeof paperChild>

/** Facts that every paper of a child has. */
export const childPaperFacts = { sheet, issuer: z.string(), child: paperChild }

interface Framed {
  readonly sheet: z.output<typeof sheet>
  readonly issuer: string
  readonly child: PaperChild
}

/** Header and footer of a child's paper. */
export const childFrame = (facts: Framed, words: Words, title: string): Omit<TDocumentDefinitions, 'content'> =>
  sheetFrame({ ...facts.sheet, center: facts.issuer }, words, {
    title,
    subtitle: facts.child.name,
    aside: facts.child.code,
  })

/** “2 años 7 meses (aproximada)”, or that the birth date is not known. */
export function ageText(child: PaperChild, words: Words): string {
  if (child.birthPrecision === 'unknown' || child.months === null) return words('children.paper.ageUnknown')
  const years = Math.floor(child.months / 12)
  const months = child.months % 12
  const age = [
    ...(years > 0 ? [words('children.paper.years', { count: years })] : []),
    ...(months > 0 || years === 0 ? [words('children.paper.months', { count: months })] : []),
  ].join(' ')
  return child.birthPrecision === 'approximate' ? words('children.paper.about', { age }) : age
}

/** Birth date and age in one line. */
export const birthLine = (child: PaperChild, words: Words): string =>
  child.birthDate
    ? words('children.paper.born', { day: formatDay(child.birthDate, words.language), age: ageText(child, words) })
    : words('children.paper.ageUnknown')

/** A title above a part of the paper. */
export const partTitle = (text: string): Content => ({
  text,
  bold: true,
  fontSize: 11,
  margin: [0, 6, 0, 2],
  headlineLevel: 1,
})

/** Labels beside what they are about, with hairlines between; no head. */
export const factTable = (
  rows: readonly (readonly [name: string, value: Content])[],
  size = 11,
  rowHeight = 0,
): Content => ({
  fontSize: size,
  lineHeight: 1,
  table: {
    widths: [112, '*'],
    heights: () => (rowHeight === 0 ? 'auto' : rowHeight),
    body: rows.map(([name, value]) => [
      { ...label(name, 7.5), margin: [0, 3, 0, 0] },
      typeof value === 'string' ? { text: value } : value,
    ]),
  },
  layout: {
    hLineWidth: (line: number) => (line === 0 ? 0.8 : 0.3),
    vLineWidth: () => 0,
    paddingLeft: () => 3,
    paddingRight: () => 3,
    paddingTop: () => 2,
    paddingBottom: () => 1,
  },
})
