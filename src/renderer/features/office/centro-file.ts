/** Reads a center's settings from `centro.json`: what is missing keeps its usual value, what is strange is named. */
import { centerSettings, type CenterSettings } from '../../../shared/contract/office.contract'

export type CenterField = keyof CenterSettings

/** The settings that a new center starts from. */
export const NEW_CENTER: CenterSettings = {
  code: '',
  name: '',
  municipality: '',
  state: '',
  issuer: '',
  issuerContact: '',
  timezone: 'America/Mexico_City',
  paper: 'letter',
  dormitoryWord: 'dormitorio',
  ageLimitMonths: 36,
  idleMinutes: 5,
  lateGraceMinutes: 15,
  signatories: [],
  outingAuthorisations: ['madre', 'trabajo social', 'dirección'],
  hqRecipients: [],
}

const FIELDS = Object.keys(NEW_CENTER) as readonly CenterField[]
const inFile = (field: CenterField): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export type CentroFile =
  | { readonly ok: true; readonly settings: CenterSettings; readonly strange: readonly CenterField[] }
  | { readonly ok: false }

/** Takes each field that fits its schema; a field that does not is left as it was and named. */
export function readCentro(text: string): CentroFile {
  const found = parse(text)
  if (!found) return { ok: false }
  const strange: CenterField[] = []
  const taken: Partial<Record<CenterField, unknown>> = {}
  for (const field of FIELDS) {
    const raw = found[inFile(field)]
    if (raw === undefined) continue
    const read = centerSettings.shape[field].safeParse(raw)
    if (read.success) taken[field] = read.data
    else strange.push(field)
  }
  if (Object.keys(taken).length === 0) return { ok: false }
  return { ok: true, settings: { ...NEW_CENTER, ...(taken as Partial<CenterSettings>) }, strange }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

/** The fields that do not fit yet. */
export function strangeFields(settings: CenterSettings): ReadonlySet<CenterField> {
  const checked = centerSettings.safeParse(settings)
  return new Set(checked.success ? [] : checked.error.issues.map((issue) => issue.path[0] as CenterField))
}
