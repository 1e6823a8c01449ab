/** Words of development screening that page, paper and main share. No items and no cut-offs: those are licensed. */

export const INSTRUMENTS = ['EDI', 'ASQ-3'] as const
export type Instrument = (typeof INSTRUMENTS)[number]

export const LIGHTS = ['green', 'yellow', 'red'] as const
export type Light = (typeof LIGHTS)[number]

/** What a screening looks at: five areas of development, and the four other axes of the EDI. */
export const AREAS = ['gross-motor', 'fine-motor', 'language', 'problem-solving', 'social'] as const
export const AXES = ['risk', 'alert', 'neurological', 'alarm'] as const
export const SCREENED = [...AREAS, ...AXES] as const
export type Area = (typeof AREAS)[number]
export type Screened = (typeof SCREENED)[number]

/** The four skills that are followed over the years, whichever instrument looked at them. */
export const SKILLS = ['language', 'motor', 'problem-solving', 'socio-emotional'] as const
export type Skill = (typeof SKILLS)[number]
export const AREAS_OF_SKILL: Readonly<Record<Skill, readonly Area[]>> = {
  language: ['language'],
  motor: ['gross-motor', 'fine-motor'],
  'problem-solving': ['problem-solving'],
  'socio-emotional': ['social'],
}

/** The lights that an axis of the EDI may have: signs of alarm are green or red, risks never red by themselves. */
export const LIGHTS_OF: Readonly<Record<Screened, readonly Light[]>> = {
  'gross-motor': LIGHTS,
  'fine-motor': LIGHTS,
  language: LIGHTS,
  'problem-solving': LIGHTS,
  social: LIGHTS,
  risk: ['green', 'yellow'],
  alert: ['green', 'yellow'],
  neurological: ['green', 'red'],
  alarm: ['green', 'red'],
}

/** The 14 age groups of the EDI, in completed months. */
export const EDI_GROUPS: readonly (readonly [from: number, until: number])[] = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 6],
  [7, 9],
  [10, 12],
  [13, 15],
  [16, 18],
  [19, 24],
  [25, 30],
  [31, 36],
  [37, 48],
  [49, 60],
]
